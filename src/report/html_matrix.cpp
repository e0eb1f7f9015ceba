#include "report/fact_text.hpp"
#include "report/html_page.hpp"
#include "report/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace atodds {
namespace {

// A wider table is no overview. A guess; who is left out is told below the table.
constexpr std::size_t kMostSources = 24;
// Nor is a longer one; the strongest findings come first. A guess.
constexpr std::size_t kMostRows = 400;

// What one source states in one row: the value of each side it stands on, with a quotation.
struct Statement {
    std::string value;
    std::string anchor;
    std::size_t side = 0;
};

using Row = std::map<std::string, std::vector<Statement>>;

std::string source_of(const Page& page, const std::string& article_id) {
    const Article* article = page.lookup().article(article_id);
    return article == nullptr ? article_id : source_name(*article);
}

// First fact of the side that the source states.
const Fact* fact_by(const Page& page, const Side& side, const std::string& source) {
    for (const std::string& id : side.facts) {
        const Fact* fact = page.lookup().fact(id);
        if (fact != nullptr && source_of(page, fact->article) == source) {
            return fact;
        }
    }
    return nullptr;
}

Row row_of(const Page& page, const Finding& finding) {
    Row row;
    for (std::size_t i = 0; i < finding.sides.size(); ++i) {
        const Side& side = finding.sides[i];
        std::set<std::string> sources;
        for (const std::string& id : side.articles) {
            sources.insert(source_of(page, id));
        }
        for (const std::string& source : sources) {
            const Fact* fact = fact_by(page, side, source);
            row[source].push_back(
                {side.value, fact == nullptr ? "" : Page::quote_anchor(finding.id, *fact), i});
        }
    }
    return row;
}

// Sources that state most come first; equal ones by name.
std::vector<std::string> columns_of(const std::vector<Row>& rows) {
    std::map<std::string, std::size_t> cells;
    for (const Row& row : rows) {
        for (const auto& [source, statements] : row) {
            cells[source] += 1;
        }
    }
    std::vector<std::string> sources;
    for (const auto& [source, count] : cells) {
        sources.push_back(source);
    }
    std::stable_sort(sources.begin(), sources.end(),
                     [&](const auto& a, const auto& b) { return cells.at(a) > cells.at(b); });
    return sources;
}

// The side's letter and colour show at a glance who stands with whom; where all agree there is but
// one side and nothing to tell apart.
std::string chip(const Statement& statement, std::size_t sides) {
    const std::string letter =
        sides < 2 ? std::string()
                  : fmt::format("<span class=\"letter\" aria-hidden=\"true\">{}</span>",
                                Page::side_letter(statement.side));
    const std::string colour =
        sides < 2 ? "one" : fmt::format("s{}", Page::side_colour(statement.side));
    return statement.anchor.empty()
               ? fmt::format("<span class=\"chip {}\">{}{}</span>", colour, letter,
                             html(statement.value))
               : fmt::format("<a class=\"chip {}\" href=\"#{}\">{}{}</a>", colour, statement.anchor,
                             letter, html(statement.value));
}

std::string cell(const Row& row, const std::string& source, std::size_t sides) {
    const auto found = row.find(source);
    if (found == row.end()) {
        return "<td class=\"silent\"><span class=\"unseen\">silent</span></td>";
    }
    std::string text = "<td>";
    for (const Statement& statement : found->second) {
        text += chip(statement, sides);
    }
    return text + "</td>";
}

std::string row_head(const Finding& finding) {
    const bool agrees = finding.verdict == Verdict::Agree;
    return fmt::format(
        "<th scope=\"row\"><span class=\"dot {}\"></span><a href=\"#f-{}\">{}</a> "
        "<span class=\"unseen\">({})</span></th>",
        agrees ? "agree" : name_of(finding.level), anchor(finding.id), html(title_of(finding)),
        agrees ? "agree" : name_of(finding.level));
}

}  // namespace

std::string html_matrix(Page& page) {
    std::vector<const Finding*> findings;
    for (const auto* list : {&page.report().findings, &page.report().agreements}) {
        for (const Finding& finding : *list) {
            if (finding.kind == FindingKind::CrossArticle) {
                findings.push_back(&finding);
            }
        }
    }
    if (findings.empty()) {
        return "";
    }
    const std::size_t all_rows = findings.size();
    findings.resize(std::min(all_rows, kMostRows));
    std::vector<Row> rows;
    for (const Finding* finding : findings) {
        rows.push_back(row_of(page, *finding));
    }
    std::vector<std::string> sources = columns_of(rows);
    const std::size_t all_sources = sources.size();
    sources.resize(std::min(all_sources, kMostSources));
    std::string text =
        "<section id=\"matrix\"><h2>Who states what</h2>\n"
        "<p class=\"lead\">Each value leads to its quotation; letters are the sides of the "
        "finding. A dash means that the source is silent.</p>\n"
        "<div class=\"scroll\" role=\"region\" aria-label=\"Facts by source\" tabindex=\"0\">"
        "<table class=\"matrix\"><thead><tr><th scope=\"col\">Fact</th>";
    for (const std::string& source : sources) {
        text += fmt::format("<th scope=\"col\">{}</th>", html(source));
    }
    text += "</tr></thead><tbody>\n";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        text += "<tr>" + row_head(*findings[i]);
        for (const std::string& source : sources) {
            text += cell(rows[i], source, findings[i]->sides.size());
        }
        text += "</tr>\n";
    }
    text += "</tbody></table></div>\n";
    if (all_sources > sources.size()) {
        text += fmt::format("<p class=\"lead\">{} that state less are not shown here.</p>\n",
                            counted(all_sources - sources.size(), "source"));
    }
    if (const std::vector<std::string> silent = silent_sources(page.report()); !silent.empty()) {
        text += fmt::format("<p class=\"lead\">Silent on all of these: {}.</p>\n",
                            html(fmt::format("{}", fmt::join(silent, ", "))));
    }
    if (all_rows > rows.size()) {
        text += fmt::format("<p class=\"lead\">The first {} of {} are shown.</p>\n", rows.size(),
                            counted(all_rows, "fact"));
    }
    return text + "</section>\n";
}

}  // namespace atodds
