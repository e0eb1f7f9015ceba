#include "ingest/markdown.hpp"

#include "ingest/front_matter.hpp"
#include "ingest/lines.hpp"
#include "ingest/markdown_marks.hpp"
#include "ingest/quarantine.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atodds {
namespace {

bool consists_of(std::string_view line, std::string_view bytes) {
    return !line.empty() && line.find_first_not_of(bytes) == std::string_view::npos;
}

/// Three marks or more of one kind with nothing else but blanks between them.
bool is_thematic_break(std::string_view line) {
    for (const char mark : {'-', '*', '_'}) {
        if (consists_of(line, std::string{mark, ' '}) && std::ranges::count(line, mark) >= 3) {
            return true;
        }
    }
    return false;
}

/// Number of `#` of a heading line, 0 for other lines.
std::uint32_t heading_level(std::string_view line) {
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    const bool is_heading = level >= 1 && level <= 6 && level < line.size() && line[level] == ' ';
    return is_heading ? static_cast<std::uint32_t>(level) : 0;
}

/// Bytes of a list marker with the blank behind it, 0 for other lines. A number of four digits is
/// a year at the start of a sentence and no marker.
std::uint32_t marker_size(std::string_view line) {
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) {
        return 2;
    }
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const bool is_numbered = digits >= 1 && digits <= 3 && digits + 1 < line.size() &&
                             (line[digits] == '.' || line[digits] == ')') &&
                             line[digits + 1] == ' ';
    return is_numbered ? static_cast<std::uint32_t>(digits + 2) : 0;
}

bool is_link_definition(std::string_view line) {
    if (!line.starts_with('[')) {
        return false;
    }
    const std::size_t close = line.find("]: ");
    return close != std::string_view::npos && line.find(']') == close;
}

class BlockScanner {
  public:
    explicit BlockScanner(Article& article) : article_(article) {}

    void scan(std::uint32_t from) {
        const std::vector<Line> lines = split_lines(article_.reading, from);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            i = take_line(lines, i);
        }
        flush();
    }

  private:
    std::string_view view(ByteSpan span) const { return slice(article_.reading, span); }

    /// Takes the line at `i`, with more for fenced code; returns the last line taken.
    std::size_t take_line(const std::vector<Line>& lines, std::size_t i) {
        const ByteSpan span = lines[i].span;
        const std::string_view line = view(span);
        if (line.empty()) {
            flush();
            return i;
        }
        if (line.starts_with("```") || line.starts_with("~~~")) {
            return take_code(lines, i);
        }
        if (const std::uint32_t level = heading_level(line); level > 0) {
            flush();
            add_heading({span.begin + level, span.end}, level);
            return i;
        }
        if (is_underline(line)) {
            const ByteSpan title = std::exchange(open_, {});
            add_heading(title, line.front() == '=' ? 1 : 2);
            blank(span);
            return i;
        }
        const bool is_table = line.starts_with('|');
        if (is_thematic_break(line) || (open_.is_empty() && is_link_definition(line)) ||
            (is_table && consists_of(line, "|-: "))) {
            flush();
            blank(span);
        } else if (is_table) {
            flush();
            article_.blocks.push_back({BlockKind::Boilerplate, span, "table row"});
        } else {
            take_text(span);
        }
        return i;
    }

    /// A row of `=` or `-` below the one line of an open paragraph.
    bool is_underline(std::string_view line) const {
        return !open_.is_empty() && open_kind_ == BlockKind::Body && open_lines_ == 1 &&
               line.size() >= 2 && (consists_of(line, "=") || consists_of(line, "-"));
    }

    std::size_t take_code(const std::vector<Line>& lines, std::size_t first) {
        flush();
        const std::string fence(view(lines[first].span).substr(0, 3));
        std::size_t last = first + 1;
        while (last < lines.size() && !view(lines[last].span).starts_with(fence)) {
            ++last;
        }
        last = std::min(last, lines.size() - 1);
        while (lines[last].is_blank()) {
            --last;
        }
        article_.blocks.push_back({BlockKind::Boilerplate,
                                   {lines[first].span.begin, lines[last].span.end},
                                   "code block"});
        return last;
    }

    /// A line of a paragraph, quotation or list item.
    void take_text(ByteSpan span) {
        const bool is_quote = view(span).starts_with('>');
        if (is_quote && open_kind_ != BlockKind::Quote) {
            flush();
        }
        std::uint32_t begin = span.begin;
        while (begin < span.end &&
               (article_.reading[begin] == '>' || (is_quote && article_.reading[begin] == ' '))) {
            article_.reading[begin++] = ' ';
        }
        if (const std::uint32_t size = marker_size(view({begin, span.end})); size > 0) {
            flush();
            blank({begin, begin + size});
        }
        // An empty quotation line parts two paragraphs of one quotation.
        if (begin == span.end) {
            flush();
            return;
        }
        open_kind_ =
            open_.is_empty() ? (is_quote ? BlockKind::Quote : BlockKind::Body) : open_kind_;
        open_.begin = open_.is_empty() ? begin : open_.begin;
        open_.end = span.end;
        ++open_lines_;
    }

    void flush() {
        if (!open_.is_empty()) {
            add(open_kind_, open_);
        }
        open_ = {};
        open_lines_ = 0;
        open_kind_ = BlockKind::Body;
    }

    void add_heading(ByteSpan span, std::uint32_t level) {
        open_lines_ = 0;
        std::uint32_t end = span.end;
        while (end > span.begin && article_.reading[end - 1] == '#') {
            article_.reading[--end] = ' ';
        }
        const bool is_title = level == 1 && !has_title_;
        add(is_title ? BlockKind::Title : BlockKind::Heading, span);
        has_title_ = has_title_ || is_title;
    }

    void add(BlockKind kind, ByteSpan span) {
        const std::size_t link_bytes = blank_marks(article_.reading, span);
        span = trimmed(article_.reading, span);
        if (span.is_empty()) {
            return;
        }
        constexpr std::size_t kLongestBareLink = 20;
        const bool is_bare_link = kind == BlockKind::Body && link_bytes * 5 >= span.size() * 4 &&
                                  count_words(view(span)) <= kLongestBareLink;
        if (is_bare_link) {
            article_.blocks.push_back({BlockKind::Boilerplate, span, "only a link"});
        } else {
            article_.blocks.push_back({kind, span, {}});
        }
    }

    void blank(ByteSpan span) {
        std::fill(article_.reading.begin() + span.begin, article_.reading.begin() + span.end, ' ');
    }

    Article& article_;
    ByteSpan open_;  ///< the paragraph being read; empty between paragraphs
    BlockKind open_kind_ = BlockKind::Body;
    std::size_t open_lines_ = 0;
    bool has_title_ = false;
};

}  // namespace

Result<Done> read_markdown(Article& article, Diagnostics& diagnostics) {
    const Result<FrontMatter> matter = read_front_matter(article, diagnostics);
    if (!matter) {
        return matter.error();
    }
    article.reading = article.text;
    article.blocks.clear();
    blank_hidden(article.reading, matter->span.end);
    BlockScanner(article).scan(matter->span.end);
    const auto heading = std::ranges::find(article.blocks, BlockKind::Title, &Block::kind);
    const bool has_heading = heading != article.blocks.end();
    if (has_heading && article.title.empty()) {
        article.title = slice(article.reading, heading->span);
    }
    std::vector<Block> body = std::exchange(article.blocks, {});
    add_front_matter(article, *matter, has_heading ? ByteSpan{} : matter->title);
    std::ranges::move(body, std::back_inserter(article.blocks));
    quarantine_blocks(article.reading, article.blocks);
    quarantine_language(article, matter->language);
    return Done{};
}

}  // namespace atodds
