#pragma once
// YAML metadata between two lines "---" at the top of a Markdown or text file.

#include "base/error.hpp"
#include "base/result.hpp"
#include "model/article.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace atodds {

struct FrontMatter {
    ByteSpan span;         ///< both fences included; empty where there is none
    ByteSpan title;        ///< the bytes of the title where they stand verbatim; else empty
    std::string language;  ///< lower case, "en" or "en-gb"; empty when not stated

    friend bool operator==(const FrontMatter&, const FrontMatter&) = default;
};

/// True where the text opens with "---" and soon has a line that starts with one of the keys below.
/// In plain text dashes alone may be an ornament; in Markdown they open front matter anyway.
bool opens_with_metadata(std::string_view text);

/// Reads id, source, url, title, published (also date), updated, authors (a list or one name; also
/// author), language and invented (true marks an article made up for a test) into `article`.
/// Unknown keys, keys given twice and values that cannot be read are warnings.
/// Fails with: BadFormat where the YAML is broken or the closing line is missing.
Result<FrontMatter> read_front_matter(Article& article, Diagnostics& diagnostics);

/// Appends the front matter as blocks, with `title` cut out of it as the Title block where it is
/// not empty. Requires: `article.blocks` is empty.
void add_front_matter(Article& article, const FrontMatter& matter, ByteSpan title);

/// Quarantines all prose where front matter states a language other than English.
void quarantine_language(Article& article, const std::string& language);

}  // namespace atodds
