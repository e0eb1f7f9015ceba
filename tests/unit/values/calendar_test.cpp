#include "values/calendar.hpp"

#include "values/holidays.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

namespace atodds {
namespace {

Day day(std::string_view iso) {
    return *parse_iso_day(iso);
}

}  // namespace

TEST_CASE("a shift by months keeps the day of the month or takes the last") {
    CHECK(shift_day(day("2023-01-31"), CalendarUnit::Month, 1) == day("2023-02-28"));
    CHECK(shift_day(day("2024-02-29"), CalendarUnit::Year, 1) == day("2025-02-28"));
    CHECK(shift_day(day("2024-03-15"), CalendarUnit::Month, -15) == day("2022-12-15"));
    CHECK(shift_day(day("2024-03-15"), CalendarUnit::BusinessDay, 1) == day("2024-03-18"));
    CHECK(shift_day(day("2024-03-18"), CalendarUnit::BusinessDay, -6) == day("2024-03-08"));
}

TEST_CASE("aligned periods hold their day and join without gaps") {
    constexpr CalendarUnit kUnits[] = {
        CalendarUnit::Week, CalendarUnit::Month,  CalendarUnit::Quarter, CalendarUnit::HalfYear,
        CalendarUnit::Year, CalendarUnit::Decade, CalendarUnit::Century};
    for (Day at = day("1999-11-20"); at < day("2001-02-10"); at += std::chrono::days{3}) {
        for (const CalendarUnit unit : kUnits) {
            const DayInterval here = aligned_period(at, unit, 0);
            CHECK(*here.from <= at);
            CHECK(at < *here.to);
            CHECK(aligned_period(at, unit, 1).from == here.to);
            CHECK(aligned_period(at, unit, -1).to == here.from);
        }
    }
}

TEST_CASE("weeks belong to the period that has their Thursday") {
    CHECK(*iso_week(2020, 1).from == day("2019-12-30"));
    CHECK(*iso_week(2020, 53).from == day("2020-12-28"));
    CHECK(*week_in_period(whole_year(2018), -1).from == day("2018-12-24"));
    CHECK(*week_in_period(whole_month(2015, 1), 1).from == day("2014-12-29"));
}

TEST_CASE("movable feasts fall where the church and the law put them") {
    CHECK(easter_sunday(1999) == day("1999-04-04"));
    CHECK(easter_sunday(2011) == day("2011-04-24"));
    CHECK(easter_sunday(2024) == day("2024-03-31"));
    CHECK(*weekday_in_period(whole_month(2023, 11), 4, 4) == day("2023-11-23"));
    CHECK(*weekday_in_period(whole_month(2023, 5), 1, -1) == day("2023-05-29"));
    CHECK_FALSE(weekday_in_period(whole_month(2023, 2), 1, 5).has_value());
}

TEST_CASE("the Islamic calendar is within a day of what was announced") {
    const auto distance = [](Day a, Day b) { return std::abs((a - b).count()); };
    CHECK(distance(islamic_month_start(2020, 9), day("2020-04-24")) <= 1);
    CHECK(distance(islamic_month_start(2023, 10), day("2023-04-21")) <= 1);
}

TEST_CASE("holiday names are told apart by their longest match") {
    const auto names = holiday_names();
    CHECK(std::find(names.begin(), names.end(), "christmas eve") != names.end());
    for (std::size_t i = 0; i < names.size(); ++i) {
        CAPTURE(names[i]);
        const Day in_year = holiday_in_year(i, 2021);
        CHECK(year_of(in_year) == 2021);
    }
}

TEST_CASE("shifts beyond any calendar stay inside it") {
    const Day far = shift_day(day("2024-01-01"), CalendarUnit::Century, 2000000000);
    CHECK(year_of(far) == 20000);
    const Day early = shift_day(day("2024-01-01"), CalendarUnit::Year, -2000000000);
    CHECK(year_of(early) == -20000);
}

}  // namespace atodds
