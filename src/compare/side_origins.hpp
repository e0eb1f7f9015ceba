#pragma once
// How many independent origins stand behind each side of a finding, and whether all sides rest on
// one: then nobody contradicts anybody, somebody copied badly.

#include "compare/origins.hpp"
#include "model/finding.hpp"

namespace atodds {

/// Takes open disagreements out that are two facts of one copied text: the same articles state both
/// values, or the values stand at other places of the words they share.
void drop_places_of_one_text(Report& report, const Origins& origins);

/// Takes open disagreements out that set the day of one report against the day of another: "Reuters
/// reported on Monday" and "Reuters reported in July" are two reports.
void drop_days_of_reports(Report& report, const Origins& origins);

/// Fills Side::origins of all findings and agreements, and Report::origins. A finding between
/// articles with one origin on all its sides gets a trace step "origins" that says so. Requires:
/// `origins` was made of the articles of the report.
void note_origins(Report& report, Origins& origins, const CreditReader& outlets);

}  // namespace atodds
