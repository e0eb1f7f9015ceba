#include "base/date.hpp"

#include <fmt/format.h>

namespace atodds {
namespace {

std::optional<int> read_number(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

/// Beyond, a year has more than four digits.
constexpr int kLastPlainYear = 9999;

/// Writes the last `count` decimal digits of `number`.
void write_digits(unsigned number, std::size_t count, char* place) {
    for (std::size_t i = count; i > 0; --i) {
        place[i - 1] = static_cast<char>('0' + number % 10);
        number /= 10;
    }
}

}  // namespace

bool is_disjoint(const DayInterval& a, const DayInterval& b) {
    return (a.to && b.from && *a.to <= *b.from) || (b.to && a.from && *b.to <= *a.from);
}

bool is_inside(const DayInterval& inner, const DayInterval& outer) {
    const bool starts_in = !outer.from || (inner.from && *outer.from <= *inner.from);
    const bool ends_in = !outer.to || (inner.to && *inner.to <= *outer.to);
    return starts_in && ends_in;
}

std::optional<Day> parse_iso_day(std::string_view text) {
    constexpr std::size_t kLength = 10;
    if (text.size() < kLength || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    if (text.size() > kLength && text[kLength] != 'T' && text[kLength] != ' ') {
        return std::nullopt;
    }
    const auto year = read_number(text.substr(0, 4));
    const auto month = read_number(text.substr(5, 2));
    const auto day = read_number(text.substr(8, 2));
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return Day{date};
}

std::string to_iso(Day day) {
    const std::chrono::year_month_day date{day};
    const int year = static_cast<int>(date.year());
    const auto month = static_cast<unsigned>(date.month());
    const auto day_of_month = static_cast<unsigned>(date.day());
    if (year < 0 || year > kLastPlainYear) {
        return fmt::format("{:04}-{:02}-{:02}", year, month, day_of_month);
    }
    // Every dated fact says its day, some several times; a format string costs as much as the rest.
    std::string text = "0000-00-00";
    write_digits(static_cast<unsigned>(year), 4, text.data());
    write_digits(month, 2, text.data() + 5);
    write_digits(day_of_month, 2, text.data() + 8);
    return text;
}

std::string to_text(const DayInterval& interval) {
    const std::chrono::days one{1};
    if (interval.from && interval.to && *interval.to == *interval.from + one) {
        return to_iso(*interval.from);
    }
    std::string text = interval.from ? to_iso(*interval.from) : "";
    text += "..";
    text += interval.to ? to_iso(*interval.to - one) : "";
    return text;
}

DayInterval one_day(Day day) {
    return {day, day + std::chrono::days{1}};
}

}  // namespace atodds
