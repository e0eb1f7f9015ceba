#include "report/fact_text.hpp"
#include "report/html_page.hpp"
#include "report/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace atodds {
namespace {

// Quotations of a side that stand open; the others wait behind a summary. A guess.
constexpr std::size_t kOpenQuotes = 3;
// Bytes of context shown before and behind a statement. A guess: about two lines.
constexpr std::uint32_t kContextBytes = 180;

char letter(std::size_t side) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    return side < kLetters.size() ? kLetters[side] : '*';
}

bool is_word_break(char character) {
    return character == ' ' || character == '\n' || character == '\t';
}

// The block of the article around the statement, so that context never runs into a teaser.
ByteSpan block_around(const Evidence& evidence) {
    const auto size = static_cast<std::uint32_t>(evidence.shown.size());
    if (evidence.article != nullptr && evidence.text.data() == evidence.article->text.data()) {
        for (const Block& block : evidence.article->blocks) {
            if (block.span.contains(evidence.statement) && block.span.end <= size) {
                return block.span;
            }
        }
    }
    return evidence.statement;
}

// From the statement outwards to a word break, at most kContextBytes.
ByteSpan context_around(const Evidence& evidence) {
    const ByteSpan block = block_around(evidence);
    ByteSpan context = evidence.statement;
    if (context.begin - block.begin <= kContextBytes) {
        context.begin = block.begin;
    } else {
        context.begin -= kContextBytes;
        while (context.begin < evidence.statement.begin &&
               !is_word_break(evidence.shown[context.begin])) {
            ++context.begin;
        }
    }
    if (block.end - context.end <= kContextBytes) {
        context.end = block.end;
    } else {
        context.end += kContextBytes;
        while (context.end > evidence.statement.end &&
               !is_word_break(evidence.shown[context.end - 1])) {
            --context.end;
        }
    }
    return context;
}

std::string quotation(const Evidence& evidence) {
    const ByteSpan context = context_around(evidence);
    const ByteSpan block = block_around(evidence);
    const auto part = [&](std::uint32_t from, std::uint32_t to) {
        return from < to ? html_with_marks(slice(evidence.shown, {from, to})) : std::string();
    };
    const ByteSpan statement = evidence.statement;
    ByteSpan value = evidence.value;
    if (!statement.contains(value)) {
        value = {statement.begin, statement.begin};
    }
    const std::string before = part(context.begin, statement.begin);
    const std::string behind = part(statement.end, context.end);
    std::string text;
    if (!before.empty()) {
        text += fmt::format("<span class=\"context\">{}{}</span>",
                            context.begin > block.begin ? "…" : "", before);
    }
    text += part(statement.begin, value.begin);
    if (!value.is_empty()) {
        text += fmt::format("<mark>{}</mark>", part(value.begin, value.end));
    }
    text += part(value.end, statement.end);
    if (!behind.empty()) {
        text += fmt::format("<span class=\"context\">{}{}</span>", behind,
                            context.end < block.end ? "…" : "");
    }
    return text;
}

// "Example Daily says Some Agency says a spokesman": who it passed through to reach the page.
std::string source_chain(const Fact& fact, const Article* article) {
    if (fact.qualifiers.sources.empty()) {
        return "";
    }
    std::string text = fmt::format(
        "<span>{}</span>", article == nullptr ? html(fact.article) : html(source_name(*article)));
    for (const SourceRef& source : fact.qualifiers.sources) {
        text += fmt::format(" <span class=\"arrow\" aria-label=\"from\">←</span> <span>{}</span>",
                            html(source.surface.empty() ? source.id : source.surface));
    }
    return fmt::format("<span class=\"chain\">{}</span>", text);
}

std::string without_sources(const Fact& fact) {
    Qualifiers plain = fact.qualifiers;
    plain.sources.clear();
    return qualifier_text(plain);
}

std::string caption(Page& page, const Fact& fact, const Evidence& evidence) {
    std::string text = "<figcaption>";
    if (evidence.article != nullptr) {
        text += fmt::format("<b>{}</b>", html(source_name(*evidence.article)));
        text += evidence.article->published
                    ? fmt::format(" <time>{}</time>", to_iso(*evidence.article->published))
                    : std::string(" <span class=\"absent\">no date</span>");
    }
    text += fmt::format(" <span class=\"place\">{}</span>", html(page.place_of(fact)));
    if (evidence.article != nullptr) {
        if (const auto url = linkable(evidence.article->url)) {
            text +=
                fmt::format(" <a href=\"{}\" rel=\"noopener noreferrer\">open at these words</a>",
                            html(link_to_words(*url, slice(evidence.shown, evidence.statement))));
        }
    }
    text += source_chain(fact, evidence.article);
    if (const std::string said = without_sources(fact); !said.empty()) {
        text += fmt::format("<span class=\"said\">{}</span>", html(said));
    }
    return text + "</figcaption>";
}

std::string figure(Page& page, const Finding& finding, const Fact& fact) {
    const Evidence evidence = evidence_of(fact, page.lookup());
    return fmt::format("<figure id=\"{}\"><blockquote>{}</blockquote>{}</figure>\n",
                       Page::quote_anchor(finding.id, fact), quotation(evidence),
                       caption(page, fact, evidence));
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

std::string side_of(Page& page, const Finding& finding, std::size_t index) {
    const Side& side = finding.sides[index];
    std::string text = fmt::format(
        "<section class=\"side\"><h4><span class=\"letter\" aria-hidden=\"true\">{}</span>{}</h4>"
        "<p class=\"who\">{}{}</p>\n",
        letter(index), html(side.value), counted(side.articles.size(), "article"),
        origins_of(page, side));
    std::size_t shown = 0;
    for (const std::string& id : side.facts) {
        const Fact* fact = page.lookup().fact(id);
        if (fact == nullptr) {
            continue;
        }
        if (shown == kOpenQuotes) {
            text += fmt::format("<details><summary>{} more</summary>\n",
                                counted(side.facts.size() - shown, "quotation"));
        }
        text += figure(page, finding, *fact);
        ++shown;
    }
    return text + (shown > kOpenQuotes ? "</details></section>\n" : "</section>\n");
}

// With two sides there is nothing to say: they clash.
std::string clashes(const Finding& finding) {
    const std::size_t sides = finding.sides.size();
    if (sides < 3 || finding.conflicts.size() == sides * (sides - 1) / 2) {
        return "";
    }
    std::string text;
    for (const auto& [left, right] : finding.conflicts) {
        text += fmt::format("{}{} and {}", text.empty() ? "" : ", ", letter(left), letter(right));
    }
    return fmt::format("<p class=\"clashes\">At odds: {}.</p>\n", text);
}

// When which value was stated, where at least two days are known.
std::string timeline(const Page& page, const Finding& finding) {
    std::map<Day, std::set<std::size_t>> sides_by_day;
    for (std::size_t i = 0; i < finding.sides.size(); ++i) {
        for (const std::string& id : finding.sides[i].articles) {
            const Article* article = page.lookup().article(id);
            if (article != nullptr && article->published) {
                sides_by_day[*article->published].insert(i);
            }
        }
    }
    if (sides_by_day.size() < 2 || finding.sides.size() < 2) {
        return "";
    }
    std::string text = "<ol class=\"timeline\" aria-label=\"Values over time\">";
    for (const auto& [day, sides] : sides_by_day) {
        text += fmt::format("<li><time>{}</time>", to_iso(day));
        for (const std::size_t side : sides) {
            text +=
                fmt::format(" <span><span class=\"letter\" aria-hidden=\"true\">{}</span>{}</span>",
                            letter(side), html(finding.sides[side].value));
        }
        text += "</li>";
    }
    return text + "</ol>\n";
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

// Sources of all sides, one a line: what the page's filter reads.
std::string sources_of(const Page& page, const Finding& finding) {
    std::set<std::string> names;
    for (const Side& side : finding.sides) {
        for (const std::string& id : side.articles) {
            const Article* article = page.lookup().article(id);
            names.insert(article == nullptr ? id : source_name(*article));
        }
    }
    std::string text;
    for (const std::string& name : names) {
        text += fmt::format("{}{}", text.empty() ? "" : "|", html(name));
    }
    return text;
}

}  // namespace

std::string html_finding(Page& page, const Finding& finding) {
    const std::string_view level = name_of(finding.level);
    std::string text = fmt::format(
        "<article class=\"finding {0}\" id=\"f-{1}\" data-level=\"{0}\" data-sources=\"|{2}|\">\n"
        "<header><p class=\"labels\"><span class=\"level\">{0}</span> <span>{3}</span>",
        level, anchor(finding.id), sources_of(page, finding), phrase_of(finding.verdict));
    if (finding.kind != FindingKind::CrossArticle) {
        text += fmt::format(" <span>{}</span>", name_of(finding.kind));
    }
    if (finding.update_possible) {
        text += " <span>a date is missing: may be an update</span>";
    }
    text +=
        fmt::format("</p><h3><a href=\"#f-{}\">{}</a></h3><p class=\"reason\">{}</p></header>\n",
                    anchor(finding.id), html(finding.fact.empty() ? finding.rule : finding.fact),
                    html(reason_of(finding)));
    text += timeline(page, finding);
    // Four stand better two by two than three and one.
    text +=
        finding.sides.size() == 4 ? "<div class=\"sides by-two\">\n" : "<div class=\"sides\">\n";
    for (std::size_t i = 0; i < finding.sides.size(); ++i) {
        text += side_of(page, finding, i);
    }
    text += "</div>\n" + clashes(finding) + trace_of(finding);
    return text + fmt::format("<p class=\"id\"><code>{}</code> <code>{}</code></p></article>\n",
                              html(finding.id), html(finding.rule));
}

}  // namespace atodds
