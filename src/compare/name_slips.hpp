#pragma once
// One person under two names: "Paul Rallo" in one article, "Paul Ralto" or "Peter Rallo" in another
// that tells the same of him. Offices have a comparator of their own; here no office is needed, the
// words and values around both names say that one person is meant.

#include "compare/comparator.hpp"
#include "model/finding.hpp"

namespace atodds {

/// Adds a warning for each pair of names that two articles use in place of each other, with a fact
/// "open/name" for each article that has one of them. Silent where any article has both names,
/// since two people may be called so, and where the lexicon knows a name. Names that share a first
/// or a last word are compared, so the cost is linear but for a family of many members. Requires:
/// Report::facts are sorted; they are sorted again.
void find_name_slips(Report& report);

}  // namespace atodds
