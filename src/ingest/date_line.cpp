#include "ingest/date_line.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <span>
#include <string>
#include <vector>

namespace atodds {
namespace {

/// Longer lines are prose; the bound keeps the work on a line constant.
constexpr std::size_t kLongestDateLine = 80;

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> kTimeWords = {"am",  "pm",  "a.m", "p.m", "at",  "utc",
                                                         "gmt", "est", "edt", "et",  "bst", "cet"};

/// Words of the lower-cased text without commas, bars and full stops at their ends.
std::vector<std::string_view> words_of(std::string_view lower) {
    constexpr std::string_view kBreaks = " \t\n,|";
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < lower.size();) {
        const std::size_t end = std::min(lower.find_first_of(kBreaks, at), lower.size());
        std::string_view word = lower.substr(at, end - at);
        while (word.ends_with('.')) {
            word.remove_suffix(1);
        }
        if (!word.empty()) {
            words.push_back(word);
        }
        at = end + 1;
    }
    return words;
}

/// True for the name and for its first three letters or more ("Aug", "Sept", "Tues").
template <std::size_t N>
std::optional<unsigned> index_of(std::string_view word,
                                 const std::array<std::string_view, N>& names) {
    for (unsigned i = 0; i < N; ++i) {
        if (word.size() >= 3 && names[i].starts_with(word)) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<unsigned> whole_number(std::string_view word) {
    unsigned value = 0;
    const auto [end, code] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (code != std::errc{} || end != word.data() + word.size()) {
        return std::nullopt;
    }
    return value;
}

std::optional<unsigned> day_number(std::string_view word) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (word.ends_with(ending)) {
            word.remove_suffix(ending.size());
            break;
        }
    }
    return word.size() <= 2 ? whole_number(word) : std::nullopt;
}

std::optional<Day> to_day(unsigned year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                           std::chrono::month(month), std::chrono::day(day)};
    if (!date.ok() || year < 1000 || year > 9999) {
        return std::nullopt;
    }
    return Day{date};
}

/// Reads three words as day, month, year or month, day, year.
std::optional<Day> three_words(std::span<const std::string_view> words) {
    const bool is_month_first = index_of(words[0], kMonths).has_value();
    const std::optional<unsigned> month = index_of(words[is_month_first ? 0 : 1], kMonths);
    const std::optional<unsigned> day = day_number(words[is_month_first ? 1 : 0]);
    const std::optional<unsigned> year = whole_number(words[2]);
    return month && day && year ? to_day(*year, *month + 1, *day) : std::nullopt;
}

bool is_time_word(std::string_view word) {
    return word.find(':') != std::string_view::npos || std::ranges::count(kTimeWords, word) > 0;
}

std::optional<Day> day_of_words(std::span<const std::string_view> words) {
    if (!words.empty() && index_of(words[0], kWeekdays)) {
        words = words.subspan(1);
    }
    if (words.empty()) {
        return std::nullopt;
    }
    std::optional<Day> day = parse_iso_day(words[0]);
    const std::size_t used = day ? 1 : 3;
    if (words.size() < used) {
        return std::nullopt;
    }
    day = day ? day : three_words(words.first(3));
    return std::ranges::all_of(words.subspan(used), is_time_word) ? day : std::nullopt;
}

struct Label {
    std::string_view text;
    DateRole role;
};

constexpr std::array kLabels = std::to_array<Label>({
    {"published on", DateRole::Published},
    {"published", DateRole::Published},
    {"posted on", DateRole::Published},
    {"posted", DateRole::Published},
    {"date", DateRole::Published},
    {"last updated on", DateRole::Updated},
    {"last updated", DateRole::Updated},
    {"updated on", DateRole::Updated},
    {"updated", DateRole::Updated},
});

}  // namespace

std::optional<Day> parse_date_field(std::string_view text) {
    constexpr std::size_t kLongestField = 120;
    if (text.size() > kLongestField) {
        return std::nullopt;
    }
    const std::string lower = to_lower(text);
    const std::vector<std::string_view> words = words_of(lower);
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::optional<Day> day = parse_iso_day(words[i]);
        if (!day && i + 3 <= words.size()) {
            day = three_words(std::span(words).subspan(i, 3));
        }
        if (day) {
            return day;
        }
    }
    return std::nullopt;
}

std::optional<DateLine> parse_date_line(std::string_view line) {
    if (line.size() > kLongestDateLine) {
        return std::nullopt;
    }
    const std::string lower = to_lower(line);
    std::string_view rest = lower;
    DateLine read;
    for (const Label& label : kLabels) {
        if (rest.starts_with(label.text)) {
            rest.remove_prefix(label.text.size());
            read.role = label.role;
            if (rest.starts_with(':')) {
                rest.remove_prefix(1);
            }
            break;
        }
    }
    const std::optional<Day> day = day_of_words(words_of(rest));
    if (!day) {
        return std::nullopt;
    }
    read.day = *day;
    return read;
}

}  // namespace atodds
