#pragma once
// Text of articles made safe for a page: escaped, hidden characters shown, links only to the web.

#include "base/span.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace atodds {

/// `text` for element content and quoted attributes: markup characters as references, hidden and
/// control characters as U+202E in words, blanks kept, bytes that are no UTF-8 as U+FFFD.
std::string html(std::string_view text);

/// As html(), with hidden characters in an element of their own. For element content only.
std::string html_with_marks(std::string_view text);

/// `url` where it may be linked: http or https with a host and no blanks or control characters.
std::optional<std::string> linkable(std::string_view url);

/// `url` with a text fragment that opens it at `quote` (wicg.github.io/scroll-to-text-fragment):
/// the whole quote where it is short, else its first and last words. A fragment that the url has
/// is kept in front. Requires: linkable(url).
std::string link_to_words(std::string_view url, std::string_view quote);

/// `id` with everything but letters, digits and hyphens removed: fit for an anchor.
std::string anchor(std::string_view id);

}  // namespace atodds
