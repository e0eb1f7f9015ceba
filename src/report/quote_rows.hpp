#pragma once
// A report as rows of a table: what csv and xlsx share.

#include "model/finding.hpp"
#include "report/line_index.hpp"
#include "report/report_facts.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace atodds {

/// One quotation in words, every text on one line and without hidden characters.
struct QuoteRow {
    std::string value;      ///< "~300000", as value_text()
    std::string unit;       ///< may be empty
    std::string statement;  ///< the sentence
    std::string surface;    ///< the value as written
    std::string said;       ///< "reportedly, according to X"; empty where plainly asserted
    std::string source;     ///< publisher, else the file's name
    std::string published;  ///< ISO day or empty
    std::string title;
    std::string path;
    std::optional<TextPlace> place;  ///< nothing where the text is not at hand
    std::string link;  ///< opens the source at the words; empty where it has no web address
};

class QuoteRows {
  public:
    /// Points into the report.
    explicit QuoteRows(const Report& report);

    QuoteRow of(const Fact& fact);

    const ReportLookup& lookup() const { return lookup_; }

  private:
    ReportLookup lookup_;
    std::unordered_map<const Article*, LineIndex> lines_;  // lookups only
};

/// `text` as a cell of a table that no spreadsheet takes for a formula (owasp.org, "CSV
/// Injection"): what could start one, also behind a separator that some languages use, gets an
/// apostrophe in front. Plain numbers stay.
std::string harmless_cell(std::string_view text);

/// "Harbour Voice; Reuters".
std::string origins_text(const Side& side, const ReportLookup& lookup);

/// What earlier runs and people said of a finding, for a cell: "new", "unchanged, accepted",
/// "suppressed (inline): two ferries"; empty where nobody did.
std::string memory_text(const Finding& finding);

}  // namespace atodds
