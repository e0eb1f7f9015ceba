#include "compare/open_time.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {
namespace {

Fact told_at(const std::string& time) {
    Fact fact;
    if (!time.empty()) {
        fact.slots.push_back({"time", time, {}});
    }
    return fact;
}

struct Row {
    const char* name;
    const char* left;
    const char* right;
    TimeOrder order;
};

TEST_CASE("the order of two stated times") {
    const Row rows[] = {
        {"none stated", "", "", TimeOrder::Unknown},
        {"one side only", "2020-04-09", "", TimeOrder::Unknown},
        {"not a date", "some day", "2020-04-09", TimeOrder::Unknown},
        {"same day", "2020-04-09", "2020-04-09", TimeOrder::Same},
        {"earlier day", "2020-04-08", "2020-04-09", TimeOrder::LeftFirst},
        {"later day", "2020-04-10", "2020-04-09", TimeOrder::RightFirst},
        {"day in month", "2020-04-09", "2020-04-01..2020-04-30", TimeOrder::Same},
        {"month before", "2020-03-01..2020-03-31", "2020-04-09", TimeOrder::LeftFirst},
        {"no year, same day", "XX-04-09", "2020-04-09", TimeOrder::Same},
        {"no year, earlier", "XX-04-01", "2020-04-09", TimeOrder::LeftFirst},
        {"no year on both", "XX-04-09", "XX-04-08", TimeOrder::RightFirst},
        {"leap day without a year", "XX-02-29", "XX-03-01", TimeOrder::LeftFirst},
        {"before the day", "before 2020-04-09", "2020-04-09", TimeOrder::LeftFirst},
        {"after the day", "after 2020-04-09", "2020-04-09", TimeOrder::RightFirst},
        {"before a later day", "before 2020-05-01", "2020-04-09", TimeOrder::Meeting},
        {"the same limit", "before 2020-05-01", "before 2020-05-01", TimeOrder::Same},
        {"open start", "..2020-03-31", "2020-04-09", TimeOrder::LeftFirst},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(time_order(told_at(row.left), told_at(row.right)) == row.order);
        }
    }
}

TEST_CASE("one time that meets is enough among several") {
    Fact left = told_at("2020-04-01");
    left.slots.push_back({"time", "2020-04-09", {}});
    CHECK(time_order(left, told_at("2020-04-09")) == TimeOrder::Same);
    CHECK(time_order(left, told_at("2020-04-05")) == TimeOrder::Meeting);
    CHECK(time_order(left, told_at("2020-05-05")) == TimeOrder::LeftFirst);
}

}  // namespace
}  // namespace atodds
