#include "report/html_page.hpp"
#include "report/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace atodds {
namespace {

// Longer is no overview; the JSON report has all. A guess.
constexpr std::size_t kMostStale = 500;

std::string_view words_of(StaleStatus status) {
    switch (status) {
        case StaleStatus::StillStates:
            return "published after the newer value was out";
        case StaleStatus::NeedsCorrection:
            return "right when it was published; an archive to put right";
        case StaleStatus::Undated:
            return "no date: nobody can tell whether it could have known";
    }
    return "";
}

std::string article_cell(const Page& page, const StaleCopy& copy) {
    const Article* article = page.lookup().article(copy.article);
    return fmt::format(
        "{} {}<span class=\"place\">{}</span>", html(page.source_of(copy.article)),
        copy.dated ? html_day(*copy.dated) : std::string("<span class=\"absent\">no date</span>"),
        html(article == nullptr ? copy.article : article->path));
}

std::string row(const Page& page, const StaleCopy& copy) {
    return fmt::format(
        "<tr><th scope=\"row\">{}</th><td><a href=\"#f-{}\">{}</a></td><td>{}</td>"
        "<td>{}<span class=\"place\">{}{}</span></td><td>{}</td></tr>\n",
        article_cell(page, copy), anchor(copy.finding), html(copy.fact), html(copy.value),
        html(copy.current), html(page.source_of(copy.superseded_by)),
        copy.since ? ", " + html_day(*copy.since) : "", words_of(copy.status));
}

}  // namespace

std::string html_stale(const Page& page) {
    const std::vector<StaleCopy>& stale = page.report().stale;
    if (stale.empty()) {
        return "";
    }
    std::string text =
        "<section id=\"stale\" aria-labelledby=\"stale-head\"><h2 id=\"stale-head\">"
        "Values that newer ones have superseded</h2>\n"
        "<div class=\"scroll\" role=\"region\" aria-label=\"Superseded values\" tabindex=\"0\">"
        "<table class=\"articles\"><thead><tr><th scope=\"col\">Article</th>"
        "<th scope=\"col\">Fact</th><th scope=\"col\">States</th><th scope=\"col\">Now</th>"
        "<th scope=\"col\">When</th></tr></thead><tbody>\n";
    for (std::size_t i = 0; i < std::min(stale.size(), kMostStale); ++i) {
        text += row(page, stale[i]);
    }
    text += "</tbody></table></div>\n";
    if (stale.size() > kMostStale) {
        text += fmt::format("<p class=\"lead\">The first {} of {} are shown.</p>\n", kMostStale,
                            stale.size());
    }
    return text + "</section>\n";
}

}  // namespace atodds
