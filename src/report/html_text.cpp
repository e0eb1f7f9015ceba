#include "report/html_text.hpp"

#include "base/utf8.hpp"
#include "report/quote_text.hpp"

#include <fmt/format.h>

#include <string>

namespace atodds {
namespace {

std::string_view reference_of(char32_t value) {
    switch (value) {
        case U'&':
            return "&amp;";
        case U'<':
            return "&lt;";
        case U'>':
            return "&gt;";
        case U'"':
            return "&quot;";
        case U'\'':
            return "&#39;";
        default:
            return "";
    }
}

bool is_white(char32_t value) {
    return value == U' ' || value == U'\n' || value == U'\t' || value == U'\r';
}

// Soft hyphens are everywhere on the web and harmless; showing them would only irritate.
constexpr char32_t kSoftHyphen = U'\u00AD';

enum class HiddenAs { Words, Element };

std::string hidden_shown(char32_t value, HiddenAs form) {
    const auto number = static_cast<std::uint32_t>(value);
    if (form == HiddenAs::Words) {
        return fmt::format("[U+{:04X}]", number);
    }
    return fmt::format("<span class=\"hidden-char\" title=\"hidden character\">U+{:04X}</span>",
                       number);
}

std::string escaped(std::string_view text, HiddenAs form) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        at += point.size;
        if (const std::string_view reference = reference_of(point.value); !reference.empty()) {
            out += reference;
        } else if (is_white(point.value)) {
            out += ' ';
        } else if (point.value == kSoftHyphen) {
            continue;
        } else if (is_hidden(point.value)) {
            out += hidden_shown(point.value, form);
        } else {
            out += encode(point.value);
        }
    }
    return out;
}

}  // namespace

std::string html(std::string_view text) {
    return escaped(text, HiddenAs::Words);
}

std::string html_with_marks(std::string_view text) {
    return escaped(text, HiddenAs::Element);
}

std::optional<std::string> linkable(std::string_view url) {
    const std::string lower = to_lower(url.substr(0, 8));
    const std::size_t scheme = lower.starts_with("https://")  ? 8
                               : lower.starts_with("http://") ? 7
                                                              : 0;
    if (scheme == 0 || url.size() <= scheme || url[scheme] == '/') {
        return std::nullopt;
    }
    for (std::size_t at = 0; at < url.size();) {
        const CodePoint point = decode(url, at);
        if (is_white(point.value) || is_hidden(point.value)) {
            return std::nullopt;
        }
        at += point.size;
    }
    return std::string(url);
}

std::string anchor(std::string_view id) {
    std::string out;
    for (const char character : id) {
        const bool is_letter =
            (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
        if (is_letter || (character >= '0' && character <= '9') || character == '_' ||
            character == '-') {
            out += character;
        }
    }
    return out;
}

}  // namespace atodds
