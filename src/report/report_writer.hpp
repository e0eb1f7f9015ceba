#pragma once
// Report -> text, JSON, HTML. The only place that counts lines and columns.

#include "model/finding.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace atodds {

enum class ColorMode : std::uint8_t { Never, Always };

struct TextOptions {
    std::uint32_t width = 100;  ///< columns; at least 40
    ColorMode color = ColorMode::Never;
    Level least_level = Level::Note;
    bool explains = false;       ///< print every trace
    bool findings_only = false;  ///< no counts, agreements and silent sources
};

std::string to_text(const Report& report, const TextOptions& options = {});

/// atodds-report/1, UTF-8, keys in a fixed order, ends with a line break.
std::string to_json(const Report& report);

/// One self-contained file.
std::string to_html(const Report& report);

/// "path:line:column: error: message" with the line, a caret and the hint. `text` is the content of
/// the file the diagnostic names; empty leaves the excerpt out.
std::string to_text(const Diagnostic& diagnostic, const std::string& text, ColorMode color);

/// 1-based line and column (in characters) of a byte offset. Requires: offset <= text.size().
struct LinePosition {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

LinePosition line_position(std::string_view text, std::uint32_t offset);

}  // namespace atodds
