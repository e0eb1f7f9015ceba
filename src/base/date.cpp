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
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string to_text(const DayInterval& interval) {
    const std::chrono::days one{1};
    if (interval.from && interval.to && *interval.to == *interval.from + one) {
        return to_iso(*interval.from);
    }
    return fmt::format("{}..{}", interval.from ? to_iso(*interval.from) : "",
                       interval.to ? to_iso(*interval.to - one) : "");
}

DayInterval one_day(Day day) {
    return {day, day + std::chrono::days{1}};
}

}  // namespace atodds
