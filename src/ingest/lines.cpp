#include "ingest/lines.hpp"

#include "base/utf8.hpp"

#include <array>
#include <optional>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array kSpaces = {" "sv,  "\t"sv,     "\n"sv,     "\r"sv,     "\f"sv,
                                "\v"sv, "\u00A0"sv, "\u3000"sv, "\u200B"sv, "\uFEFF"sv};
constexpr std::array kClosers = {"\""sv,     "'"sv, ")"sv, "]"sv,     "\u201D"sv,
                                 "\u2019"sv, "*"sv, "_"sv, "\u300D"sv};
constexpr std::array kOpeners = {"\""sv, "'"sv, "("sv, "["sv, "\u201C"sv, "\u2018"sv, "*"sv, "_"sv};
constexpr std::array kSentenceEnds = {"."sv,      "!"sv,      "?"sv,     "\u2026"sv,
                                      "\u3002"sv, "\uFF01"sv, "\uFF1F"sv};

template <std::size_t N>
std::size_t prefix_size(std::string_view text, const std::array<std::string_view, N>& marks) {
    for (const std::string_view mark : marks) {
        if (text.starts_with(mark)) {
            return mark.size();
        }
    }
    return 0;
}

template <std::size_t N>
std::size_t suffix_size(std::string_view text, const std::array<std::string_view, N>& marks) {
    for (const std::string_view mark : marks) {
        if (text.ends_with(mark)) {
            return mark.size();
        }
    }
    return 0;
}

std::string_view without_closers(std::string_view text) {
    for (std::size_t size = suffix_size(text, kClosers); size > 0;
         size = suffix_size(text, kClosers)) {
        text.remove_suffix(size);
    }
    return text;
}

bool is_space(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

}  // namespace

std::vector<Line> split_lines(std::string_view text, std::uint32_t from) {
    std::vector<Line> lines;
    const auto size = static_cast<std::uint32_t>(text.size());
    for (std::uint32_t begin = from; begin < size;) {
        const std::size_t found = text.find_first_of("\r\n", begin);
        const std::uint32_t end =
            found == std::string_view::npos ? size : static_cast<std::uint32_t>(found);
        const bool is_pair = end + 1 < size && text[end] == '\r' && text[end + 1] == '\n';
        const std::uint32_t next = end == size ? size : end + (is_pair ? 2 : 1);
        lines.push_back({trimmed(text, {begin, end}), next});
        begin = next;
    }
    return lines;
}

ByteSpan trimmed(std::string_view text, ByteSpan span) {
    std::string_view rest = slice(text, span);
    for (std::size_t size = prefix_size(rest, kSpaces); size > 0;
         size = prefix_size(rest, kSpaces)) {
        rest.remove_prefix(size);
        span.begin += static_cast<std::uint32_t>(size);
    }
    for (std::size_t size = suffix_size(rest, kSpaces); size > 0;
         size = suffix_size(rest, kSpaces)) {
        rest.remove_suffix(size);
        span.end -= static_cast<std::uint32_t>(size);
    }
    return span;
}

std::size_t count_words(std::string_view text) {
    std::size_t count = 0;
    bool is_inside = false;
    for (const char byte : text) {
        const bool is_word = !is_space(byte);
        count += is_word && !is_inside ? 1U : 0U;
        is_inside = is_word;
    }
    return count;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) {
        count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1U : 0U;
    }
    return count;
}

bool ends_like_sentence(std::string_view text) {
    return suffix_size(without_closers(text), kSentenceEnds) > 0;
}

char last_bare_byte(std::string_view text) {
    text = without_closers(text);
    return text.empty() ? '\0' : text.back();
}

bool starts_small(std::string_view text) {
    for (std::size_t size = prefix_size(text, kOpeners); size > 0;
         size = prefix_size(text, kOpeners)) {
        text.remove_prefix(size);
    }
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
}

}  // namespace atodds
