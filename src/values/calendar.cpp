#include "values/calendar.hpp"

#include <algorithm>

namespace atodds {
namespace {

using std::chrono::days;

// Years that keep every shift inside the range of std::chrono::year.
constexpr int kFirstYear = -20000;
constexpr int kLastYear = 20000;

std::chrono::year_month_day parts(Day day) {
    return std::chrono::year_month_day{day};
}

Day clamped_day(int year, int month, int day) {
    year = std::clamp(year, kFirstYear, kLastYear);
    day = std::min(day, days_in_month(year, month));
    return calendar_day(year, month, day).value_or(Day{});
}

int floor_divide(int a, int b) {
    return a >= 0 ? a / b : -((-a + b - 1) / b);
}

/// Period of `months` months that holds `day`; months are counted from year 0.
DayInterval month_block(Day day, int months, int offset) {
    const int index = year_of(day) * 12 + month_of(day) - 1;
    const int block = floor_divide(index, months) + offset;
    const auto start = [&](int number) {
        const int first = std::clamp(number * months, kFirstYear * 12, kLastYear * 12);
        return clamped_day(floor_divide(first, 12), first - floor_divide(first, 12) * 12 + 1, 1);
    };
    return {start(block), start(block + 1)};
}

Day monday_of(Day day) {
    return day - days{weekday_of(day) - 1};
}

Day shift_business_days(Day day, int count) {
    const int step = count < 0 ? -1 : 1;
    // Whole weeks at once: the loop stays short whatever the text says.
    day += days{count / 5 * 7};
    for (int left = std::abs(count % 5); left > 0;) {
        day += days{step};
        left -= weekday_of(day) <= 5 ? 1 : 0;
    }
    return day;
}

Day shift_months(Day day, int count) {
    const int index = year_of(day) * 12 + month_of(day) - 1 + count;
    const int year = floor_divide(index, 12);
    return clamped_day(year, index - year * 12 + 1, day_of_month(day));
}

/// Limit of a count, so that no product overflows: beyond any date that can be held.
int limited(int count) {
    return std::clamp(count, -200000, 200000);
}

}  // namespace

std::optional<Day> calendar_day(int year, int month, int day) {
    if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional<Day>{Day{date}} : std::nullopt;
}

int year_of(Day day) {
    return static_cast<int>(parts(day).year());
}

int month_of(Day day) {
    return static_cast<int>(static_cast<unsigned>(parts(day).month()));
}

int day_of_month(Day day) {
    return static_cast<int>(static_cast<unsigned>(parts(day).day()));
}

int weekday_of(Day day) {
    return static_cast<int>(std::chrono::weekday{day}.iso_encoding());
}

int days_in_month(int year, int month) {
    const std::chrono::year_month_day_last last{
        std::chrono::year{year},
        std::chrono::month_day_last{std::chrono::month{static_cast<unsigned>(month)}}};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

DayInterval whole_month(int year, int month) {
    const Day first = clamped_day(year, month, 1);
    return {first, first + days{days_in_month(year, month)}};
}

DayInterval whole_year(int year) {
    return {clamped_day(year, 1, 1), clamped_day(year + 1, 1, 1)};
}

DayInterval aligned_period(Day day, CalendarUnit unit, int offset) {
    offset = std::clamp(offset, -20000, 20000);
    const Day monday = monday_of(day) + days{7 * offset};
    switch (unit) {
        case CalendarUnit::Second:
        case CalendarUnit::Minute:
        case CalendarUnit::Hour:
            return one_day(day);
        case CalendarUnit::Day:
        case CalendarUnit::Night:
            return one_day(day + days{offset});
        case CalendarUnit::BusinessDay:
            return one_day(shift_business_days(day, offset));
        case CalendarUnit::Weekend:
            return {monday + days{5}, monday + days{7}};
        case CalendarUnit::WorkWeek:
            return {monday, monday + days{5}};
        case CalendarUnit::Week:
            return {monday, monday + days{7}};
        case CalendarUnit::Fortnight:
            return {monday_of(day) + days{14 * offset}, monday_of(day) + days{14 * offset + 14}};
        case CalendarUnit::Month:
            return month_block(day, 1, offset);
        case CalendarUnit::Quarter:
            return month_block(day, 3, offset);
        case CalendarUnit::HalfYear:
            return month_block(day, 6, offset);
        case CalendarUnit::Year:
            return month_block(day, 12, offset);
        case CalendarUnit::Decade:
            return month_block(day, 120, offset);
        case CalendarUnit::Century:
            return month_block(day, 1200, offset);
    }
    return one_day(day);
}

Day shift_day(Day day, CalendarUnit unit, int count) {
    count = limited(count);
    switch (unit) {
        case CalendarUnit::Second:
        case CalendarUnit::Minute:
        case CalendarUnit::Hour:
            return day;
        case CalendarUnit::Day:
        case CalendarUnit::Night:
            return day + days{count};
        case CalendarUnit::BusinessDay:
            return shift_business_days(day, count);
        case CalendarUnit::Weekend:
        case CalendarUnit::WorkWeek:
        case CalendarUnit::Week:
            return day + days{7 * count};
        case CalendarUnit::Fortnight:
            return day + days{14 * count};
        case CalendarUnit::Month:
            return shift_months(day, count);
        case CalendarUnit::Quarter:
            return shift_months(day, 3 * count);
        case CalendarUnit::HalfYear:
            return shift_months(day, 6 * count);
        case CalendarUnit::Year:
            return shift_months(day, 12 * count);
        case CalendarUnit::Decade:
            return shift_months(day, 120 * count);
        case CalendarUnit::Century:
            return shift_months(day, 1200 * count);
    }
    return day;
}

DayInterval iso_week(int year, int number) {
    return aligned_period(clamped_day(year, 1, 4), CalendarUnit::Week, number - 1);
}

DayInterval week_in_period(const DayInterval& period, int number) {
    // A week belongs where its Thursday is, so the first one holds the fourth day and the last
    // one the fourth day before the end.
    if (number < 0) {
        return aligned_period(*period.to - days{4}, CalendarUnit::Week, number + 1);
    }
    return aligned_period(*period.from + days{3}, CalendarUnit::Week, number - 1);
}

std::optional<Day> weekday_in_period(const DayInterval& period, int weekday, int number) {
    Day day = *period.from;
    if (number < 0) {
        day = *period.to - days{1};
        day -= days{(weekday_of(day) - weekday + 7) % 7 + 7 * (-number - 1)};
    } else {
        day += days{(weekday - weekday_of(day) + 7) % 7 + 7 * (number - 1)};
    }
    const bool is_in = *period.from <= day && day < *period.to;
    return is_in ? std::optional<Day>{day} : std::nullopt;
}

Day easter_sunday(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = (19 * a + b - b / 4 - ((b - (b + 8) / 25 + 1) / 3) + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return clamped_day(year, f / 31, f % 31 + 1);
}

Day islamic_month_start(int year, int islamic_month) {
    // Civil epoch is 16 July 622 (Julian), day -492148 of the Unix count less one for the
    // astronomical one. Eleven leap years of 355 days fall in each cycle of 30.
    constexpr int kEpoch = -492149;
    const auto start = [&](int islamic_year) {
        const int leap_days = floor_divide(3 + 11 * islamic_year, 30);
        const int month_days = (59 * (islamic_month - 1) + 1) / 2;
        return Day{days{kEpoch + (islamic_year - 1) * 354 + leap_days + month_days}};
    };
    int islamic_year = floor_divide((year - 622) * 33, 32) - 1;
    while (year_of(start(islamic_year)) < year) {
        ++islamic_year;
    }
    return start(islamic_year);
}

std::int64_t unit_seconds(CalendarUnit unit) {
    constexpr std::int64_t kDay = 86400;
    switch (unit) {
        case CalendarUnit::Second:
            return 1;
        case CalendarUnit::Minute:
            return 60;
        case CalendarUnit::Hour:
            return 3600;
        case CalendarUnit::Day:
        case CalendarUnit::BusinessDay:
        case CalendarUnit::Night:
            return kDay;
        case CalendarUnit::Weekend:
            return 2 * kDay;
        case CalendarUnit::WorkWeek:
            return 5 * kDay;
        case CalendarUnit::Week:
            return 7 * kDay;
        case CalendarUnit::Fortnight:
            return 14 * kDay;
        case CalendarUnit::Month:
            return 30 * kDay;
        case CalendarUnit::Quarter:
            return 90 * kDay;
        case CalendarUnit::HalfYear:
            return 182 * kDay;
        case CalendarUnit::Year:
            return 365 * kDay;
        case CalendarUnit::Decade:
            return 3650 * kDay;
        case CalendarUnit::Century:
            return 36500 * kDay;
    }
    return 1;
}

Grain unit_grain(CalendarUnit unit) {
    switch (unit) {
        case CalendarUnit::Weekend:
        case CalendarUnit::WorkWeek:
        case CalendarUnit::Week:
        case CalendarUnit::Fortnight:
            return Grain::Week;
        case CalendarUnit::Month:
            return Grain::Month;
        case CalendarUnit::Quarter:
            return Grain::Quarter;
        case CalendarUnit::HalfYear:
            return Grain::HalfYear;
        case CalendarUnit::Year:
            return Grain::Year;
        case CalendarUnit::Decade:
            return Grain::Decade;
        case CalendarUnit::Century:
            return Grain::Century;
        default:
            return Grain::Day;
    }
}

}  // namespace atodds
