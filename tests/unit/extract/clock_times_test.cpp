#include "extract/clock_times.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

/// "surface=time" of every time, parted by blanks.
std::string times_in(std::string_view text) {
    std::string found;
    for (const ValueMention& time : read_clock_times(text)) {
        found += fmt::format("{}[{}]={}", found.empty() ? "" : " ",
                             text.substr(time.span.begin, time.span.size()), time.value.text);
    }
    return found;
}

struct Row {
    const char* name;
    const char* text;
    const char* times;
};

TEST_CASE("times of day are read with a preposition or a half of the day") {
    const Row rows[] = {
        {"24 hours", "It struck at 19:40 on Tuesday.", "[19:40]=19:40"},
        {"capital", "At 07:05 it left.", "[07:05]=7:05"},
        {"half with stops", "It left by 7.40 p.m. that day.", "[7.40 p.m.]=19:40"},
        {"half without stops", "It left at 7pm.", "[7pm]=19:00"},
        {"noon", "It left at 12 p.m.", "[12 p.m.]=12:00"},
        {"midnight", "It left at 12:30 am.", "[12:30 am]=0:30"},
        {"two", "from 9:15 a.m. until 17:00", "[9:15 a.m.]=9:15 [17:00]=17:00"},
        {"score", "They won 3:10.", ""},
        {"ratio", "a ratio of 10:30", ""},
        {"decimal", "at 7.40 dollars", ""},
        {"no such minute", "at 19:75", ""},
        {"no such hour", "at 25:10", ""},
        {"seconds", "at 19:40:12", ""},
        {"a word", "7 amps and 8 pmx", ""},
        {"a long number", "at 119:40", ""},
        {"end of text", "at 19:", ""},
        {"nothing", "", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(times_in(row.text) == row.times);
        }
    }
}

/// "low..high" of the only time in `text` as distances in minutes; "-" where an end is open.
std::string reach_of(std::string_view text) {
    const std::vector<ValueMention> times = read_clock_times(text);
    REQUIRE(times.size() == 1);
    const Value& value = times[0].value;
    const auto distance = [&](const std::optional<Decimal>& end) {
        return end ? (*end - value.amount).to_string() : std::string("-");
    };
    return distance(value.low) + ".." + distance(value.high);
}

TEST_CASE("a time of day reaches as far as it is rounded or hedged") {
    const Row rows[] = {
        {"odd minute", "It left at 7:43 a.m.", "0..0"},
        {"round minute", "It left at 7:45 a.m.", "-2..2"},
        {"hour", "It left at 7 a.m.", "-10..10"},
        {"hour with minutes", "It left at 7:00 a.m.", "-2..2"},
        {"hedged hour", "It left around 7 a.m.", "-15..15"},
        {"hedged odd minute", "It left at about 7:43 a.m.", "-5..5"},
        {"shortly after", "It left shortly after 7:30 a.m.", "0..30"},
        {"just before", "It left just before 7:30 a.m.", "-30..0"},
        {"after", "It left after 7:30 a.m.", "0..-"},
        {"before", "It left before 7:30 a.m.", "-..0"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(reach_of(row.text) == row.times);
        }
    }
}

TEST_CASE("a time of day is a quantity in minutes after midnight") {
    const std::vector<ValueMention> times = read_clock_times("at 19:40");
    REQUIRE(times.size() == 1);
    CHECK(times[0].value.type == ValueType::Quantity);
    CHECK(times[0].value.dimension == "clock");
    CHECK(times[0].value.amount == Decimal(1180));
}

}  // namespace
}  // namespace atodds
