#include "report/html_page.hpp"
#include "report/html_text.hpp"

#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

// When which value was stated: one lane a side, one dot for each source and day. Positions are
// percents of the strip, so it fits any width and its letters keep their size.

namespace atodds {
namespace {

constexpr int kLaneHeight = 22;
constexpr int kAxisHeight = 20;
constexpr int kDotRadius = 5;

struct Dot {
    Day day;
    std::size_t side = 0;
    std::string source;
    std::string target;  ///< anchor of a quotation

    friend auto operator<=>(const Dot&, const Dot&) = default;
};

std::vector<Dot> dots_of(const Page& page, const Finding& finding) {
    std::set<Dot> dots;
    for (std::size_t i = 0; i < finding.sides.size(); ++i) {
        std::set<std::string_view> seen;  // one dot an article: its first quotation of the side
        for (const std::string& id : finding.sides[i].facts) {
            const Fact* fact = page.lookup().fact(id);
            const Article* article =
                fact == nullptr ? nullptr : page.lookup().article(fact->article);
            if (article != nullptr && article->published && seen.insert(article->id).second) {
                dots.insert({*article->published, i, source_name(*article),
                             Page::quote_anchor(finding.id, *fact)});
            }
        }
    }
    return {dots.begin(), dots.end()};
}

// Percent of the strip, with room for half a dot at both ends.
double place_of(Day day, Day first, Day last) {
    constexpr double kMargin = 2.0;
    const auto all = static_cast<double>((last - first).count());
    const auto passed = static_cast<double>((day - first).count());
    return kMargin + passed / all * (100.0 - 2 * kMargin);
}

std::string lane(std::size_t side) {
    const int y = static_cast<int>(side) * kLaneHeight + kLaneHeight / 2;
    return fmt::format(
        "<line class=\"lane\" x1=\"0\" x2=\"100%\" y1=\"{0}\" y2=\"{0}\"/>"
        "<text class=\"s{1}\" x=\"-18\" y=\"{2}\">{3}</text>",
        y, Page::side_colour(side), y + 4, Page::side_letter(side));
}

}  // namespace

std::string html_timeline(const Page& page, const Finding& finding) {
    const std::vector<Dot> dots = dots_of(page, finding);
    if (finding.sides.size() < 2 || dots.empty() || dots.front().day == dots.back().day) {
        return "";
    }
    const Day first = dots.front().day;
    const Day last = dots.back().day;
    const int height = static_cast<int>(finding.sides.size()) * kLaneHeight;
    std::string text = fmt::format(
        "<figure class=\"strip\"><svg height=\"{}\" role=\"group\" aria-label=\"Values by date of "
        "publication\">",
        height + kAxisHeight);
    for (std::size_t i = 0; i < finding.sides.size(); ++i) {
        text += lane(i);
    }
    for (const Dot& dot : dots) {
        text += fmt::format(
            "<a href=\"#{}\" aria-label=\"{}, {}: {}\"><circle class=\"s{}\" cx=\"{:.1f}%\" "
            "cy=\"{}\" r=\"{}\"><title>{}, {}: {}</title></circle></a>",
            dot.target, to_iso(dot.day), html(dot.source), html(finding.sides[dot.side].value),
            Page::side_colour(dot.side), place_of(dot.day, first, last),
            static_cast<int>(dot.side) * kLaneHeight + kLaneHeight / 2, kDotRadius, to_iso(dot.day),
            html(dot.source), html(finding.sides[dot.side].value));
    }
    return text + fmt::format(
                      "<text x=\"0\" y=\"{0}\">{1}</text><text x=\"100%\" y=\"{0}\" "
                      "text-anchor=\"end\">{2}</text></svg></figure>\n",
                      height + kAxisHeight - 5, to_iso(first), to_iso(last));
}

}  // namespace atodds
