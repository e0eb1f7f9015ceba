#pragma once
// Findings in a reader's words: values by name, a title, one sentence that says why, one that says
// what to look at next, and who a statement passed through to reach the page.

#include "model/finding.hpp"
#include "report/report_facts.hpp"

#include <optional>
#include <string>

namespace atodds {

/// Puts names for entity ids and words for codes into sides, traces, titles of open findings and
/// messages. Requires: Report::names is filled. Once only; ids of findings stay as they are.
void put_in_words(Report& report);

/// Why the verdict fell, from the step of the trace that decided: "17 people and 21 people cannot
/// both hold." The message without its title where there is no trace.
std::string reason_of(const Finding& finding);

/// What the origins graph says of the finding as a whole: that all sides go back to one origin, or
/// how the wording got firmer. Empty where it says nothing.
std::string origin_note(const Finding& finding);

/// One sentence: what a checker would look at next.
std::string next_check(const Finding& finding, const ReportLookup& lookup);

/// What a source in an article is called: by name, else as the article writes it.
std::string name_of_source(const SourceRef& source, const Article* article,
                           const ReportLookup& lookup);

/// "according to Bloomberg, citing people familiar with the matter"; empty where the article says
/// it in its own voice.
std::string citation_of(const Fact& fact, const ReportLookup& lookup);

/// Qualifiers of the fact in words, sources apart: "denied", "reportedly, planned".
std::string manner_of(const Fact& fact);

/// The widest agreement's value and how many stand behind it: "315 people (3 origins)".
std::string agreed_value(const Finding& agreement);

}  // namespace atodds
