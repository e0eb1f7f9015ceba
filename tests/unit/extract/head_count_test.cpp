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
