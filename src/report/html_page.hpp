#pragma once
// The parts of the HTML report. Each takes the page's view of the report and returns markup; all
// text of articles passes html().

#include "report/line_index.hpp"
#include "report/report_facts.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace atodds {

/// What all parts need to know. Points into the report it was made from.
class Page {
  public:
    explicit Page(const Report& report);

    const Report& report() const { return *report_; }

    const ReportLookup& lookup() const { return lookup_; }

    const ReportCounts& counts() const { return counts_; }

    /// "path:12:5" of a fact whose article is in the report, else the article's id.
    std::string place_of(const Fact& fact);

    /// Anchor of the quotation of `fact` in the finding of `id`.
    static std::string quote_anchor(std::string_view id, const Fact& fact);

    /// "A" for the first side; "*" beyond the alphabet.
    static char side_letter(std::size_t side);

    /// Number of the side's colour in the style, "s0" and on; colours repeat.
    static std::size_t side_colour(std::size_t side);

  private:
    const Report* report_;
    ReportLookup lookup_;
    ReportCounts counts_;
    std::unordered_map<const Article*, LineIndex> lines_;
};

/// What a verdict is called in a sentence of the page: "disagree", "quoted differently".
std::string_view phrase_of(Verdict verdict);

std::string html_style();
std::string html_script();

/// One finding with its sides, quotations and trace.
std::string html_finding(Page& page, const Finding& finding);

/// When which value was stated, as a strip; empty unless two days are known.
std::string html_timeline(const Page& page, const Finding& finding);

/// Facts by sources: who states what, and who is silent. Empty where nothing is compared.
std::string html_matrix(Page& page);

/// What was read, what of it was not compared and why, what could not be read.
std::string html_reading(Page& page);

}  // namespace atodds
