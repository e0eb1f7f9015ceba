#include "extract/clock_times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>

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

std::string lower_word(std::string_view text, std::size_t begin, std::size_t end) {
    std::string word(text.substr(begin, end - begin));
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return is_letter(c) ? static_cast<char>(c | 0x20) : c; });
    return word;
}

/// The word that ends with the blank before `at`, in lower case; moves `at` to its first letter.
/// Empty where there is none.
std::string word_before(std::string_view text, std::size_t& at) {
    if (at == 0 || text[at - 1] != ' ') {
        return "";
    }
    const std::size_t end = at - 1;
    at = end;
    while (at > 0 && is_letter(text[at - 1])) {
        --at;
    }
    return lower_word(text, at, end);
}

template <typename List>
bool is_one_of(const List& list, std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr std::string_view kHedges[] = {"around", "about",  "approximately", "roughly",
                                        "nearly", "almost", "circa"};

/// True where the word before `at` leads to a time: "at 19:40".
bool has_preposition(std::string_view text, std::size_t at) {
    constexpr std::string_view kLeading[] = {"at",    "by",   "before", "after",
                                             "until", "till", "from",   "since"};
    const std::string word = word_before(text, at);
    return is_one_of(kLeading, word) || is_one_of(kHedges, word);
}

// How far a stated time of day may lie from the true one, in minutes. Guessed from reports of
// events whose minute is known: hours are rounded most, odd minutes hardly.
constexpr std::int64_t kHourSlack = 10;      ///< "9 a.m."
constexpr std::int64_t kRoundSlack = 2;      ///< "5:45", "5:50"
constexpr std::int64_t kHedgedSlack = 15;    ///< "about 1:30"
constexpr std::int64_t kHedgedOddSlack = 5;  ///< "about 1:27"
constexpr std::int64_t kShortly = 30;        ///< "shortly after 9"
constexpr std::int64_t kRoundMinutes = 5;

/// Widens the time that begins at `begin` to what it may mean: "about 1:30" is met by 1:27, "9
/// a.m." by 9:03.
void set_reach(std::string_view text, std::size_t begin, std::optional<std::int64_t> minute,
               Value& value) {
    const std::string word = word_before(text, begin);
    const bool is_round = minute.value_or(0) % kRoundMinutes == 0;
    std::int64_t before = 0;
    std::int64_t after = 0;
    if (is_one_of(kHedges, word)) {
        value.bound = Bound::About;
        before = after = is_round ? kHedgedSlack : kHedgedOddSlack;
    } else if (word == "after" || word == "before") {
        const std::string lead = word_before(text, begin);
        const bool is_near = lead == "shortly" || lead == "just" || lead == "soon";
        value.bound = is_near ? Bound::About : (word == "after" ? Bound::Above : Bound::Below);
        (word == "after" ? after : before) = kShortly;
    } else {
        before = after = !minute ? kHourSlack : is_round ? kRoundSlack : 0;
    }
    value.low = value.amount - Decimal(before);
    value.high = value.amount + Decimal(after);
    if (value.bound == Bound::Above) {
        value.high = std::nullopt;
    } else if (value.bound == Bound::Below) {
        value.low = std::nullopt;
    }
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
    ValueMention mention = mention_of(begin, half ? half->end : at, shifted, minute.value_or(0));
    set_reach(text, begin, minute, mention.value);
    return mention;
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
