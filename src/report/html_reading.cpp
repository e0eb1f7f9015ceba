#include "report/fact_text.hpp"
#include "report/html_page.hpp"
#include "report/html_text.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

namespace atodds {
namespace {

// Reasons of quarantined blocks with the number of blocks.
class Reasons {
  public:
    void add(const Article& article) {
        for (const Block& block : article.blocks) {
            if (block.kind == BlockKind::Boilerplate || block.kind == BlockKind::Foreign) {
                blocks_[block.reason.empty() ? std::string(name_of(block.kind)) : block.reason] +=
                    1;
                bytes_ += block.span.size();
            }
        }
    }

    std::uint64_t bytes() const { return bytes_; }

    std::string listed() const {
        std::string text;
        for (const auto& [reason, count] : blocks_) {
            text += fmt::format("{}{}{}", text.empty() ? "" : "; ", html(reason),
                                count == 1 ? "" : fmt::format(" ({} blocks)", count));
        }
        return text;
    }

  private:
    std::map<std::string, std::size_t> blocks_;
    std::uint64_t bytes_ = 0;
};

std::string left_out(const Article& article) {
    Reasons reasons;
    reasons.add(article);
    const std::uint64_t size = article.text.size();
    return reasons.bytes() == 0
               ? ""
               : fmt::format("{} % of the text: {}",
                             size == 0 ? 0 : (reasons.bytes() * 100 + size / 2) / size,
                             reasons.listed());
}

std::string title_cell(const Article& article) {
    const std::string title = html(article.title.empty() ? article.path : article.title);
    if (const auto url = linkable(article.url)) {
        return fmt::format("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", html(*url), title);
    }
    return title;
}

std::string diagnostics(const Diagnostics& problems) {
    if (problems.empty()) {
        return "";
    }
    std::string text =
        "<h3 id=\"problems\">Not read, or only in part</h3><ul class=\"problems\">\n";
    for (const Diagnostic& problem : problems) {
        text += fmt::format("<li><b>{}</b> {}<code>{}</code>{}</li>\n",
                            problem.severity == Severity::Error ? "error" : "warning",
                            html(problem.error.message), html(problem.error.place.file),
                            problem.error.hint.empty()
                                ? ""
                                : fmt::format("<span>{}</span>", html(problem.error.hint)));
    }
    return text + "</ul>\n";
}

}  // namespace

std::string reasons_left_out(const std::vector<Article>& articles) {
    Reasons reasons;
    for (const Article& article : articles) {
        reasons.add(article);
    }
    return reasons.listed();
}

std::string html_reading(Page& page) {
    std::map<std::string_view, std::size_t> facts_by_article;
    for (const Fact& fact : page.report().facts) {
        facts_by_article[fact.article] += 1;
    }
    std::string text =
        "<section id=\"reading\" aria-labelledby=\"reading-head\"><h2 id=\"reading-head\">"
        "What was read</h2>\n"
        "<div class=\"scroll\" role=\"region\" aria-label=\"Articles\" tabindex=\"0\">"
        "<table class=\"articles\"><thead><tr><th scope=\"col\">Source</th>"
        "<th scope=\"col\">Title</th><th scope=\"col\">Published</th>"
        "<th scope=\"col\" class=\"count\">Facts</th><th scope=\"col\">Not compared</th>"
        "</tr></thead><tbody>\n";
    for (const Article& article : page.report().articles) {
        text += fmt::format(
            "<tr><th scope=\"row\">{}</th><td>{}<span class=\"place\">{}</span></td><td>{}</td>"
            "<td class=\"count\">{}</td><td>{}</td></tr>\n",
            html(source_name(article)), title_cell(article), html(article.path),
            article.published ? html_day(*article.published)
                              : std::string("<span class=\"absent\">no date</span>"),
            facts_by_article[article.id], left_out(article));
    }
    return text + "</tbody></table></div>\n" + diagnostics(page.report().diagnostics) +
           "</section>\n";
}

}  // namespace atodds
