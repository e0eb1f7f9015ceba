#pragma once
// The way a statement took to the page, from the article back to who is said to have known it.

#include "model/finding.hpp"
#include "report/report_facts.hpp"

#include <string>

namespace atodds {

/// "Evening Post (copies 83 % of its words) <- Harbour Wire <- two officials (Harbour Office)":
/// the article, what it copies or credits, then its source stack from the outermost. One link alone
/// is the article in its own voice; then the text is empty.
std::string source_chain(const Fact& fact, const Report& report, const ReportLookup& lookup);

/// Why an edge stands in the graph, in words: "credit line", "byline", "reports of its own are
/// credited", "83 % of the words copied".
std::string reason_in_words(const OriginEdge& edge);

/// Origins of a side by name; reports of one publisher are counted: "Harbour Wire (2 reports)".
std::string listed_origins(const Side& side, const ReportLookup& lookup);

}  // namespace atodds
