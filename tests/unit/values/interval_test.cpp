#include "values/interval.hpp"

#include "values/value_reader.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace atodds {
namespace {

Value only_value(std::string_view text) {
    const auto mentions = read_values(text);
    REQUIRE(mentions.size() == 1);
    return mentions[0].value;
}

struct Row {
    std::string_view a;
    std::string_view b;
    bool can_meet;
};

TEST_CASE("two amounts meet when one may be a rounding of the other") {
    const Row rows[] = {
        {"It cost $3.6 billion.", "It cost $3.58 billion.", true},
        {"It cost $3.6 billion.", "It cost $3.54 billion.", false},
        {"300,000 chips were sold.", "298,000 chips were sold.", true},
        {"300,000 chips were sold.", "290,000 chips were sold.", false},
        {"300,000 chips were sold.", "200,000 chips were sold.", false},
        {"About 300,000 chips were sold.", "287,400 chips were sold.", true},
        {"Nearly 400 boats sank.", "372 boats sank.", true},
        {"Nearly 400 boats sank.", "403 boats sank.", false},
        {"More than 40 boats sank.", "40 boats sank.", false},
        {"At least 40 boats sank.", "40 boats sank.", true},
        {"Between 30 and 50 boats sank.", "41 boats sank.", true},
        {"Between 30 and 50 boats sank.", "51 boats sank.", false},
        {"Up to 15 percent left.", "20 percent left.", false},
        {"15 percent left.", "15.4 percent left.", true},
        {"15 percent left.", "16 percent left.", false},
        {"15 boats sank.", "14 boats sank.", false},
        {"The wall is 2 km long.", "The wall is 2,000 m long.", true},
        {"The wall is 2 km long.", "The wall is 2,500 m long.", false},
        {"It was 20 degrees Celsius.", "It was 68 degrees Fahrenheit.", true},
        {"He got 50 cents.", "He got $0.50.", true},
        {"Tens of thousands marched.", "35,000 marched.", true},
        {"Tens of thousands marched.", "3,500 marched.", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.a);
        CAPTURE(row.b);
        CHECK(can_meet(only_value(row.a), only_value(row.b)) == row.can_meet);
        CHECK(can_meet(only_value(row.b), only_value(row.a)) == row.can_meet);
    }
}

TEST_CASE("what measures different things is not comparable and sets nothing apart") {
    const Value length = only_value("The wall is 2 km long.");
    const Value share = only_value("15 percent left.");
    CHECK_FALSE(is_comparable(length, share));
    CHECK(can_meet(length, share));
    CHECK_FALSE(is_comparable(only_value("It gave 5 euros."), only_value("It gave 5 yen.")));
}

TEST_CASE("half a unit of the last stated digit is the slack of an amount") {
    CHECK(rounding_slack(only_value("It cost $3.6 billion.")) == Decimal(5, 7));
    CHECK(rounding_slack(only_value("300,000 chips were sold.")) == Decimal(5, 3));
    CHECK(rounding_slack(only_value("298,000 chips were sold.")) == Decimal(5, 2));
    CHECK(rounding_slack(only_value("2.50 percent left.")) == Decimal(5, -3));
    CHECK(rounding_slack(only_value("14 boats sank.")) == Decimal());
}

}  // namespace
}  // namespace atodds
