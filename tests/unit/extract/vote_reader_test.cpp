#include "extract/vote_reader.hpp"

#include "support/news_report.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {
namespace {

/// "court 5-4" of the first vote that the sentence tells; empty where it tells none.
std::string vote_in(const std::string& text) {
    for (const Fact& fact : test::facts_in({"a", "2025-03-07", "", text, "", ""})) {
        for (const SlotValue& slot : fact.slots) {
            if (fact.value.unit == "vote" && slot.slot == "body") {
                return slot.value + " " + fact.value.text;
            }
        }
    }
    return "";
}

TEST_CASE("a score beside a word of voting is the vote of a body") {
    CHECK(vote_in("The Norland court ruled 5-4 that Hartco must pay.") == "court 5-4");
    CHECK(vote_in("In a 3-6 decision, the Norland court sided with Hartco.") == "court 6-3");
    CHECK(vote_in("The board of Hartco approved the merger by a 6-3 vote.") == "board 6-3");
    CHECK(vote_in("On Friday Ketterby's council voted 7\u20132 to close.") == "council 7-2");
}

TEST_CASE("a score of anything else is no vote") {
    CHECK(vote_in("Ostrow beat Ketterby 5-4 on Friday.") == "");
    CHECK(vote_in("Hartco won a 5-4 vote on Friday.") == "");
    CHECK(vote_in("The Norland court ruled in 2023-24.") == "");
    CHECK(vote_in("The Norland court met for 5 hours, then ruled.") == "");
}

}  // namespace
}  // namespace atodds
