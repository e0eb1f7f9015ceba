#pragma once
// Article text made fit to show: hidden and control characters made visible, columns counted as a
// terminal counts them, long statements cut to a window around the value.

#include "base/span.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// True for characters that steer the display or show nothing: controls, bidirectional marks,
/// zero-width and other format characters. Reports print them as <U+202E>.
bool is_hidden(char32_t value);

/// Columns a terminal gives the character: 0 (combining), 1 or 2 (wide East Asian, emoji).
std::uint32_t column_width(char32_t value);

/// Columns of `text`. Requires: no line breaks or tabs.
std::uint32_t column_width(std::string_view text);

/// `text` on one line: runs of blanks, tabs and line breaks become one blank, hidden characters
/// become visible, bytes that are no UTF-8 become U+FFFD. Nothing in it can steer a terminal.
std::string shown_plainly(std::string_view text);

/// A statement as shown, with carets under the value.
struct QuoteLines {
    std::string text;
    std::string carets;  ///< blanks and carets; no blanks at the end
    ByteSpan marked;     ///< the value in `text`, to colour it
};

/// The bytes of `text` at `statement` in at most `width` columns (10 or more), windowed around
/// `value`, with "…" where something is left out. Spans are clipped to the text.
QuoteLines quote_lines(std::string_view text, ByteSpan statement, ByteSpan value,
                       std::uint32_t width);

/// The same with several marks: one window for as many marks as it holds, then one for the rest,
/// at most `most` of them. Requires: marks in order, not overlapping, not empty.
std::vector<QuoteLines> quote_windows(std::string_view text, ByteSpan statement,
                                      std::span<const ByteSpan> marks, std::uint32_t width,
                                      std::size_t most);

}  // namespace atodds
