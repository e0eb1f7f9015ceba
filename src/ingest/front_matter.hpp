#pragma once
// YAML metadata between two lines "---" at the top of a Markdown file.

#include "base/error.hpp"
#include "base/result.hpp"
#include "model/article.hpp"

#include <cstdint>
#include <string>

namespace atodds {

struct FrontMatter {
    ByteSpan span;         ///< both fences included; empty where there is none
    ByteSpan title;        ///< the bytes of the title where they stand verbatim; else empty
    std::string language;  ///< lower case, "en" or "en-gb"; empty when not stated

    friend bool operator==(const FrontMatter&, const FrontMatter&) = default;
};

/// Reads id, source, url, title, published (also date), updated, authors (a list or one name; also
/// author), language and invented (true marks an article made up for a test) into `article`.
/// Unknown keys, keys given twice and values that cannot be read are warnings.
/// Fails with: BadFormat where the YAML is broken or the closing line is missing.
Result<FrontMatter> read_front_matter(Article& article, Diagnostics& diagnostics);

}  // namespace atodds
