#pragma once
// How many people something befell: "23 injured", "six missing workers", "216 were rescued" and
// "injured 130 others" each state a head count, whatever noun or none stands beside the number.

#include "extract/open_context.hpp"
#include "model/statement.hpp"

#include <string>

namespace atodds {

/// Name of the head count that the number at `range` states: "injured" for people of any kind,
/// "injured worker" where it says which; empty where it states none. The fates stand in
/// rules/lexicon/categories/head-counts.yml. Requires: a number; the range is not empty.
std::string head_count_at(const Statement& statement, const WordFamilies& families,
                          TokenRange range);

}  // namespace atodds
