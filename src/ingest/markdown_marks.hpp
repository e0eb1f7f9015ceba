#pragma once
// Blanks markup inside Markdown text: every byte of a mark becomes a space (line breaks stay), so
// spans in the blanked text are spans in the original.

#include "base/span.hpp"

#include <cstddef>
#include <string>

namespace atodds {

/// Blanks `<!-- -->`, `<script>` and `<style>` elements of the whole text from `from` on.
void blank_hidden(std::string& reading, std::size_t from);

/// Blanks emphasis, code ticks, link targets, images, footnote marks, tags and backslashes inside
/// `span`. Returns how many bytes of it stand as the text of links. Brackets that open no link
/// stay: they mark insertions in quotations. Linear: look-ahead is bounded.
std::size_t blank_marks(std::string& reading, ByteSpan span);

}  // namespace atodds
