#include "text/spelling.hpp"

#include <doctest/doctest.h>

namespace atodds {
namespace {

TEST_CASE("British spellings get their American form") {
    struct Row {
        const char* british;
        const char* american;
    };

    const Row rows[] = {
        {"colour", "color"},       {"colours", "colors"},    {"favourite", "favorite"},
        {"behaviour", "behavior"}, {"organise", "organize"}, {"organisation", "organization"},
        {"travelled", "traveled"}, {"centre", "center"},     {"theatre", "theater"},
        {"dialogue", "dialog"},    {"analyse", "analyze"},   {"defence", "defense"},
        {"towards", "toward"},     {"sen.", "senator"},      {"seven", "7"},
        {"hour", "hour"},          {"our", "our"},           {"four", "4"},
        {"tour", "tour"},          {"detour", "detour"},     {"rise", "rise"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.british) {
            CHECK(standard_form(row.british) == row.american);
        }
    }
}

TEST_CASE("a spelling rule gives both spellings one form") {
    for (const char* word : {"exercise", "promise", "surprise", "advertise", "supervised"}) {
        SUBCASE(word) {
            CHECK(standard_form(word) == standard_form(standard_form(word)));
        }
    }
}

}  // namespace
}  // namespace atodds
