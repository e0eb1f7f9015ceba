#include "report/paint.hpp"

#include <fmt/format.h>

namespace atodds {
namespace {

std::string_view sequence_of(Paint paint) {
    switch (paint) {
        case Paint::Error:
            return "\x1b[1;31m";
        case Paint::Warning:
            return "\x1b[1;33m";
        case Paint::Note:
            return "\x1b[1;36m";
        case Paint::Strong:
            return "\x1b[1m";
        case Paint::Faint:
            return "\x1b[2m";
    }
    return "";
}

}  // namespace

std::string painted(std::string_view text, Paint paint, ColorMode color) {
    if (color == ColorMode::Never || text.empty()) {
        return std::string(text);
    }
    return fmt::format("{}{}\x1b[0m", sequence_of(paint), text);
}

Paint paint_of(Level level) {
    switch (level) {
        case Level::Error:
            return Paint::Error;
        case Level::Warning:
            return Paint::Warning;
        case Level::Note:
            return Paint::Note;
    }
    return Paint::Note;
}

}  // namespace atodds
