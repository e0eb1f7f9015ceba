#pragma once
// Plain text -> title, headings, paragraphs. Layout carries no markup here, so kinds are told by
// length and final punctuation; where that is unsure the block is body, which costs nothing.

#include "base/error.hpp"
#include "base/result.hpp"
#include "model/article.hpp"

namespace atodds {

/// Fills `reading` and `blocks`, and `title`, `published` and `updated` where they are empty and
/// the first lines give them. With a title given its first line is that title (JSON lines put it
/// there). Requires: text is valid UTF-8 below 4 GiB. Linear in the text.
void read_plain_text(Article& article);

/// The same for a file, which may open with front matter as Markdown does; a title that stands
/// there becomes the Title block where the text below has no headline. Fails with: BadFormat.
Result<Done> read_text_file(Article& article, Diagnostics& diagnostics);

}  // namespace atodds
