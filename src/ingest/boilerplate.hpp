#pragma once
// Paragraphs that are part of the page and not of the article: teasers, calls to subscribe,
// disclaimers, share buttons, navigation. Phrases are matched in lower case in short paragraphs
// only, so a report about newsletters or cookies stays prose.

#include <optional>
#include <string>
#include <string_view>

namespace atodds {

/// Why the paragraph is boilerplate, in words; nothing for prose. Linear.
std::optional<std::string> boilerplate_reason(std::string_view paragraph);

}  // namespace atodds
