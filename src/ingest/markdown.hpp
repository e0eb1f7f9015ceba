#pragma once
// Markdown with YAML front matter -> blocks. A line scanner for the block forms that articles use:
// headings, paragraphs, quotations, lists, tables, code. md4c would know more forms but reports no
// offsets, and every span of ours must count original bytes.

#include "base/error.hpp"
#include "base/result.hpp"
#include "model/article.hpp"

namespace atodds {

/// Fills metadata, `reading` and `blocks` from `article.text`. A front matter title becomes the
/// Title block where the text has no "# " heading; a language other than English quarantines the
/// whole text. Fails with: BadFormat (front matter). Linear in the text.
Result<Done> read_markdown(Article& article, Diagnostics& diagnostics);

}  // namespace atodds
