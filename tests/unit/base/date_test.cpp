#include "base/date.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

namespace atodds {
namespace {

Day day_of(int year, unsigned month, unsigned day) {
    return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

TEST_CASE("a day is written with four digits of the year and two of the rest") {
    CHECK(to_iso(day_of(2031, 4, 9)) == "2031-04-09");
    CHECK(to_iso(day_of(1999, 12, 31)) == "1999-12-31");
    CHECK(to_iso(day_of(0, 1, 1)) == "0000-01-01");
    CHECK(to_iso(day_of(73, 10, 20)) == "0073-10-20");
    CHECK(to_iso(day_of(9999, 12, 31)) == "9999-12-31");
}

TEST_CASE("years with more digits, or before the first, are written in full") {
    CHECK(to_iso(day_of(12045, 2, 28)) == "12045-02-28");
    CHECK(to_iso(day_of(-44, 3, 15)) == "-044-03-15");
}

TEST_CASE("what is written is read as the same day") {
    for (int offset = -30000; offset < 30000; offset += 37) {
        const Day day = day_of(1970, 1, 1) + std::chrono::days{offset};
        CAPTURE(offset);
        CHECK(parse_iso_day(to_iso(day)) == day);
    }
}

TEST_CASE("an interval is told by its first and last day, open ends stay open") {
    const Day first = day_of(2031, 4, 9);
    CHECK(to_text(one_day(first)) == "2031-04-09");
    CHECK(to_text({first, first + std::chrono::days{3}}) == "2031-04-09..2031-04-11");
    CHECK(to_text({first, std::nullopt}) == "2031-04-09..");
    CHECK(to_text({std::nullopt, first}) == "..2031-04-08");
    CHECK(to_text({}) == "..");
}

}  // namespace
}  // namespace atodds
