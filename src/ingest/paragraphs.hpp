#pragma once
// Plain text -> paragraphs. Three layouts occur in article files: paragraphs between blank lines,
// one paragraph a line, and hard-wrapped lines; a text may mix them, so each group of lines between
// blank lines is judged alone.

#include "base/span.hpp"
#include "ingest/lines.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace atodds {

struct Paragraph {
    ByteSpan span;
    bool is_before_gap = false;   ///< a blank line or the end of the text follows
    bool is_single_line = false;  ///< not joined from wrapped lines
};

/// Paragraphs in text order, none empty. Linear in the text.
std::vector<Paragraph> split_paragraphs(std::string_view text, std::span<const Line> lines);

}  // namespace atodds
