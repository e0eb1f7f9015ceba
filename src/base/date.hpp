#pragma once
// Calendar days and intervals of days. Days come from articles and arguments, never from a clock.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace atodds {

using Day = std::chrono::sys_days;

/// Half-open: `from` is in, `to` is out; an absent end is open.
struct DayInterval {
    std::optional<Day> from;
    std::optional<Day> to;

    bool is_unbounded() const { return !from && !to; }

    friend bool operator==(const DayInterval&, const DayInterval&) = default;
};

/// How finely a date was stated.
enum class Grain : std::uint8_t {
    None,
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century
};

/// True where no day lies in both. Open ends reach everywhere.
bool is_disjoint(const DayInterval& a, const DayInterval& b);

/// True where every day of `inner` lies in `outer`.
bool is_inside(const DayInterval& inner, const DayInterval& outer);

/// Reads YYYY-MM-DD, also with a time behind it ("2025-08-12T10:00:00Z"). Nothing for other forms
/// and for days that do not exist.
std::optional<Day> parse_iso_day(std::string_view text);

/// YYYY-MM-DD.
std::string to_iso(Day day);

/// "2025-08-12" for one day, "2025-08-01..2025-08-31" with the last day included, ".." where open.
std::string to_text(const DayInterval& interval);

/// The one-day interval of `day`.
DayInterval one_day(Day day);

}  // namespace atodds
