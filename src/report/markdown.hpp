#pragma once
// A report in Markdown, and text of articles made safe for it.

#include "model/finding.hpp"
#include "report/format.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace atodds {

/// `text` on one line that Markdown shows as it is: no markup, no HTML, no link, no mention of a
/// user; hidden characters as <U+202E>.
std::string markdown_text(std::string_view text);

/// The report in at most about `most_bytes`: findings that do not fit are counted.
std::string markdown_report(const Report& report, const FormatOptions& options,
                            std::size_t most_bytes);

}  // namespace atodds
