#include "report/quote_text.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

namespace atodds {
namespace {

constexpr std::uint32_t kEllipsisColumns = 1;

// One shown character: what is printed, how wide, and whether it belongs to the value.
struct Cell {
    std::string shown;
    std::uint32_t columns = 0;
    bool is_marked = false;
    std::size_t at = 0;  // its byte in the text
};

bool is_blank(char32_t value) {
    return value == U' ' || value == U'\t' || value == U'\n' || value == U'\r' ||
           value == U'\u00A0' || value == U'\u2028' || value == U'\u2029' || value == U'\u0085';
}

std::string visible(char32_t value) {
    return fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(value));
}

// A run of blanks is marked where any of it is: a value may span a line break.
std::vector<Cell> cells_of(std::string_view text, ByteSpan statement, ByteSpan value) {
    std::vector<Cell> cells;
    bool after_blank = true;  // no blank in front
    for (std::size_t at = statement.begin; at < statement.end;) {
        const CodePoint point = decode(text, at);
        const bool is_marked = at >= value.begin && at < value.end;
        const std::size_t place = at;
        at += point.size;
        if (is_blank(point.value)) {
            if (!after_blank) {
                cells.push_back({" ", 1, is_marked, place});
            }
            after_blank = true;
            continue;
        }
        after_blank = false;
        if (is_hidden(point.value)) {
            std::string shown = visible(point.value);
            const auto columns = static_cast<std::uint32_t>(shown.size());
            cells.push_back({std::move(shown), columns, is_marked, place});
        } else {
            cells.push_back({encode(point.value), column_width(point.value), is_marked, place});
        }
    }
    while (!cells.empty() && cells.back().shown == " ") {
        cells.pop_back();
    }
    return cells;
}

struct Window {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// The widest run of cells around the value that fits: the value first, then one cell before and
// one behind in turn. A value that does not fit is cut at its end.
Window window_around_mark(const std::vector<Cell>& cells, std::uint32_t width) {
    const auto is_marked = [](const Cell& cell) { return cell.is_marked; };
    const auto first = std::find_if(cells.begin(), cells.end(), is_marked);
    const std::size_t mark =
        first == cells.end() ? 0 : static_cast<std::size_t>(first - cells.begin());
    std::uint32_t room = width - 2 * kEllipsisColumns;
    Window window{mark, mark};
    std::uint32_t used = 0;
    const auto take = [&](std::size_t cell) {
        if (used + cells[cell].columns > room) {
            return false;
        }
        used += cells[cell].columns;
        return true;
    };
    while (window.end < cells.size() && cells[window.end].is_marked && take(window.end)) {
        ++window.end;
    }
    bool can_grow_left = true;
    bool can_grow_right = true;
    bool has_both_ellipses = true;
    while (can_grow_left || can_grow_right) {
        can_grow_left = can_grow_left && window.begin > 0 && take(window.begin - 1);
        window.begin -= can_grow_left ? 1 : 0;
        can_grow_right = can_grow_right && window.end < cells.size() && take(window.end);
        window.end += can_grow_right ? 1 : 0;
        if (has_both_ellipses && (window.begin == 0 || window.end == cells.size())) {
            has_both_ellipses = false;  // one end shows all there is: its column is free
            room += kEllipsisColumns;
        }
    }
    return window;
}

// The part of the statement that can be shown at all, so that cost does not grow with a statement
// that never ends: combining marks aside, no window reaches farther. Cut between characters.
ByteSpan part_near(ByteSpan value, ByteSpan statement, std::string_view text, std::uint32_t width) {
    constexpr std::uint32_t kBytesPerColumn = 16;
    const std::uint32_t reach = width * kBytesPerColumn;
    const auto is_inside_character = [&](std::uint32_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    ByteSpan part = statement;
    if (value.begin > statement.begin && value.begin - statement.begin > reach) {
        part.begin = value.begin - reach;
        while (part.begin < value.begin && is_inside_character(part.begin)) {
            ++part.begin;
        }
    }
    const std::uint32_t middle = std::max(part.begin, std::min(value.begin, part.end));
    if (part.end - middle > reach) {
        part.end = middle + reach;
        while (part.end > middle && is_inside_character(part.end)) {
            --part.end;
        }
    }
    return part;
}

ByteSpan clipped(ByteSpan span, std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    const std::uint32_t end = std::min(span.end, size);
    return {std::min(span.begin, end), end};
}

// A window and how many of the marks lie in it as a whole.
struct ShownWindow {
    QuoteLines lines;
    std::size_t marks = 0;
};

// Marks beyond the first get their carets where the window around the first happens to show them.
void mark_others(std::span<const ByteSpan> marks, std::vector<Cell>& cells) {
    std::size_t mark = 0;
    for (Cell& cell : cells) {
        while (mark < marks.size() && marks[mark].end <= cell.at) {
            ++mark;
        }
        cell.is_marked = cell.is_marked || (mark < marks.size() && cell.at >= marks[mark].begin);
    }
}

QuoteLines drawn(const std::vector<Cell>& cells, Window window, bool cut_before, bool cut_behind) {
    QuoteLines lines;
    if (cut_before) {
        lines.text = "…";
        lines.carets = " ";
    }
    for (std::size_t i = window.begin; i < window.end; ++i) {
        if (cells[i].is_marked) {
            const auto at = static_cast<std::uint32_t>(lines.text.size());
            lines.marked.begin = lines.marked.is_empty() ? at : lines.marked.begin;
            lines.marked.end = at + static_cast<std::uint32_t>(cells[i].shown.size());
        }
        lines.text += cells[i].shown;
        lines.carets.append(cells[i].columns, cells[i].is_marked ? '^' : ' ');
    }
    if (cut_behind) {
        lines.text += "…";
    }
    lines.carets.erase(lines.carets.find_last_not_of(' ') + 1);
    return lines;
}

ShownWindow windowed(std::string_view text, ByteSpan statement, std::span<const ByteSpan> marks,
                     std::uint32_t width) {
    width = std::max(width, 10U);
    const ByteSpan whole = clipped(statement, text);
    const ByteSpan mark = clipped(marks.front(), text);
    const ByteSpan part = part_near(mark, whole, text, width);
    std::vector<Cell> cells = cells_of(text, part, mark);
    std::uint32_t all_columns = 0;
    for (const Cell& cell : cells) {
        all_columns += cell.columns;
    }
    const Window window =
        all_columns <= width ? Window{0, cells.size()} : window_around_mark(cells, width);
    mark_others(marks, cells);
    ShownWindow shown;
    const bool cut_behind = window.end < cells.size() || part.end < whole.end;
    shown.lines = drawn(cells, window, window.begin > 0 || part.begin > whole.begin, cut_behind);
    const std::size_t end = window.end < cells.size() ? cells[window.end].at : part.end;
    while (shown.marks < marks.size() && marks[shown.marks].end <= end) {
        ++shown.marks;
    }
    return shown;
}

}  // namespace

bool is_hidden(char32_t value) {
    switch (u_charType(static_cast<UChar32>(value))) {
        case U_CONTROL_CHAR:
        case U_FORMAT_CHAR:
        case U_SURROGATE:
        case U_PRIVATE_USE_CHAR:
        case U_UNASSIGNED:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
            return true;
        default:
            // Letters and marks that show nothing: Hangul fillers, variation selectors and others.
            return u_hasBinaryProperty(static_cast<UChar32>(value),
                                       UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
    }
}

std::uint32_t column_width(char32_t value) {
    const auto character = static_cast<UChar32>(value);
    const int type = u_charType(character);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) {
        return 0;
    }
    const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::uint32_t column_width(std::string_view text) {
    std::uint32_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        columns += column_width(point.value);
        at += point.size;
    }
    return columns;
}

std::string shown_plainly(std::string_view text) {
    std::string shown;
    for (const Cell& cell : cells_of(text, {0, static_cast<std::uint32_t>(text.size())}, {})) {
        shown += cell.shown;
    }
    return shown;
}

QuoteLines quote_lines(std::string_view text, ByteSpan statement, ByteSpan value,
                       std::uint32_t width) {
    return windowed(text, statement, {&value, 1}, width).lines;
}

std::vector<QuoteLines> quote_windows(std::string_view text, ByteSpan statement,
                                      std::span<const ByteSpan> marks, std::uint32_t width,
                                      std::size_t most) {
    std::vector<QuoteLines> windows;
    while (!marks.empty() && windows.size() < most) {
        ShownWindow shown = windowed(text, statement, marks, width);
        windows.push_back(std::move(shown.lines));
        marks = marks.subspan(std::max<std::size_t>(shown.marks, 1));
    }
    return windows;
}

}  // namespace atodds
