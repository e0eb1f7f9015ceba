#include "compare/value_relation.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {
namespace {

DayInterval days(const char* from, const char* past) {
    DayInterval interval;
    interval.from = parse_iso_day(from);
    interval.to = parse_iso_day(past);
    return interval;
}

Value amount(ValueType type, Decimal decimal, const char* unit, Bound bound = Bound::Exact) {
    Value value;
    value.type = type;
    value.amount = decimal;
    value.unit = unit;
    value.bound = bound;
    return value;
}

}  // namespace

TEST_CASE("intervals of days read like dates in a newspaper") {
    struct Row {
        const char* from;
        const char* past;
        const char* shown;
    };

    const Row rows[] = {{"2025-07-15", "2025-07-16", "15 July 2025"},
                        {"2025-07-01", "2025-08-01", "July 2025"},
                        {"2025-12-01", "2026-01-01", "December 2025"},
                        {"2025-01-01", "2026-01-01", "2025"},
                        {"2025-07-03", "2025-07-10", "3 to 9 July 2025"},
                        {"2025-07-30", "2025-08-13", "30 July 2025 to 12 August 2025"},
                        {"2025-07-01", "2025-10-01", "1 July 2025 to 30 September 2025"},
                        {"2025-07-15", "", "from 15 July 2025"},
                        {"", "2025-05-08", "until 7 May 2025"},
                        {"", "", "any day"}};
    for (const Row& row : rows) {
        CAPTURE(row.shown);
        CHECK(to_display(days(row.from, row.past)) == row.shown);
    }
}

TEST_CASE("a day without a year reads like one") {
    Value value;
    value.type = ValueType::Date;
    value.text = "XX-07-15";
    CHECK(to_display(value) == "15 July");
    value.text = "XX-99-15";
    CHECK(to_display(value) == "XX-99-15");
}

TEST_CASE("amounts read as written, units where a reader looks for them") {
    CHECK(to_display(amount(ValueType::Money, Decimal(14, 6), "$")) == "$14 million");
    CHECK(to_display(amount(ValueType::Money, Decimal(36, 8), "USD", Bound::About)) ==
          "about USD 3.6 billion");
    CHECK(to_display(amount(ValueType::Percent, Decimal(15), "", Bound::Above)) == "more than 15%");
    CHECK(to_display(amount(ValueType::Number, Decimal(12, 5), "")) == "1.2 million");
    CHECK(to_display(amount(ValueType::Number, Decimal(1234567), "")) == "1,234,567");
    CHECK(to_display(amount(ValueType::Number, Decimal(650, 3), "")) == "650,000");
}

}  // namespace atodds
