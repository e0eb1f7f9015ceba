#pragma once
// Calendar arithmetic for the date reader: aligned periods ("the month that holds this day"),
// shifts ("three months later") and the weeks of the ISO calendar. Weeks start on Monday. All
// functions are total: a shift out of the years that std::chrono can hold is clamped to them.

#include "base/date.hpp"

#include <cstdint>
#include <optional>

namespace atodds {

/// What time is counted in. The order is from short to long.
enum class CalendarUnit : std::uint8_t {
    Second,
    Minute,
    Hour,
    Day,
    BusinessDay,  ///< Monday to Friday; public holidays are not known
    Night,        ///< counted as a day
    Weekend,      ///< Saturday and Sunday
    WorkWeek,     ///< Monday to Friday
    Week,
    Fortnight,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century
};

/// The day, or nothing where there is no such day. Years are astronomical: 0 is 1 BC.
std::optional<Day> calendar_day(int year, int month, int day);

int year_of(Day day);
int month_of(Day day);
int day_of_month(Day day);

/// 1 Monday to 7 Sunday.
int weekday_of(Day day);

/// 28 to 31. Requires: month is 1 to 12.
int days_in_month(int year, int month);

DayInterval whole_month(int year, int month);
DayInterval whole_year(int year);

/// The calendar-aligned period of `unit` that holds `day`, `offset` periods later. Units shorter
/// than a day give the day. A fortnight is two weeks that start with the week of `day`.
DayInterval aligned_period(Day day, CalendarUnit unit, int offset);

/// `count` units after `day` (before it where negative). The day of the month is kept where it
/// exists and is else the last of the month. Units shorter than a day do not move the day.
Day shift_day(Day day, CalendarUnit unit, int count);

/// Week `number` (1 to 53) of the ISO year.
DayInterval iso_week(int year, int number);

/// The Monday-to-Sunday weeks that have their Thursday in `period` belong to it (the ISO rule,
/// for months too). The `number`-th of them; counted from the end where negative (-1 is the last).
DayInterval week_in_period(const DayInterval& period, int number);

/// The `number`-th such weekday (1 Monday to 7) inside `period`, from the end where negative.
/// Nothing where the period is too short.
std::optional<Day> weekday_in_period(const DayInterval& period, int weekday, int number);

/// Easter Sunday of the western churches. Source: the anonymous Gregorian algorithm (Meeus, 1991).
Day easter_sunday(int year);

/// The day on which a month of the tabular Islamic calendar (astronomical epoch, 15 July 622)
/// starts in Gregorian `year`; the first where there are two. It can be a day off what is
/// announced after sighting the moon. Requires: islamic_month is 1 to 12.
Day islamic_month_start(int year, int islamic_month);

/// Seconds in one unit by the project's convention: a month is 30 days, a year 365.
std::int64_t unit_seconds(CalendarUnit unit);

Grain unit_grain(CalendarUnit unit);

}  // namespace atodds
