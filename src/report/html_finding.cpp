#include "report/fact_text.hpp"
#include "report/finding_words.hpp"
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
// Most bytes of context before and behind a statement. A guess: about four lines.
constexpr std::uint32_t kContextBytes = 320;

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

bool is_blank(char character) {
    return character == ' ' || character == '\n' || character == '\t' || character == '\r';
}

// True where a sentence may begin at `at`: blanks behind a full stop, or a new line. Close enough
// for context; an abbreviation makes it shorter.
bool begins_sentence(std::string_view text, std::uint32_t at) {
    if (at < 2 || at >= text.size() || !is_blank(text[at - 1]) || is_blank(text[at])) {
        return false;
    }
    std::uint32_t end = at - 1;
    while (end > 0 && (is_blank(text[end]) || text[end] == '"' || text[end] == ')' ||
                       static_cast<unsigned char>(text[end]) >= 0x80)) {
        --end;
    }
    return text[end] == '.' || text[end] == '?' || text[end] == '!';
}

// The sentence before and the sentence after the statement, each cut at a word where it is long.
ByteSpan context_around(const Evidence& evidence) {
    const ByteSpan block = block_around(evidence);
    const std::string_view shown = evidence.shown;
    ByteSpan context = evidence.statement;
    while (context.begin > block.begin &&
           evidence.statement.begin - context.begin < kContextBytes &&
           !(context.begin < evidence.statement.begin && begins_sentence(shown, context.begin))) {
        --context.begin;
    }
    while (context.begin > block.begin && context.begin < evidence.statement.begin &&
           !is_blank(shown[context.begin - 1])) {
        ++context.begin;
    }
    bool has_words = false;
    while (context.end < block.end && context.end - evidence.statement.end < kContextBytes &&
           !(has_words && begins_sentence(shown, context.end))) {
        has_words = has_words || !is_blank(shown[context.end]);
        ++context.end;
    }
    while (context.end < block.end && context.end > evidence.statement.end &&
           !is_blank(shown[context.end - 1])) {
        --context.end;
    }
    return context;
}

std::string quotation(const Evidence& evidence, const std::vector<ByteSpan>& marks) {
    const ByteSpan context = context_around(evidence);
    const ByteSpan block = block_around(evidence);
    const auto part = [&](std::uint32_t from, std::uint32_t to) {
        return from < to ? html_with_marks(slice(evidence.shown, {from, to})) : std::string();
    };
    const auto is_cut = [&](std::uint32_t at) { return !begins_sentence(evidence.shown, at); };
    const ByteSpan statement = evidence.statement;
    const std::string before = part(context.begin, statement.begin);
    const std::string behind = part(statement.end, context.end);
    std::string text;
    if (!before.empty()) {
        text +=
            fmt::format("<span class=\"context\">{}{}</span>",
                        is_cut(context.begin) && context.begin > block.begin ? "…" : "", before);
    }
    std::uint32_t at = statement.begin;
    for (const ByteSpan mark : marks) {
        if (statement.contains(mark) && mark.begin >= at) {
            text += part(at, mark.begin);
            text += fmt::format("<mark>{}</mark>", part(mark.begin, mark.end));
            at = mark.end;
        }
    }
    text += part(at, statement.end);
    if (!behind.empty()) {
        text += fmt::format("<span class=\"context\">{}{}</span>", behind,
                            is_cut(context.end) && context.end < block.end ? "…" : "");
    }
    return text;
}

// The way a statement took: the page's article first, then whom it has it from.
std::string source_chain(const Page& page, const Fact& fact, const Article* article) {
    if (fact.qualifiers.sources.empty()) {
        return "";
    }
    std::string text = fmt::format(
        "<span>{}</span>", article == nullptr ? html(fact.article) : html(source_name(*article)));
    for (const SourceRef& source : fact.qualifiers.sources) {
        text += fmt::format(
            " <span class=\"arrow\" aria-hidden=\"true\">←</span>"
            "<span class=\"unseen\">has it from</span> <span>{}</span>",
            html(name_of_source(source, article, page.lookup())));
    }
    return fmt::format("<span class=\"chain\">{}</span>", text);
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
    text += source_chain(page, fact, evidence.article);
    if (const std::string said = manner_of(fact); !said.empty()) {
        text += fmt::format("<span class=\"said\">{}</span>", html(said));
    }
    return text + "</figcaption>";
}

std::string figure(Page& page, const Finding& finding, const Fact& fact) {
    const Evidence evidence = evidence_of(fact, page.lookup());
    return fmt::format("<figure id=\"{}\"><blockquote>{}</blockquote>{}</figure>\n",
                       Page::quote_anchor(finding.id, fact),
                       quotation(evidence, marks_in(finding, fact, evidence)),
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
        "<section class=\"side s{}\"><h4><span class=\"letter\" "
        "aria-hidden=\"true\">{}</span>{}</h4>"
        "<p class=\"who\">{}{}</p>\n",
        Page::side_colour(index), Page::side_letter(index), html(side.value),
        counted(side.articles.size(), "article"), origins_of(page, side));
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
        "<article class=\"finding {0}\" id=\"f-{1}\" data-level=\"{0}\" data-sources=\"|{2}|\" "
        "data-kind=\"{3}\" data-tier=\"{4}\">\n"
        "<header><p class=\"labels\"><span class=\"level\">{0}</span> <span>{3}</span>",
        level, anchor(finding.id), sources_of(page, finding), phrase_of(finding.verdict),
        finding.tier == Tier::Open ? "open" : "declared");
    if (finding.kind != FindingKind::CrossArticle) {
        text += fmt::format(" <span>{}</span>", name_of(finding.kind));
    }
    if (finding.tier == Tier::Open) {
        text += " <span title=\"no rule names this fact; matched by its words\">open</span>";
    }
    if (finding.update_possible) {
        text += " <span>a date is missing: may be an update</span>";
    }
    text +=
        fmt::format("</p><h3><a href=\"#f-{}\">{}</a></h3><p class=\"reason\">{}</p></header>\n",
                    anchor(finding.id), html(title_of(finding)), html(reason_of(finding)));
    text += html_timeline(page, finding);
    // Four stand better two by two than three and one.
    text +=
        finding.sides.size() == 4 ? "<div class=\"sides by-two\">\n" : "<div class=\"sides\">\n";
    for (std::size_t i = 0; i < finding.sides.size(); ++i) {
        text += side_of(page, finding, i);
    }
    text += "</div>\n" + clashes(finding);
    if (const std::string next = next_check(finding, page.lookup()); !next.empty()) {
        text += fmt::format("<p class=\"next\"><b>Next check</b> {}</p>\n", html(next));
    }
    text += trace_of(finding);
    return text + fmt::format("<p class=\"id\"><code>{}</code> <code>{}</code></p></article>\n",
                              html(finding.id), html(finding.rule));
}

}  // namespace atodds
