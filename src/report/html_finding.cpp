#include "report/fact_text.hpp"
#include "report/finding_title.hpp"
#include "report/finding_words.hpp"
#include "report/html_page.hpp"
#include "report/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace atodds {
namespace {

// Quotations of a side that stand open; the others wait behind a summary. A guess.
constexpr std::size_t kOpenQuotes = 3;

struct Publication {
    Day day;
    const Article* article = nullptr;
};

// The first publication among these articles that has a date; of one day, the first in the report.
std::optional<Publication> first_of(const Page& page, const std::vector<std::string>& articles) {
    std::optional<Publication> first;
    for (const std::string& id : articles) {
        const Article* article = page.lookup().article(id);
        if (article != nullptr && article->published &&
            (!first || *article->published < first->day)) {
            first = Publication{*article->published, article};
        }
    }
    return first;
}

std::optional<Day> newest_of(const Page& page, const Finding& finding) {
    std::optional<Day> newest;
    for (const Side& side : finding.sides) {
        for (const std::string& id : side.articles) {
            const Article* article = page.lookup().article(id);
            if (article != nullptr && article->published) {
                newest = newest ? std::max(*newest, *article->published) : *article->published;
            }
        }
    }
    return newest;
}

std::string origins_of(const Page& page, const Side& side) {
    if (side.origins.empty()) {
        return "";
    }
    std::string text = fmt::format(", {}: ", counted(side.origins.size(), "origin"));
    for (std::size_t i = 0; i < side.origins.size(); ++i) {
        text += fmt::format("{}{}", i == 0 ? "" : "; ",
                            html(origin_name(side.origins[i], page.lookup())));
    }
    return text;
}

// Who had the value first, by the history where there is one. Of one article the date stands below
// its quotation.
std::string first_stated(const Page& page, const Side& side) {
    if (side.articles.size() < 2) {
        return "";
    }
    if (side.first_seen) {
        return fmt::format("<br>first on {} by {}", html_day(*side.first_seen),
                           html(page.source_of(side.first_article)));
    }
    const std::optional<Publication> first = first_of(page, side.articles);
    return first ? fmt::format("<br>first on {} by {}", html_day(first->day),
                               html(source_name(*first->article)))
                 : "";
}

std::string side_head(const Page& page, const Finding& finding, std::size_t index) {
    const Side& side = finding.sides[index];
    const bool is_alone = finding.sides.size() == 1;
    return fmt::format(
        "<h4>{}{}</h4><p class=\"who\">{}{}{}</p>\n",
        is_alone ? std::string()
                 : fmt::format("<span class=\"letter\">{}</span>", Page::side_letter(index)),
        html(side.value), counted(side.articles.size(), "article"), origins_of(page, side),
        first_stated(page, side));
}

std::string side_of(Page& page, const Finding& finding, std::size_t index) {
    const Side& side = finding.sides[index];
    std::string text = fmt::format(
        "<div class=\"side {}\">{}",
        finding.sides.size() == 1 ? "one" : fmt::format("s{}", Page::side_colour(index)),
        side_head(page, finding, index));
    std::size_t shown = 0;
    for (const std::string& id : side.facts) {
        const Fact* fact = page.lookup().fact(id);
        if (fact == nullptr) {
            continue;
        }
        if (shown == kOpenQuotes) {
            text += fmt::format("<details><summary>{}</summary>\n",
                                counted(side.facts.size() - shown, "more quotation"));
        }
        text += html_quotation(page, finding, *fact);
        ++shown;
    }
    return text + (shown > kOpenQuotes ? "</details></div>\n" : "</div>\n");
}

// With two sides there is nothing to say: they clash.
std::string clashes(const Finding& finding) {
    const std::size_t sides = finding.sides.size();
    if (sides < 3 || finding.conflicts.size() == sides * (sides - 1) / 2) {
        return "";
    }
    std::string text;
    for (const auto& [left, right] : finding.conflicts) {
        text += fmt::format("{}{} and {}", text.empty() ? "" : ", ", Page::side_letter(left),
                            Page::side_letter(right));
    }
    return fmt::format("<p class=\"clashes\">At odds: {}.</p>\n", text);
}

std::string trace_of(const Finding& finding) {
    if (finding.trace.empty()) {
        return "";
    }
    std::string text =
        "<details class=\"trace\"><summary>How this verdict was reached</summary><ol>";
    for (const TraceStep& step : finding.trace) {
        text += fmt::format("<li{}><b>{}</b> {}</li>", step.decides ? " class=\"decides\"" : "",
                            html(step.step), html(step.text));
    }
    return text + "</ol></details>\n";
}

// Sources of all sides, a line break between them, which no escaped name has.
std::string sources_of(const Page& page, const Finding& finding) {
    std::set<std::string> names;
    for (const Side& side : finding.sides) {
        for (const std::string& id : side.articles) {
            names.insert(page.source_of(id));
        }
    }
    std::string text;
    for (const std::string& name : names) {
        text += fmt::format("{}{}", text.empty() ? "" : "&#10;", html(name));
    }
    return text;
}

// What the script filters and sorts by.
std::string attributes(const Page& page, const Finding& finding) {
    const std::optional<Day> newest = newest_of(page, finding);
    std::string text = fmt::format(
        "data-id=\"{}\" data-level=\"{}\" data-kind=\"{}\" data-place=\"{}\" data-tier=\"{}\" "
        "data-rule=\"{}\" data-newest=\"{}\" data-sources=\"{}\"",
        html(finding.id), name_of(finding.level), phrase_of(finding.verdict), name_of(finding.kind),
        finding.tier == Tier::Open ? "open" : "declared", html(finding.rule),
        newest ? to_iso(*newest) : "", sources_of(page, finding));
    if (finding.review.verdict != ReviewVerdict::None) {
        text += fmt::format(" data-mark=\"{}\" data-note=\"{}\" data-by=\"{}\"",
                            name_of(finding.review.verdict), html(finding.review.note),
                            html(finding.review.by));
    }
    return text;
}

std::string labels(const Page& page, const Finding& finding) {
    const bool agrees = finding.verdict == Verdict::Agree;
    std::string text = fmt::format("<p class=\"labels\"><span class=\"level\">{}</span>",
                                   agrees ? "agreement" : name_of(finding.level));
    if (!agrees) {
        text += fmt::format(" <span>{}</span>", phrase_of(finding.verdict));
    }
    if (agrees && page.is_contested(finding)) {
        text += " <span>others differ</span>";
    }
    if (finding.kind != FindingKind::CrossArticle) {
        text += fmt::format(" <span>{}</span>", name_of(finding.kind));
    }
    if (finding.tier == Tier::Open) {
        text += " <span title=\"no rule names this fact; matched by its words\">open</span>";
    }
    if (finding.status != FindingStatus::Unknown) {
        text += fmt::format(" <span class=\"status\">{} since the baseline</span>",
                            name_of(finding.status));
    }
    if (finding.update != UpdateReason::None) {
        text += fmt::format(" <span>{}</span>", name_of(finding.update));
    }
    if (finding.update_possible) {
        text += " <span>a date is missing: may be an update</span>";
    }
    return text + "</p>";
}

// What a reviewer said before. The script takes it away and shows it in its own controls.
std::string given_mark(const ReviewMark& mark) {
    if (mark.verdict == ReviewVerdict::None) {
        return "";
    }
    return fmt::format("<p class=\"given-mark\"><b>{}</b>{}{}{}{}</p>", name_of(mark.verdict),
                       mark.by.empty() ? "" : " by " + html(mark.by),
                       mark.date.empty() ? "" : " on " + html(mark.date),
                       mark.note.empty() ? "" : ": ", html(mark.note));
}

std::string set_aside_by(const Suppression& suppression) {
    static constexpr std::array<std::string_view, 5> kBy = {
        "", "a comment in the article", "the suppression file", "a review", "the baseline"};
    const std::string_view by = kBy.at(static_cast<std::size_t>(suppression.kind));
    return by.empty()
               ? ""
               : fmt::format("<p class=\"given-mark\">set aside by {}{}{}{}</p>", by,
                             suppression.reason.empty() ? "" : ": ", html(suppression.reason),
                             suppression.place.empty()
                                 ? ""
                                 : fmt::format(" <span class=\"place\">{}</span>",
                                               html(suppression.place)));
}

std::string head(const Page& page, const Finding& finding) {
    const std::string id = anchor(finding.id);
    const std::string subject = subject_of(finding, page.lookup());
    return fmt::format(
        "<header>{}<h3 id=\"t-{}\"><a href=\"#f-{}\">{}</a></h3>{}<p class=\"reason\">{}</p>"
        "{}{}</header>\n",
        labels(page, finding), id, id, html(title_of(finding)),
        subject.empty() ? "" : fmt::format("<p class=\"subject\">{}</p>", html(subject)),
        html(reason_of(finding)), given_mark(finding.review), set_aside_by(finding.suppressed_by));
}

// What stands below the sides: the clashes, what to do, and how it came about.
std::string foot(const Page& page, const Finding& finding) {
    const std::string next = next_check(finding, page.lookup());
    return fmt::format(
        "{}{}{}<p class=\"id\"><code>{}</code> <code>{}</code></p>", clashes(finding),
        next.empty() ? "" : fmt::format("<p class=\"next\"><b>Next check</b> {}</p>\n", html(next)),
        trace_of(finding), html(finding.id), html(finding.rule));
}

}  // namespace

std::string html_finding(Page& page, const Finding& finding) {
    const std::string id = anchor(finding.id);
    std::string text = fmt::format(
        "<article class=\"finding {}\" id=\"f-{}\" tabindex=\"-1\" aria-labelledby=\"t-{}\" {}>\n"
        "{}<div class=\"body\">\n{}",
        finding.verdict == Verdict::Agree ? "agree" : name_of(finding.level), id, id,
        attributes(page, finding), head(page, finding), html_timeline(page, finding));
    // Four stand better two by two than three and one.
    text +=
        finding.sides.size() == 4 ? "<div class=\"sides by-two\">\n" : "<div class=\"sides\">\n";
    for (std::size_t i = 0; i < finding.sides.size(); ++i) {
        text += side_of(page, finding, i);
    }
    return text + "</div>\n" + foot(page, finding) + "</div></article>\n";
}

}  // namespace atodds
