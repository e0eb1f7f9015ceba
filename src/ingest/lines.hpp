#pragma once
// Lines of a text and the few questions about a line that the block readers share. All linear.

#include "base/span.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace atodds {

/// A line without its line break and without white space at both ends; empty for a blank line.
struct Line {
    ByteSpan span;
    std::uint32_t next = 0;  ///< where the line behind it starts: behind the line break

    bool is_blank() const { return span.is_empty(); }
};

/// All lines in order. A line ends at LF, CR LF or CR.
std::vector<Line> split_lines(std::string_view text, std::uint32_t from = 0);

/// `span` without white space at its ends: ASCII, no-break and ideographic space, zero-width
/// space, byte order mark.
ByteSpan trimmed(std::string_view text, ByteSpan span);

/// Runs of non-white-space.
std::size_t count_words(std::string_view text);

/// Characters, not bytes.
std::size_t count_characters(std::string_view text);

/// True where the last character is one of `. ! ? …` or their East Asian forms, before any closing
/// quotation marks or brackets.
bool ends_like_sentence(std::string_view text);

/// The last byte in front of closing quotation marks and brackets; 0 for an empty text.
char last_bare_byte(std::string_view text);

/// True where the first letter behind opening quotation marks is a small one.
bool starts_small(std::string_view text);

}  // namespace atodds
