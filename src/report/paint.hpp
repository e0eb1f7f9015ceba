#pragma once
// Colours of terminal output. Colour only repeats what the words say.

#include "model/finding.hpp"
#include "report/report_writer.hpp"

#include <string>
#include <string_view>

namespace atodds {

enum class Paint : std::uint8_t { Error, Warning, Note, Strong, Faint };

/// `text` in the colour, or as it is where colour is off or `text` is empty.
std::string painted(std::string_view text, Paint paint, ColorMode color);

Paint paint_of(Level level);

}  // namespace atodds
