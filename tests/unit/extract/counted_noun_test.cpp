#include "support/news_report.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace atodds {
namespace {

std::string slot_of(const Fact& fact, const std::string& name) {
    const auto slot = std::find_if(fact.slots.begin(), fact.slots.end(),
                                   [&](const SlotValue& other) { return other.slot == name; });
    return slot == fact.slots.end() ? "" : slot->value;
}

/// What the open value `surface` of the sentence counts; "-" where no such value was read.
std::string noun_of(const std::string& text, const std::string& surface) {
    const std::vector<Fact> facts = test::facts_in({"a", "2025-03-07", "", text, "", ""});
    const auto found = std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) {
        return fact.tier == Tier::Open && fact.value.type != ValueType::Polarity &&
               fact.surface == surface;
    });
    return found == facts.end() ? "-" : slot_of(*found, "noun");
}

TEST_CASE("a number counts the last noun of the phrase behind it") {
    struct Row {
        const char* name;
        const char* text;
        const char* surface;
        const char* noun;
    };

    const Row rows[] = {
        {"noun", "Ketterby bought 14 lamps.", "14", "lamp"},
        {"compound", "Ketterby bought 14 street lamps.", "14", "lamp"},
        {"participle between", "Ketterby bought 14 used lamps.", "14", "lamp"},
        {"adverb and participle", "Ketterby bought 14 newly painted street lamps.", "14", "lamp"},
        {"of which", "Ketterby bought 90 lamps, of which 14 were stolen in Velm.", "14", "lamp"},
        {"list behind of which", "Ketterby bought 90 lamps, of which 14 went to Velm, 20 to Dorn.",
         "20", "lamp"},
        {"two kinds", "The jury convicted Orla Venneck of seven fraud and theft counts.", "seven",
         "count"},
        {"two things", "Ketterby bought 14 lamps and street signs.", "14", "lamp"},
        {"copula", "The number of lamps was 14.", "14", "number"},
        {"rank", "It was the second street lamp of Ketterby.", "second", "lamp"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(noun_of(row.text, row.surface) == row.noun);
        }
    }
}

TEST_CASE("a bare number is given no noun without words that lead back") {
    CHECK(noun_of("Ketterby bought 90 lamps and paid 14 in Velm.", "14") != "lamp");
    CHECK(noun_of("Of the lamps 14 broke last week.", "14") != "week");
}

TEST_CASE("a share out of a whole is counted too") {
    const std::vector<Fact> facts =
        test::facts_in({"a", "2025-03-07", "", "Power failed in 12 out of 15 districts.", "", ""});
    const auto count = std::find_if(facts.begin(), facts.end(), [](const Fact& fact) {
        return fact.rule == "open/number" && fact.value.amount == Decimal(12);
    });
    REQUIRE(count != facts.end());
    CHECK(slot_of(*count, "noun") == "district");
}

}  // namespace
}  // namespace atodds
