#include "compare/quotation_marks.hpp"
#include "report/finding_words.hpp"
#include "report/html_page.hpp"
#include "report/html_text.hpp"
#include "report/text_fragment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

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

// What stands out in the statement, in bytes of what is shown: where a quotation differs, the words
// that do, else the value. Sorted, not overlapping, inside the statement.
std::vector<ByteSpan> marks_in(const Evidence& evidence, const Finding& finding, const Fact& fact) {
    std::vector<ByteSpan> marks;
    for (const ByteSpan mark : marks_of(finding, fact.id)) {
        if (fact.span.contains(mark)) {
            const std::uint32_t begin = mark.begin - fact.span.begin + evidence.value.begin;
            marks.push_back({begin, begin + mark.size()});
        }
    }
    if (marks.empty() && !evidence.value.is_empty()) {
        marks.push_back(evidence.value);
    }
    const bool are_inside = std::all_of(marks.begin(), marks.end(), [&](ByteSpan mark) {
        return evidence.statement.contains(mark);
    });
    return are_inside ? marks : std::vector<ByteSpan>();
}

std::string part(const Evidence& evidence, std::uint32_t from, std::uint32_t to) {
    return from < to ? html_with_marks(slice(evidence.shown, {from, to})) : std::string();
}

// A blank mark is a place where only the other side has words.
std::string statement_of(const Evidence& evidence, const std::vector<ByteSpan>& marks) {
    std::string text;
    std::uint32_t at = evidence.statement.begin;
    for (const ByteSpan mark : marks) {
        if (mark.begin < at) {
            continue;
        }
        text += part(evidence, at, mark.begin);
        text += mark.is_empty()
                    ? std::string(
                          "<mark class=\"gap\" title=\"other sides have more words here\">"
                          "<span class=\"unseen\">words missing</span></mark>")
                    : fmt::format("<mark>{}</mark>", part(evidence, mark.begin, mark.end));
        at = mark.end;
    }
    return text + part(evidence, at, evidence.statement.end);
}

std::string quotation(const Evidence& evidence, const std::vector<ByteSpan>& marks) {
    const ByteSpan context = context_around(evidence);
    const ByteSpan block = block_around(evidence);
    const auto is_cut = [&](std::uint32_t at) { return !begins_sentence(evidence.shown, at); };
    const std::string before = part(evidence, context.begin, evidence.statement.begin);
    const std::string behind = part(evidence, evidence.statement.end, context.end);
    std::string text;
    if (!before.empty()) {
        text +=
            fmt::format("<span class=\"context\">{}{}</span>",
                        is_cut(context.begin) && context.begin > block.begin ? "…" : "", before);
    }
    text += statement_of(evidence, marks);
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

std::string link_to(const Evidence& evidence) {
    const auto url = evidence.article == nullptr ? std::nullopt : linkable(evidence.article->url);
    return url ? fmt::format(
                     " <a class=\"open\" href=\"{}\" rel=\"noopener noreferrer\">open at these "
                     "words<span class=\"unseen\"> in {}</span></a>",
                     html(link_to_words(*url, evidence)), html(source_name(*evidence.article)))
               : "";
}

std::string caption(Page& page, const Fact& fact, const Evidence& evidence) {
    std::string text = "<figcaption>";
    if (evidence.article != nullptr) {
        text += fmt::format("<b>{}</b> {}", html(source_name(*evidence.article)),
                            evidence.article->published
                                ? html_day(*evidence.article->published)
                                : std::string("<span class=\"absent\">no date</span>"));
    }
    if (const std::string said = manner_of(fact); !said.empty()) {
        text += fmt::format(" <span class=\"said\">{}</span>", html(said));
    }
    return text + fmt::format("{}{} <span class=\"place\">{}</span></figcaption>",
                              link_to(evidence), source_chain(page, fact, evidence.article),
                              html(page.place_of(fact)));
}

}  // namespace

std::string html_quotation(Page& page, const Finding& finding, const Fact& fact) {
    const Evidence evidence = evidence_of(fact, page.lookup());
    return fmt::format("<figure id=\"{}\"><blockquote>{}</blockquote>{}</figure>\n",
                       Page::quote_anchor(finding.id, fact),
                       quotation(evidence, marks_in(evidence, finding, fact)),
                       caption(page, fact, evidence));
}

}  // namespace atodds
