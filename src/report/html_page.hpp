#pragma once
// The parts of the HTML report. Each takes the page's view of the report and returns markup; all
// text of articles passes html().

#include "report/line_index.hpp"
#include "report/report_facts.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace atodds {

/// What all parts need to know. Points into the report it was made from.
class Page {
  public:
    explicit Page(const Report& report);

    const Report& report() const { return *report_; }

    const ReportLookup& lookup() const { return lookup_; }

    /// Findings that are shown, and those that a review, a comment or a baseline set aside; both in
    /// the order of the report.
    const std::vector<const Finding*>& shown() const { return shown_; }

    const std::vector<const Finding*>& set_aside() const { return set_aside_; }

    /// True for an agreement on a fact that other sources state differently, a later update apart.
    bool is_contested(const Finding& agreement) const;

    /// "path:12:5" of a fact whose article is in the report, else the article's id.
    std::string place_of(const Fact& fact);

    /// Publisher of the article, else its id where the report does not hold it.
    std::string source_of(const std::string& article_id) const;

    /// Anchor of the quotation of `fact` in the finding of `id`.
    static std::string quote_anchor(std::string_view id, const Fact& fact);

    /// "A" for the first side; "*" beyond the alphabet.
    static char side_letter(std::size_t side);

    /// Number of the side's colour in the style, "s0" and on; colours repeat.
    static std::size_t side_colour(std::size_t side);

  private:
    const Report* report_;
    ReportLookup lookup_;
    std::vector<const Finding*> shown_;
    std::vector<const Finding*> set_aside_;
    std::set<std::pair<std::string_view, std::string_view>> contested_;  ///< rule and key
    std::unordered_map<const Article*, LineIndex> lines_;
};

/// What a verdict is called in a sentence of the page: "disagree", "quoted differently".
std::string_view phrase_of(Verdict verdict);

/// "7 May 2025" as a time element.
std::string html_day(Day day);

/// What the page holds beside markup: page/report.css and page/report.js, and the policy that lets
/// nothing else in.
std::string_view page_style();
std::string_view page_script();
std::string page_policy();

/// The front page: how much is at odds, what to look at first, what is settled, what was not
/// checked.
std::string html_front(const Page& page);

/// What words, letters and colours of the page mean.
std::string html_legend();

/// Filter, sorting and review, hidden until the script shows them: without it they do nothing.
std::string html_controls();

/// One finding with its sides, quotations and trace.
std::string html_finding(Page& page, const Finding& finding);

/// A statement with its neighbours, the value marked, and who says so where and when.
std::string html_quotation(Page& page, const Finding& finding, const Fact& fact);

/// When which value was stated, as a strip; empty unless two days are known.
std::string html_timeline(const Page& page, const Finding& finding);

/// Facts by sources: who states what, and who is silent. Empty where nothing is compared.
std::string html_matrix(Page& page);

/// Articles that state a value which a newer one has superseded. Empty where there is none.
std::string html_stale(const Page& page);

/// Who has it from whom, one graph for each story: as a drawing and as a list. Empty where nobody
/// credits or copies anybody.
std::string html_origins(const Page& page);

/// What was read, what of it was not compared and why, what could not be read.
std::string html_reading(Page& page);

/// What keeps text from being compared, with the number of blocks: "navigation (3 blocks);
/// Chinese".
std::string reasons_left_out(const std::vector<Article>& articles);

}  // namespace atodds
