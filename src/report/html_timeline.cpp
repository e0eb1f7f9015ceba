#include "compare/value_relation.hpp"
#include "report/html_page.hpp"
#include "report/html_text.hpp"

#include <fmt/format.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

// When which value was stated: one lane a side with the value above it, one dot for each article
// whose day is known. Positions are percents of the strip, so it fits any width and its letters
// keep their size.

namespace atodds {
namespace {

constexpr int kLaneHeight = 36;
constexpr int kLabelHeight = 14;  // baseline of the value above its lane
constexpr int kLineHeight = 25;   // of the lane below its top
constexpr int kAxisHeight = 22;
constexpr int kDotRadius = 5;
// Days nearer than this are not both written below the strip. Percent, a guess that fits 340
// pixels.
constexpr double kDayWidth = 30.0;
// Longer values are cut; the sides have them in full. Characters.
constexpr std::size_t kMostLabel = 40;

struct Dot {
    Day day;
    std::size_t side = 0;
    std::string source;
    std::string target;  ///< anchor of a quotation; empty where none is shown
    DayBasis basis = DayBasis::Published;

    friend auto operator<=>(const Dot&, const Dot&) = default;
};

// First fact of the side in the article; null where the report has none.
const Fact* fact_of(const Page& page, const Side& side, const std::string& article) {
    for (const std::string& id : side.facts) {
        const Fact* fact = page.lookup().fact(id);
        if (fact != nullptr && fact->article == article) {
            return fact;
        }
    }
    return nullptr;
}

Dot dot_of(const Page& page, const Finding& finding, const TimedValue& value) {
    const Fact* fact = fact_of(page, finding.sides[value.side], value.article);
    return {value.day, value.side, page.source_of(value.article),
            fact == nullptr ? "" : Page::quote_anchor(finding.id, *fact), value.basis};
}

// The history where the finding has one, else the days of publication of its articles.
std::vector<Dot> dots_of(const Page& page, const Finding& finding) {
    std::set<Dot> dots;
    for (const TimedValue& value : finding.history) {
        if (value.side < finding.sides.size()) {
            dots.insert(dot_of(page, finding, value));
        }
    }
    for (std::uint32_t i = 0; i < finding.sides.size() && finding.history.empty(); ++i) {
        for (const std::string& id : finding.sides[i].articles) {
            const Article* article = page.lookup().article(id);
            if (article != nullptr && article->published) {
                dots.insert(dot_of(page, finding, {*article->published, i, id}));
            }
        }
    }
    return {dots.begin(), dots.end()};
}

std::string_view words_of(DayBasis basis) {
    switch (basis) {
        case DayBasis::Said:
            return "as of ";
        case DayBasis::Updated:
            return "updated ";
        case DayBasis::Published:
            return "";
        case DayBasis::Bound:
            return "no date, not before ";
    }
    return "";
}

// Percent of the strip, with room for half a dot at both ends.
double place_of(Day day, Day first, Day last) {
    constexpr double kMargin = 2.0;
    const auto all = static_cast<double>((last - first).count());
    const auto passed = static_cast<double>((day - first).count());
    return kMargin + passed / all * (100.0 - 2 * kMargin);
}

int line_of(std::size_t side) {
    return static_cast<int>(side) * kLaneHeight + kLineHeight;
}

std::string short_value(const std::string& value) {
    if (value.size() <= kMostLabel) {
        return html(value);
    }
    std::size_t cut = kMostLabel;
    while (cut > 0 && (static_cast<unsigned char>(value[cut]) & 0xC0U) == 0x80U) {
        --cut;
    }
    return html(value.substr(0, cut)) + "…";
}

std::string lane(const Side& side, std::size_t index) {
    return fmt::format(
        "<text class=\"s{0}\" x=\"0\" y=\"{1}\"><tspan class=\"strong\">{2}</tspan> {3}</text>"
        "<line class=\"lane\" x1=\"0\" x2=\"100%\" y1=\"{4}\" y2=\"{4}\"/>",
        Page::side_colour(index), static_cast<int>(index) * kLaneHeight + kLabelHeight,
        Page::side_letter(index), short_value(side.value), line_of(index));
}

// A day that only the text bounds is a ring.
std::string dot(const Finding& finding, const Dot& at, double place) {
    const std::string label =
        fmt::format("{}{}, {}: {}", words_of(at.basis), to_display(one_day(at.day)),
                    html(at.source), html(finding.sides[at.side].value));
    const std::string circle = fmt::format(
        "<circle class=\"s{}{}\" cx=\"{:.1f}%\" cy=\"{}\" r=\"{}\"><title>{}</title></circle>",
        Page::side_colour(at.side), at.basis == DayBasis::Bound ? " ring" : "", place,
        line_of(at.side), kDotRadius, label);
    return at.target.empty()
               ? circle
               : fmt::format("<a href=\"#{}\" aria-label=\"{}\">{}</a>", at.target, label, circle);
}

// First and last day, and those between that have room.
std::string axis(const std::vector<Dot>& dots, int y) {
    const Day first = dots.front().day;
    const Day last = dots.back().day;
    std::string text = fmt::format(
        "<text x=\"0\" y=\"{0}\">{1}</text><text x=\"100%\" y=\"{0}\" text-anchor=\"end\">{2}"
        "</text>",
        y, to_display(one_day(first)), to_display(one_day(last)));
    double taken = kDayWidth;
    for (const Dot& at : dots) {
        const double place = place_of(at.day, first, last);
        if (place >= taken + kDayWidth / 2 && place <= 100.0 - kDayWidth * 1.5) {
            text += fmt::format("<text x=\"{:.1f}%\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                                place, y, to_display(one_day(at.day)));
            taken = place + kDayWidth / 2;
        }
    }
    return text;
}

}  // namespace

std::string html_timeline(const Page& page, const Finding& finding) {
    const std::vector<Dot> dots = dots_of(page, finding);
    if (finding.sides.size() < 2 || dots.empty() || dots.front().day == dots.back().day) {
        return "";
    }
    const int height = static_cast<int>(finding.sides.size()) * kLaneHeight;
    std::string text = fmt::format(
        "<figure class=\"strip\"><svg height=\"{}\" role=\"group\" aria-label=\"Values by date of "
        "publication\">",
        height + kAxisHeight);
    for (std::size_t i = 0; i < finding.sides.size(); ++i) {
        text += lane(finding.sides[i], i);
    }
    for (const Dot& at : dots) {
        text += dot(finding, at, place_of(at.day, dots.front().day, dots.back().day));
    }
    return text + axis(dots, height + kAxisHeight - 6) + "</svg></figure>\n";
}

}  // namespace atodds
