#pragma once
// The list of stale copies in words: which article still states what, and what superseded it.

#include "model/finding.hpp"
#include "report/report_facts.hpp"

#include <string>
#include <vector>

namespace atodds {

/// One line for each copy, without line break: `ledger.md (2025-05-09) still states "12 people",
/// now "15 people" since 2025-05-08 (courier.md): How many people died?`. Of archives to put right
/// the first few, the rest counted. Empty where nothing is stale.
std::vector<std::string> stale_lines(const Report& report, const ReportLookup& lookup);

}  // namespace atodds
