#pragma once
// Links that open a web page at quoted words (wicg.github.io/scroll-to-text-fragment, section 3):
// url#:~:text=[prefix-,]start[,end][,-suffix].

#include "base/span.hpp"
#include "report/report_facts.hpp"

#include <string>
#include <string_view>

namespace atodds {

/// `url` with a fragment that opens it at the words of `text` in `quote`: all of them where they
/// are few, else the first and the last. Where the text has the same words elsewhere, those in
/// front and, failing that, those behind tell the places apart. A fragment that the url has is kept
/// in front. Blanks of any number count as one. Requires: linkable(url), quote inside text.
std::string link_to_words(std::string_view url, std::string_view text, ByteSpan quote);

/// The same for the statement of a piece of evidence, without the metadata in front of its article,
/// which only our file has.
std::string link_to_words(std::string_view url, const Evidence& evidence);

}  // namespace atodds
