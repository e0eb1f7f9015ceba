#include "ingest/plain_text.hpp"

#include "ingest/boilerplate.hpp"
#include "ingest/date_line.hpp"
#include "ingest/front_matter.hpp"
#include "ingest/language_guess.hpp"
#include "ingest/lines.hpp"
#include "ingest/paragraphs.hpp"
#include "ingest/quarantine.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atodds {
namespace {

/// How far from the top a headline or a date line can stand: behind a menu, a share row. A guess.
constexpr std::size_t kTopParagraphs = 5;
/// Longest headline in the development news: 29 words; and headings are shorter than headlines.
constexpr std::size_t kLongestTitleWords = 30;
constexpr std::size_t kLongestTitleBytes = 300;
constexpr std::size_t kLongestHeadingWords = 14;

constexpr std::string_view kByteOrderMark = "\uFEFF";

/// Paragraphs and their blocks, index by index.
struct Layout {
    std::string_view text;
    std::vector<Paragraph> paragraphs;
    std::vector<Block> blocks;

    std::string_view words(std::size_t i) const { return slice(text, paragraphs[i].span); }
};

void take_date_lines(Layout& layout, Article& article) {
    const std::size_t top = std::min(kTopParagraphs, layout.blocks.size());
    for (std::size_t i = 0; i < top; ++i) {
        const std::optional<DateLine> line = parse_date_line(layout.words(i));
        if (!line) {
            continue;
        }
        std::optional<Day>& target =
            line->role == DateRole::Published ? article.published : article.updated;
        target = target ? target : line->day;
        layout.blocks[i].kind = BlockKind::FrontMatter;
    }
}

/// The first paragraph that is neither a date line nor quarantined, near the top.
std::optional<std::size_t> first_prose(const Layout& layout) {
    const std::size_t top = std::min(kTopParagraphs, layout.blocks.size());
    for (std::size_t i = 0; i < top; ++i) {
        const std::string_view words = layout.words(i);
        if (is_prose(layout.blocks[i].kind) && !boilerplate_reason(words) &&
            !foreign_reason(words)) {
            return i;
        }
    }
    return std::nullopt;
}

bool looks_like_title(const Layout& layout, std::size_t i) {
    const std::string_view words = layout.words(i);
    if (!layout.paragraphs[i].is_single_line || i + 1 == layout.paragraphs.size() ||
        words.size() > kLongestTitleBytes || count_words(words) > kLongestTitleWords) {
        return false;
    }
    const char last = last_bare_byte(words);
    const bool is_open = last == '.' || last == ',' || last == ';' || last == ':';
    return !is_open &&
           (layout.paragraphs[i].is_before_gap || layout.words(i + 1).size() > words.size());
}

void take_title(Layout& layout, Article& article) {
    if (!article.title.empty()) {
        layout.blocks.front().kind = BlockKind::Title;
        return;
    }
    const std::optional<std::size_t> first = first_prose(layout);
    if (first && looks_like_title(layout, *first)) {
        layout.blocks[*first].kind = BlockKind::Title;
        article.title = layout.words(*first);
    }
}

bool looks_like_heading(const Layout& layout, std::size_t i) {
    const std::string_view words = layout.words(i);
    const char last = last_bare_byte(words);
    const bool is_open =
        last == '.' || last == ',' || last == ';' || last == ':' || last == '!' || last == '-';
    return layout.blocks[i].kind == BlockKind::Body && layout.paragraphs[i].is_single_line &&
           count_words(words) <= kLongestHeadingWords && !is_open && !starts_small(words);
}

/// A heading stands directly above a longer paragraph that is no heading itself, so the rows of a
/// list or a table stay body.
void mark_headings(Layout& layout) {
    for (std::size_t i = 0; i + 1 < layout.blocks.size(); ++i) {
        if (looks_like_heading(layout, i) && layout.blocks[i + 1].kind == BlockKind::Body &&
            layout.words(i + 1).size() * 2 > layout.words(i).size() * 3 &&
            !looks_like_heading(layout, i + 1)) {
            layout.blocks[i].kind = BlockKind::Heading;
        }
    }
}

/// "> " at the start of its first line, as in mails.
void mark_quotes(Layout& layout) {
    for (std::size_t i = 0; i < layout.blocks.size(); ++i) {
        if (is_prose(layout.blocks[i].kind) && layout.words(i).starts_with("> ")) {
            layout.blocks[i].kind = BlockKind::Quote;
            layout.blocks[i].span.begin += 2;
        }
    }
}

/// Comments to this program (src/review/inline_ignores.hpp) are no text: blanked, so that one on a
/// line of its own is a blank line. Other comments are what the article says.
void blank_comments(std::string& reading) {
    constexpr std::string_view kOpen = "<!-- atodds-ignore";
    constexpr std::string_view kClose = "-->";
    for (std::size_t at = reading.find(kOpen); at != std::string::npos;
         at = reading.find(kOpen, at)) {
        const std::size_t close = reading.find(kClose, at);
        if (close == std::string::npos) {
            break;
        }
        const std::size_t end = close + kClose.size();
        for (; at < end; ++at) {
            const bool is_break = reading[at] == '\n' || reading[at] == '\r';
            reading[at] = is_break ? reading[at] : ' ';
        }
    }
}

/// Fills `reading`, and appends the blocks of the text from `begin` on.
void read_body(Article& article, std::uint32_t begin) {
    article.reading = article.text;
    blank_comments(article.reading);
    Layout layout{article.reading, {}, {}};
    const std::vector<Line> lines = split_lines(article.reading, begin);
    layout.paragraphs = split_paragraphs(article.reading, lines);
    for (const Paragraph& paragraph : layout.paragraphs) {
        layout.blocks.push_back({BlockKind::Body, paragraph.span, {}});
    }
    if (!layout.blocks.empty()) {
        take_date_lines(layout, article);
        take_title(layout, article);
        quarantine_blocks(article.reading, layout.blocks);
        mark_headings(layout);
        mark_quotes(layout);
    }
    std::ranges::move(layout.blocks, std::back_inserter(article.blocks));
}

}  // namespace

void read_plain_text(Article& article) {
    article.blocks.clear();
    if (article.text.starts_with(kByteOrderMark)) {
        const auto size = static_cast<std::uint32_t>(kByteOrderMark.size());
        article.blocks.push_back({BlockKind::FrontMatter, {0, size}, "byte order mark"});
    }
    read_body(article, 0);
}

Result<Done> read_text_file(Article& article, Diagnostics& diagnostics) {
    if (!opens_with_metadata(article.text)) {
        read_plain_text(article);
        return Done{};
    }
    const Result<FrontMatter> matter = read_front_matter(article, diagnostics);
    if (!matter) {
        return matter.error();
    }
    // The body is searched for its own headline: a title from above need not stand in it.
    const std::string title = std::exchange(article.title, {});
    article.blocks.clear();
    read_body(article, matter->span.end);
    const bool has_headline = !article.title.empty();
    article.title = title.empty() ? article.title : title;
    std::vector<Block> body = std::exchange(article.blocks, {});
    add_front_matter(article, *matter, has_headline ? ByteSpan{} : matter->title);
    std::ranges::move(body, std::back_inserter(article.blocks));
    quarantine_language(article, matter->language);
    return Done{};
}

}  // namespace atodds
