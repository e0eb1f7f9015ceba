#pragma once
// Plain text -> title, headings, paragraphs. Layout carries no markup here, so kinds are told by
// length and final punctuation; where that is unsure the block is body, which costs nothing.

#include "model/article.hpp"

#include <cstdint>
#include <string_view>

namespace atodds {

/// Fills `reading` and `blocks`, and `title`, `published` and `updated` where they are empty and
/// the first lines give them. With a title given its first line is that title (JSON lines put it
/// there). Requires: text is valid UTF-8 below 4 GiB. Linear in the text.
void read_plain_text(Article& article);

}  // namespace atodds
