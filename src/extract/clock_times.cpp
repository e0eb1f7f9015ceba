#include "extract/clock_times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace atodds {
namespace {

constexpr std::int64_t kMinutesPerHour = 60;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The first digit from `from` on; the end of the text where none is left.
std::size_t next_digit(std::string_view text, std::size_t from) {
    return static_cast<std::size_t>(std::find_if(text.begin() + from, text.end(), is_digit) -
                                    text.begin());
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Reads one or two digits at `at` and moves behind them; a third digit makes it another number.
std::optional<std::int64_t> read_digits(std::string_view text, std::size_t& at) {
    const std::size_t begin = at;
    std::int64_t number = 0;
    while (at < text.size() && is_digit(text[at]) && at - begin < 3) {
        number = number * 10 + (text[at] - '0');
        ++at;
    }
    const std::size_t count = at - begin;
    return count == 1 || count == 2 ? std::optional(number) : std::nullopt;
}

struct HalfOfDay {
    bool is_afternoon = false;
    std::size_t end = 0;
};

/// "am", "p.m.", "PM" with or without a blank before it.
std::optional<HalfOfDay> read_half(std::string_view text, std::size_t at) {
    at += at < text.size() && text[at] == ' ' ? 1U : 0U;
    const std::size_t first = at;
    if (first >= text.size()) {
        return std::nullopt;
    }
    const char half = static_cast<char>(text[first] | 0x20);
    at += 1;
    const bool has_stops = at < text.size() && text[at] == '.';
    at += has_stops ? 1U : 0U;
    const bool is_half =
        (half == 'a' || half == 'p') && at < text.size() && (text[at] | 0x20) == 'm';
    if (!is_half) {
        return std::nullopt;
    }
    at += 1;
    if (has_stops && at < text.size() && text[at] == '.') {
        ++at;
    }
    if (at < text.size() && is_letter(text[at])) {
        return std::nullopt;
    }
    return HalfOfDay{half == 'p', at};
}

/// True where the word before `at` leads to a time: "at 19:40".
bool has_preposition(std::string_view text, std::size_t at) {
    constexpr std::string_view kLeading[] = {"at",    "by",    "around", "about", "before",
                                             "after", "until", "till",   "from",  "since"};
    if (at == 0 || text[at - 1] != ' ') {
        return false;
    }
    std::size_t begin = at - 1;
    while (begin > 0 && is_letter(text[begin - 1])) {
        --begin;
    }
    std::string word(text.substr(begin, at - 1 - begin));
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return is_letter(c) ? static_cast<char>(c | 0x20) : c; });
    return std::find(std::begin(kLeading), std::end(kLeading), word) != std::end(kLeading);
}

ValueMention mention_of(std::size_t begin, std::size_t end, std::int64_t hour,
                        std::int64_t minute) {
    ValueMention mention;
    mention.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    mention.core = mention.span;
    Value& value = mention.value;
    value.type = ValueType::Quantity;
    value.dimension = "clock";
    value.unit = "min";
    value.amount = Decimal(hour * kMinutesPerHour + minute);
    value.low = value.amount;
    value.high = value.amount;
    value.text = fmt::format("{}:{:02}", hour, minute);
    return mention;
}

/// The time that begins with the digit at `begin`, or nothing.
std::optional<ValueMention> read_time(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    const std::optional<std::int64_t> hour = read_digits(text, at);
    if (!hour) {
        return std::nullopt;
    }
    std::optional<std::int64_t> minute;
    const bool has_colon = at < text.size() && text[at] == ':';
    if (has_colon || (at < text.size() && text[at] == '.')) {
        std::size_t next = at + 1;
        minute = read_digits(text, next);
        minute = next == at + 3 ? minute : std::nullopt;
        at = minute ? next : at;
    }
    const std::optional<HalfOfDay> half = read_half(text, at);
    const bool is_longer = at < text.size() && (is_digit(text[at]) || text[at] == ':');
    const bool is_plain = minute && has_colon && !is_longer && has_preposition(text, begin);
    if ((!half && !is_plain) || minute.value_or(0) >= kMinutesPerHour) {
        return std::nullopt;
    }
    if (half && (*hour < 1 || *hour > 12)) {
        return std::nullopt;
    }
    const std::int64_t shifted = half ? *hour % 12 + (half->is_afternoon ? 12 : 0) : *hour;
    if (shifted > 23) {
        return std::nullopt;
    }
    return mention_of(begin, half ? half->end : at, shifted, minute.value_or(0));
}

}  // namespace

std::vector<ValueMention> read_clock_times(std::string_view text) {
    std::vector<ValueMention> times;
    for (std::size_t at = next_digit(text, 0); at < text.size(); at = next_digit(text, at + 1)) {
        const bool begins =
            at == 0 || (!is_digit(text[at - 1]) && !is_letter(text[at - 1]) &&
                        text[at - 1] != ':' && text[at - 1] != '.' && text[at - 1] != ',');
        if (!begins) {
            continue;
        }
        if (std::optional<ValueMention> time = read_time(text, at)) {
            at = time->span.end - 1;
            times.push_back(std::move(*time));
        }
    }
    return times;
}

}  // namespace atodds
