#pragma once
// What a headline or the lead states in the article's own voice while the body has it from unnamed
// people only: "the board was furious" above, "two people said some directors were furious" below.
// Readers of the top take a report for a fact.

#include "compare/comparator.hpp"
#include "model/finding.hpp"

namespace atodds {

/// Adds a note for every such pair of one article: verdict Scope where the body also says it of
/// some only, else Certainty. Silent where the body says it once more in its own voice or has it
/// from somebody with a name. Linear in the facts but for those of title and lead, of which an
/// article has few. Requires: Report::facts are sorted.
void find_flat_leads(const Comparator& comparator, Report& report);

}  // namespace atodds
