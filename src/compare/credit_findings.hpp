#pragma once
// Conflicting credit: two articles have one thing from different outlets, or each names another
// outlet as the first to report it.

#include "compare/origins.hpp"
#include "model/finding.hpp"

namespace atodds {

/// Adds a finding of kind Credit where two articles state the same value of one declared fact and
/// credit it to different outlets (a note), or credit different outlets with the first report in
/// articles that share a declared fact (a warning). Remarks and quotations are left out: a person
/// may say one thing to two outlets. Each side quotes the credit itself; those facts, of rule
/// "credit", are added to the report. Requires: note_origins was called. Facts stay sorted.
void find_conflicting_credit(Report& report, const Origins& origins, const CreditReader& outlets);

}  // namespace atodds
