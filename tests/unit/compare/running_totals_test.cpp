#include "compare/running_totals.hpp"

#include "support/news_report.hpp"

#include <doctest/doctest.h>

namespace atodds {
namespace {

using test::News;
using test::report_on;
using test::told;

TEST_CASE("a running total that grows with the date is an update, and a smaller one a revision") {
    struct Row {
        const char* name;
        const char* early;
        const char* late;
        const char* told;
    };

    const Row rows[] = {
        {"dead", "In Kenya 12 people were killed by the flood.",
         "In Kenya 15 people were killed by the flood.", "update grown note"},
        {"death toll", "In Kenya the death toll rose to 12.", "In Kenya the death toll rose to 15.",
         "update grown note"},
        {"injured", "In Kenya 12 people were injured by the flood.",
         "In Kenya 15 people were injured by the flood.", "update grown note"},
        {"treated", "Doctors in Kenya treated 12 people who were hurt in the flood.",
         "Doctors in Kenya treated 15 people who were hurt in the flood.", "update grown note"},
        {"arrested", "Police arrested 12 people in Kenya.", "Police arrested 15 people in Kenya.",
         "update grown note"},
        {"evacuated", "Crews evacuated 400 villagers from Halm on the river.",
         "Crews evacuated 700 villagers from Halm on the river.", "update grown note"},
        {"raised", "Donors raised $40,000 for the Halm school.",
         "Donors raised $95,000 for the Halm school.", "update grown note"},
        {"so far", "The Halm fair has sold 4,000 tickets so far.",
         "The Halm fair has sold 7,000 tickets so far.", "update grown note"},
        {"infected", "Halm clinics reported 120 infections with the virus.",
         "Halm clinics reported 180 infections with the virus.", "update grown note"},
        {"dead, fewer", "In Kenya 15 people were killed by the flood.",
         "In Kenya 12 people were killed by the flood.", "update revised down warning"},
        {"injured, fewer", "In Kenya 15 people were injured by the flood.",
         "In Kenya 12 people were injured by the flood.", "update revised down warning"},
        {"raised, less", "Donors raised $95,000 for the Halm school.",
         "Donors raised $40,000 for the Halm school.", "update revised down warning"},
        {"at least, then more", "In Kenya at least 12 people were killed by the flood.",
         "In Kenya 15 people were killed by the flood.", ""},
        {"equal", "In Kenya 12 people were killed by the flood.",
         "In Kenya 12 people were killed by the flood.", ""},
        {"a size that cannot grow", "The Halm hall has 4,000 seats.",
         "The Halm hall has 7,000 seats.", "disagree warning"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const News early = {"a", "2025-03-03", "", row.early, "", ""};
            const News late = {"b", "2025-03-06", "", row.late, "", ""};
            CHECK(told(report_on({early, late})) == row.told);
        }
    }
}

TEST_CASE("two hard totals of one day stay a disagreement") {
    struct Row {
        const char* name;
        const char* left;
        const char* right;
        const char* told;
    };

    const Row rows[] = {
        {"dead", "In Kenya 12 people were killed by the flood.",
         "In Kenya 15 people were killed by the flood.", "disagree warning"},
        {"injured", "In Kenya 12 people were injured by the flood.",
         "In Kenya 15 people were injured by the flood.", "disagree warning"},
        {"arrested", "Police arrested 12 people in Kenya.", "Police arrested 15 people in Kenya.",
         "disagree warning"},
        {"death toll", "In Kenya the death toll rose to 12.", "In Kenya the death toll rose to 15.",
         "disagree warning"},
        {"evacuated", "Crews evacuated 400 villagers from Halm on the river.",
         "Crews evacuated 700 villagers from Halm on the river.", "disagree warning"},
        {"raised", "Donors raised $40,000 for the Halm school.",
         "Donors raised $95,000 for the Halm school.", "disagree note"},
        {"so far", "The Halm fair has sold 4,000 tickets so far.",
         "The Halm fair has sold 7,000 tickets so far.", "disagree warning"},
        {"infected", "Halm clinics reported 120 infections with the virus.",
         "Halm clinics reported 180 infections with the virus.", "disagree warning"},
        {"at least", "In Kenya at least 12 people were killed by the flood.",
         "In Kenya 15 people were killed by the flood.", ""},
        {"more than", "In Kenya more than 12 people were killed by the flood.",
         "In Kenya 15 people were killed by the flood.", ""},
        {"about", "In Kenya about 15 people were killed by the flood.",
         "In Kenya 15 people were killed by the flood.", ""},
        {"equal", "In Kenya 12 people were killed by the flood.",
         "In Kenya 12 people were killed by the flood.", ""},
        {"dead and injured", "In Kenya 12 people were killed by the flood.",
         "In Kenya 15 people were injured by the flood.", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const News left = {"a", "2025-03-03", "", row.left, "", ""};
            const News right = {"b", "2025-03-03", "", row.right, "", ""};
            CHECK(told(report_on({left, right})) == row.told);
        }
    }
}

TEST_CASE("what an open amount counts decides whether it is a total") {
    CategoryList list;
    list.id = "running-totals";
    list.entries = {{"counted", {"donation"}, {}, {}},
                    {"done", {"arrest"}, {}, {}},
                    {"so far", {"so far"}, {}, {}},
                    {"never", {"year"}, {}, {}}};
    const RunningTotals totals({list});

    struct Row {
        const char* name;
        const char* slot;
        const char* word;
        ValueType type;
        const char* per;
        const char* quote;
        bool is_total;
    };

    const Row rows[] = {
        {"noun", "noun", "donation", ValueType::Money, "", "", true},
        {"noun of another list", "noun", "ticket", ValueType::Number, "", "", false},
        {"verb", "predicate", "arrest", ValueType::Number, "", "", true},
        {"verb in the place of the noun", "noun", "arrest", ValueType::Number, "", "", false},
        {"participle beside the noun", "modifier", "arrest", ValueType::Number, "", "", true},
        {"so far", "noun", "ticket", ValueType::Number, "", "Sold so far: 12 tickets.", true},
        {"a rate", "noun", "donation", ValueType::Money, "day", "", false},
        {"a share", "noun", "donation", ValueType::Percent, "", "", false},
        {"a date", "noun", "donation", ValueType::Date, "", "", false},
        {"years", "noun", "year", ValueType::Number, "", "In jail so far: 12 years.", false},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            Fact fact;
            fact.value.type = row.type;
            fact.value.per = row.per;
            fact.quote = row.quote;
            fact.slots = {{row.slot, row.word, {}}};
            CHECK(totals.is_total(fact) == row.is_total);
        }
    }
}

}  // namespace
}  // namespace atodds
