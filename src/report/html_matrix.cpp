#include "report/fact_text.hpp"
#include "report/finding_title.hpp"
#include "report/html_page.hpp"
#include "report/html_text.hpp"
#include "report/matrix_topics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

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

// First fact of the side that the source states.
const Fact* fact_by(const Page& page, const Side& side, const std::string& source) {
    for (const std::string& id : side.facts) {
        const Fact* fact = page.lookup().fact(id);
        if (fact != nullptr && page.source_of(fact->article) == source) {
            return fact;
        }
    }
    return nullptr;
}

// The value in the words of the source, where they can stand alone: "ordered" of a denied order
// cannot, nor can "may" of a possibility, a yes or a long remark.
std::string value_as_stated(const Side& side, const Fact* fact) {
    constexpr std::size_t kMostBytes = 48;  // a guess: three lines of a cell
    const bool is_plain = fact != nullptr && fact->qualifiers.polarity == Polarity::Positive &&
                          fact->qualifiers.certainty == Certainty::Asserted &&
                          fact->qualifiers.stance != Stance::Denies &&
                          fact->value.type != ValueType::Polarity &&
                          fact->value.type != ValueType::Category;
    const bool fits = is_plain && !fact->surface.empty() && fact->surface.size() <= kMostBytes;
    return fits ? fact->surface : side.value;
}

Row row_of(const Page& page, const Finding& finding) {
    Row row;
    for (std::size_t i = 0; i < finding.sides.size(); ++i) {
        const Side& side = finding.sides[i];
        std::set<std::string> sources;
        for (const std::string& id : side.articles) {
            sources.insert(page.source_of(id));
        }
        for (const std::string& source : sources) {
            const Fact* fact = fact_by(page, side, source);
            row[source].push_back({value_as_stated(side, fact),
                                   fact == nullptr ? "" : Page::quote_anchor(finding.id, *fact),
                                   i});
        }
    }
    return row;
}

struct MatrixRow {
    const Finding* finding = nullptr;
    Row cells;
};

// Sources that state most come first; equal ones by name.
std::vector<std::string> columns_of(const std::vector<const MatrixRow*>& rows) {
    std::map<std::string, std::size_t> cells;
    for (const MatrixRow* row : rows) {
        for (const auto& [source, statements] : row->cells) {
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
    const std::string letter = sides < 2 ? std::string()
                                         : fmt::format("<span class=\"letter\">{}</span>",
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

// The subject where it is not that of the whole table.
std::string row_head(const Page& page, const Finding& finding, const std::string& topic) {
    const std::string subject = subject_of(finding, page.lookup());
    const bool agrees = finding.verdict == Verdict::Agree;
    return fmt::format(
        "<th scope=\"row\"><span class=\"dot {}\"></span><a href=\"#f-{}\">{}</a>{} "
        "<span class=\"unseen\">({})</span></th>",
        agrees ? "agree" : name_of(finding.level), anchor(finding.id), html(title_of(finding)),
        subject.empty() || subject == topic
            ? ""
            : fmt::format(" <span class=\"about\">{}</span>", html(subject)),
        agrees ? "agree" : name_of(finding.level));
}

constexpr char kHead[] =
    "<section id=\"matrix\" aria-labelledby=\"matrix-head\"><h2 id=\"matrix-head\">"
    "Who states what</h2>\n"
    "<p class=\"lead\">Each value is in the words of its source where they can stand alone, and "
    "leads to its quotation. Letters are the sides of the finding; a dash means that the source is "
    "silent.</p>\n";

std::vector<MatrixRow> compared(const Page& page) {
    std::vector<MatrixRow> rows;
    for (const Finding* finding : page.shown()) {
        if (finding->kind == FindingKind::CrossArticle) {
            rows.push_back({finding, row_of(page, *finding)});
        }
    }
    for (const Finding& agreement : page.report().agreements) {
        rows.push_back({&agreement, row_of(page, agreement)});
    }
    return rows;
}

std::vector<std::vector<std::size_t>> topics_of(const std::vector<MatrixRow>& rows) {
    std::vector<TopicRow> of_rows;
    for (const MatrixRow& row : rows) {
        TopicRow of_row;
        of_row.tier = row.finding->tier;
        for (const auto& [source, statements] : row.cells) {
            of_row.sources.insert(source);
        }
        of_rows.push_back(std::move(of_row));
    }
    return rows_by_topic(of_rows);
}

// What most facts of a topic name: "Aldra Venn"; of equally many, the first by name.
std::string title_of_topic(const Page& page, const std::vector<const MatrixRow*>& rows) {
    std::map<std::string, std::size_t> counts;
    for (const MatrixRow* row : rows) {
        std::set<std::string> names;
        for (const Fact* fact : facts_of(*row->finding, page.lookup())) {
            for (const SlotValue& slot : fact->slots) {
                if (const std::string* name = page.lookup().name(slot.value); name != nullptr) {
                    names.insert(*name);
                }
            }
        }
        for (const std::string& name : names) {
            counts[name] += 1;
        }
    }
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? "Other facts" : most->first;
}

std::string group_head(bool agrees, std::size_t sources, bool closes) {
    return fmt::format(
        "{}<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"{}\"><span>{}</span></th>"
        "</tr>\n",
        closes ? "</tbody>" : "", sources + 1, agrees ? "Agreed" : "At odds");
}

std::string table(const Page& page, const std::vector<const MatrixRow*>& rows,
                  const std::string& title) {
    std::vector<std::string> sources = columns_of(rows);
    const std::size_t left_out = sources.size() - std::min(sources.size(), kMostSources);
    sources.resize(sources.size() - left_out);
    std::string text = fmt::format(
        "<div class=\"scroll\" role=\"region\" aria-label=\"Facts by source: {}\" tabindex=\"0\">"
        "<table class=\"matrix\"><thead><tr><th scope=\"col\">Fact</th>",
        html(title));
    for (const std::string& source : sources) {
        text += fmt::format("<th scope=\"col\">{}</th>", html(source));
    }
    text += "</tr></thead>\n";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool agrees = rows[i]->finding->verdict == Verdict::Agree;
        if (i == 0 || agrees != (rows[i - 1]->finding->verdict == Verdict::Agree)) {
            text += group_head(agrees, sources.size(), i > 0);
        }
        text += "<tr>" + row_head(page, *rows[i]->finding, title);
        for (const std::string& source : sources) {
            text += cell(rows[i]->cells, source, rows[i]->finding->sides.size());
        }
        text += "</tr>\n";
    }
    text += "</tbody></table></div>\n";
    return left_out == 0
               ? text
               : text +
                     fmt::format("<p class=\"lead\">{} that state less are not shown here.</p>\n",
                                 counted(left_out, "source"));
}

}  // namespace

std::string html_matrix(Page& page) {
    std::vector<MatrixRow> rows = compared(page);
    if (rows.empty()) {
        return "";
    }
    const std::size_t all = rows.size();
    rows.resize(std::min(all, kMostRows));
    const std::vector<std::vector<std::size_t>> topics = topics_of(rows);
    std::string text = kHead;
    for (const std::vector<std::size_t>& topic : topics) {
        std::vector<const MatrixRow*> of_topic;
        for (const std::size_t row : topic) {
            of_topic.push_back(&rows[row]);
        }
        const std::string title = title_of_topic(page, of_topic);
        if (topics.size() > 1) {
            text += fmt::format("<h3>{}</h3>\n", html(title));
        }
        text += table(page, of_topic, title);
    }
    if (const std::vector<std::string> silent = silent_sources(page.report()); !silent.empty()) {
        text += fmt::format("<p class=\"lead\">Silent on all of these: {}.</p>\n",
                            html(fmt::format("{}", fmt::join(silent, ", "))));
    }
    if (all > rows.size()) {
        text += fmt::format("<p class=\"lead\">The first {} of {} are shown.</p>\n", rows.size(),
                            counted(all, "fact"));
    }
    return text + "</section>\n";
}

}  // namespace atodds
