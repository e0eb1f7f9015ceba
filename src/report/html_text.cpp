#include "report/html_text.hpp"

#include "base/utf8.hpp"
#include "report/quote_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace atodds {
namespace {

// Longer quotes are named by their ends; browsers look for the range between. A guess.
constexpr std::size_t kWholeQuoteBytes = 80;
constexpr std::size_t kWordsAtEachEnd = 5;

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

bool is_unreserved(unsigned char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '.' || byte == '_' || byte == '~';
}

// Everything else is encoded; the fragment's own syntax uses hyphen, comma and ampersand.
std::string percent_encoded(std::string_view text) {
    std::string out;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (is_unreserved(byte)) {
            out += character;
        } else {
            out += fmt::format("%{:02X}", byte);
        }
    }
    return out;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    constexpr std::string_view kBlanks = " \t\r\n";
    for (std::size_t at = text.find_first_not_of(kBlanks); at != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
        words.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(kBlanks, end);
    }
    return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
    return fmt::format("{}", fmt::join(words.begin() + static_cast<std::ptrdiff_t>(from),
                                       words.begin() + static_cast<std::ptrdiff_t>(to), " "));
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

std::string link_to_words(std::string_view url, std::string_view quote) {
    const std::vector<std::string_view> words = words_of(quote);
    if (words.empty()) {
        return std::string(url);
    }
    const std::string whole = joined(words, 0, words.size());
    std::string fragment;
    if (whole.size() <= kWholeQuoteBytes || words.size() <= 2 * kWordsAtEachEnd) {
        fragment = percent_encoded(whole);
    } else {
        fragment = fmt::format(
            "{},{}", percent_encoded(joined(words, 0, kWordsAtEachEnd)),
            percent_encoded(joined(words, words.size() - kWordsAtEachEnd, words.size())));
    }
    const bool has_fragment = url.find('#') != std::string_view::npos;
    return fmt::format("{}{}:~:text={}", url, has_fragment ? "" : "#", fragment);
}

std::string anchor(std::string_view id) {
    std::string out;
    for (const char character : id) {
        const auto byte = static_cast<unsigned char>(character);
        if ((is_unreserved(byte) && byte != '.' && byte != '~') || byte == '-') {
            out += character;
        }
    }
    return out;
}

}  // namespace atodds
