#pragma once
// Is a paragraph English? Two tests: the script of its letters, and, in Latin script, the share of
// function words. It answers only where it is sure, for a wrongly quarantined paragraph is lost.

#include <optional>
#include <string>
#include <string_view>

namespace atodds {

/// Why the paragraph is not English, in words; nothing where it is or may be. Linear.
std::optional<std::string> foreign_reason(std::string_view paragraph);

}  // namespace atodds
