#include "extract/head_count.hpp"

#include "support/news_report.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace atodds {
namespace {

/// The figure of the open number `surface`; "-" where no such number was read.
std::string figure_of(const std::string& text, const std::string& surface) {
    const std::vector<Fact> facts = test::facts_in({"a", "2025-03-07", "", text, "", ""});
    const auto found = std::ranges::find_if(facts, [&](const Fact& fact) {
        return fact.rule == "open/number" && fact.surface == surface;
    });
    if (found == facts.end()) {
        return "-";
    }
    const auto slot = std::ranges::find(found->slots, "figure", &SlotValue::slot);
    return slot == found->slots.end() ? "" : slot->value;
}

}  // namespace

TEST_CASE("a head count is read on either side of its number") {
    struct Row {
        const char* name;
        const char* text;
        const char* surface;
        const char* figure;
    };

    const Row rows[] = {
        {"passive", "Fourteen people were injured when the crane fell.", "Fourteen", "injured"},
        {"active", "The falling crane injured 14 people.", "14", "injured"},
        {"hedged", "The falling crane injured about 14 people.", "14", "injured"},
        {"no noun", "Two climbers were lost, while 14 were rescued.", "14", "rescued"},
        {"reported", "A guard said 14 others were reported missing.", "14", "missing"},
        {"noun of the fate", "There were 14 survivors on the raft.", "14", "rescued"},
        {"kind behind", "The search for 14 missing miners goes on.", "14", "missing miner"},
        {"kind in front", "Fourteen children were rescued from the raft.", "Fourteen",
         "rescued child"},
        {"on board", "The raft had 14 people on board when it sank.", "14", "aboard"},
        {"aboard", "All but one of the 14 people aboard the raft could swim.", "14", "aboard"},
        {"behind an insert", "Fourteen people, including two guards, were aboard the raft.",
         "Fourteen", "aboard"},
        {"a load", "The raft was carrying 14 people.", "14", "aboard"},
        {"what befell those aboard", "Fourteen people aboard the raft were injured.", "Fourteen",
         "injured"},
        {"what befell others", "A raft with 14 people on board sank, killing a guard.", "14",
         "aboard"},
        {"what they saw", "Fourteen people aboard the raft saw a guard injured.", "Fourteen",
         "aboard"},
        {"a load of injured", "The raft was carrying 14 injured people.", "14", "injured"},
        {"a load of things", "The raft was carrying 14 lamps.", "14", ""},
        {"part of those aboard", "The raft was carrying 14 passengers.", "14", ""},
        {"who carries", "Fourteen people carrying lamps met at the raft.", "Fourteen", ""},
        {"another board", "Fourteen people of the board met at the raft.", "Fourteen", ""},
        {"other act", "Fourteen people were on the raft.", "Fourteen", ""},
        {"fate of others", "Fourteen people saw that a guard was injured.", "Fourteen", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(figure_of(row.text, row.surface) == row.figure);
        }
    }
}

}  // namespace atodds
