#pragma once
// How many independent origins stand behind each side of a finding, and whether all sides rest on
// one: then nobody contradicts anybody, somebody copied badly.

#include "compare/origins.hpp"
#include "model/finding.hpp"

namespace atodds {

/// Fills Side::origins of all findings and agreements, and Report::origins. A finding between
/// articles with one origin on all its sides gets a trace step "origins" that says so. Requires:
/// `origins` was made of the articles of the report.
void note_origins(Report& report, Origins& origins, const CreditReader& outlets);

}  // namespace atodds
