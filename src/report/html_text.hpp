#pragma once
// Text of articles made safe for a page: escaped, hidden characters shown, links only to the web.

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

/// `id` with everything but letters, digits and hyphens removed: fit for an anchor.
std::string anchor(std::string_view id);

}  // namespace atodds
