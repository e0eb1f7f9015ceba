#pragma once
// What a finding is called. A rule asks its own question; an open finding has none, so its title is
// made of a question for its type and one of its sentences with the value left out.

#include "model/finding.hpp"
#include "report/report_facts.hpp"

#include <string>
#include <vector>

namespace atodds {

/// What readers call the entity: its name in the report; for names that only an article knows the
/// words with capitals ("~cape ondry" is "Cape Ondry"); else the id.
std::string name_of_entity(const std::string& id, const ReportLookup& lookup);

/// "How many lifeboats? “The Aldra Venn sailed with ___ lifeboats”": the sentence is the shortest
/// of the first ones of all sides, cut around the value where it is long. Finding::fact where no
/// fact of the finding is in the report.
std::string open_title(const Finding& finding, const ReportLookup& lookup);

/// Names of the entities that all facts of the finding share and its title does not say, "Nvidia,
/// TSMC"; tells findings apart whose rule asks the same question. Often empty.
std::string subject_of(const Finding& finding, const ReportLookup& lookup);

/// Facts of all sides that the report holds, in the order of the sides.
std::vector<const Fact*> facts_of(const Finding& finding, const ReportLookup& lookup);

}  // namespace atodds
