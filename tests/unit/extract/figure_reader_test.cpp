#include "extract/figure_reader.hpp"

#include "support/news_report.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace atodds {
namespace {

struct Row {
    const char* name;
    const char* text;
    const char* surface;
    const char* figure;  ///< name, then kinds in brackets, then what it is limited to behind "of"
};

/// What figure the value `surface` of the text states; "-" where no such value was read.
std::string figure_of(const std::string& text, const std::string& surface) {
    const std::vector<Fact> facts = test::facts_in({"a", "2025-03-07", "", text, "", ""});
    const auto found = std::ranges::find_if(facts, [&](const Fact& fact) {
        return fact.tier == Tier::Open && fact.rule != "open/claim" && fact.surface == surface;
    });
    if (found == facts.end()) {
        return "-";
    }
    std::string figure;
    std::string kinds;
    std::string limit;
    for (const SlotValue& slot : found->slots) {
        figure += slot.slot == "figure" ? slot.value : "";
        kinds += slot.slot == "figure-kind" ? " [" + slot.value + "]" : "";
        limit += slot.slot == "figure-of" ? " of " + slot.value : "";
    }
    return figure + kinds + limit;
}

void check(const Row& row) {
    CAPTURE(row.text);
    CHECK(figure_of(row.text, row.surface) == row.figure);
}

}  // namespace

TEST_CASE("a named figure is read wherever its value stands") {
    const Row rows[] = {
        {"subject of a copula", "The turnout was 61%.", "61%", "turnout"},
        {"kind in front", "Voter turnout was 61%.", "61%", "turnout [voter]"},
        {"verb of level", "The turnout reached 61%.", "61%", "turnout"},
        {"behind of", "The ballot had a turnout of 61%.", "61%", "turnout"},
        {"hedge between", "The town has a population of about 9,400.", "9,400", "population"},
        {"in front of the noun", "Officials told of a 61% turnout.", "61%", "turnout"},
        {"behind in", "The port took $41 million in revenue.", "$41 million", "revenue"},
        {"changed to", "The profit of the port fell to $41 million.", "$41 million", "profit"},
        {"changed by", "The profit fell 9%.", "9%", "change of profit"},
        {"kind", "The average wage was $41.", "$41", "pay [average]"},
        {"plain word is no kind", "A record turnout of 61% was told.", "61%", "turnout"},
        {"limited behind", "The turnout in Velm was 61%.", "61%", "turnout of ~velm"},
        {"limited in front", "In Velm the turnout was 61%.", "61%", "turnout of ~velm"},
        {"a time is no limit", "The turnout in March was 61%.", "61%", "turnout"},
        {"analysts expect it", "Analysts had expected revenue of $41 million.", "$41 million",
         "expected revenue"},
        {"somebody plans it", "The port forecast revenue of $41 million.", "$41 million",
         "planned revenue"},
        {"estimated is no forecast", "Velm has an estimated population of 9,400.", "9,400",
         "population"},
        {"another subject", "The mayor paid $41 million.", "$41 million", ""},
        {"a word between", "The profit paid for 9 ships.", "9", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            check(row);
        }
    }
}

TEST_CASE("a figure that declined is not denied") {
    const std::vector<Fact> facts =
        test::facts_in({"a", "2025-03-07", "", "The gross margin declined to 17.2%.", "", ""});
    const auto found = std::ranges::find(facts, "open/percent", &Fact::rule);
    REQUIRE(found != facts.end());
    CHECK(found->qualifiers.polarity == Polarity::Positive);
    CHECK(found->qualifiers.stance == Stance::Asserts);
}

}  // namespace atodds
