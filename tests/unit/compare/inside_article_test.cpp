#include "compare/inside_article.hpp"

#include "support/news_report.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace atodds {
namespace {

using test::News;
using test::report_on;

/// Verdict and kind of each finding: "disagree headline", "disagree inside".
std::string found(const std::string& title, const std::string& text) {
    std::string all;
    for (const Finding& finding : report_on({{"a", "2025-03-05", title, text, "", ""}}).findings) {
        all += all.empty() ? "" : "; ";
        all += finding.verdict == Verdict::Certainty ? "certainty" : "disagree";
        all += finding.kind == FindingKind::HeadlineBody ? " headline" : " inside";
    }
    return all;
}

struct Row {
    const char* name;
    const char* title;
    const char* text;
    const char* found;
};

TEST_CASE("a headline may round and hedge, but not state another figure than its body") {
    const Row rows[] = {
        {"another toll", "Fire at Corvell mill kills 15",
         "A fire at the Corvell mill killed 12 workers on Tuesday.", "disagree headline"},
        {"nearly", "Fire at Corvell mill kills nearly 200",
         "A fire at the Corvell mill killed 187 workers on Tuesday.", ""},
        {"rounded up", "200 dead in Corvell mill fire",
         "At least 187 workers died in the fire at the Corvell mill.", ""},
        {"rounded down", "Halvard Motors to cut 900 jobs in Halm",
         "Halvard Motors said that it would cut 912 jobs in Halm.", ""},
        {"another count of jobs", "Halvard Motors to cut 900 jobs in Halm",
         "Halvard Motors said that it would cut 500 jobs in Halm.", "disagree headline"},
        {"far beyond at least", "200 dead in Corvell mill fire",
         "At least 87 workers died in the fire at the Corvell mill.", "disagree headline"},
        {"at least and a little more", "15 dead in Corvell mill fire",
         "At least 12 workers died in the fire at the Corvell mill.", ""},
        {"another loan", "Halm council approves $40 million stadium loan",
         "The council of Halm approved a stadium loan of $60 million.", "disagree headline"},
        {"a rounded loan", "Halm council approves $40 million stadium loan",
         "The council of Halm approved a stadium loan of $39.6 million.", ""},
        {"the body has it too", "Halm council approves $40 million stadium loan",
         "The council of Halm approved a stadium loan of $60 million, up from a stadium loan of "
         "$40 "
         "million in May.",
         ""},
        {"another measure", "Corvell mill fire kills 12",
         "A fire at the Corvell mill killed 12 workers and injured 40 people.", ""},
        {"another year", "Halm makes 90,000 gearboxes",
         "Halm made 90,000 gearboxes, after 70,000 gearboxes in 2019.", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.title);
            CHECK(found(row.title, row.text) == row.found);
        }
    }
}

TEST_CASE("a headline is held to what the body asserts") {
    const Row rows[] = {
        {"denied", "Lenk resigns as mayor of Halm", "Oda Lenk did not resign as mayor of Halm.",
         "disagree headline"},
        {"denied order", "Halm bans cars from the harbour",
         "The council of Halm did not ban cars from the harbour.", "disagree headline"},
        {"only possible", "Halvard Motors to buy Ostrel Steel",
         "Two people close to the talks said Halvard Motors may buy Ostrel Steel.",
         "certainty headline"},
        {"said as well", "Halm bans cars from the harbour",
         "Halm did not ban cars from the harbour in May. In June the council of Halm banned cars "
         "from the harbour.",
         ""},
        {"past for present", "Halm bans cars from the harbour",
         "The council of Halm banned cars from the harbour.", ""},
        {"the headline hedges", "Halvard Motors may buy Ostrel Steel",
         "Halvard Motors may buy Ostrel Steel, two people said.", ""},
        {"a source behind the comma", "Halvard Motors to buy Ostrel Steel, sources say",
         "Halvard Motors may buy Ostrel Steel, two people said.", ""},
        {"another company", "Halvard Motors buys Ostrel Steel",
         "Halvard Motors did not buy Corvell Paper.", ""},
        {"somebody else denies", "Lenk resigns as mayor of Halm",
         "\"Oda Lenk did not resign as mayor of Halm,\" her brother said.", ""},
        {"negated in both", "Halm does not ban cars from the harbour",
         "The council of Halm did not ban cars from the harbour.", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.title);
            CHECK(found(row.title, row.text) == row.found);
        }
    }
}

TEST_CASE("a headline that asks asserts nothing") {
    const char* const titles[] = {
        "Will Halvard Motors cut 900 jobs in Halm?",
        "Halvard Motors to cut 900 jobs in Halm?",
        "Is Halvard Motors cutting 900 jobs in Halm?",
        "Can Halvard Motors cut 900 jobs in Halm?",
        "900 jobs cut by Halvard Motors in Halm?",
        "Why should Halvard Motors cut 900 jobs in Halm?",
        "Did Halvard Motors cut 900 jobs in Halm?",
        "“Halvard Motors to cut 900 jobs in Halm?”",
        "Halvard Motors to cut 900 jobs in Halm? ",
        "Should Halvard Motors cut 900 jobs at Halm?",
    };
    for (const char* title : titles) {
        SUBCASE(title) {
            CHECK(found(title, "Halvard Motors said that it would cut 500 jobs in Halm.").empty());
        }
    }
}

TEST_CASE("inside one article only the same thing said twice can be at odds") {
    const Row rows[] = {
        {"one count, two figures", "",
         "The council of Halm bought 24 trams for the harbour line. Later the mayor drove one.\n\n"
         "The council of Halm bought 31 trams for the harbour line.",
         "disagree inside"},
        {"two speakers", "",
         "Police said the council of Halm bought 24 trams for the line. Unions said the council of "
         "Halm bought 31 trams for the line.",
         ""},
        {"another place", "",
         "The council bought 24 trams for the line in Halm. The council bought 31 trams for the "
         "line in Orrin.",
         ""},
        {"another year", "",
         "The council of Halm bought 24 trams in 2020. The council of Halm bought 31 trams in "
         "2024.",
         ""},
        {"a part", "",
         "The council of Halm bought 31 trams for the line. It bought 24 long trams for the line.",
         ""},
        {"two events", "",
         "In Kenya two people were killed when a wall fell in the market. In Kenya three people "
         "died in a fire at the port.",
         ""},
        {"a question", "",
         "Did the council of Halm buy 24 trams for the line? The council of Halm bought 31 trams "
         "for the line.",
         ""},
        {"hedged alike", "",
         "The council of Halm bought about 30 trams for the line. The council of Halm bought 31 "
         "trams for the line.",
         ""},
        {"a quotation against the text", "",
         "The council of Halm sold the trams. \"The council of Halm did not sell the trams,\" the "
         "mayor said.",
         ""},
        {"other words for another claim", "",
         "The council of Halm sold the trams. The council of Halm did not sell the harbour.", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(found(row.title, row.text) == row.found);
        }
    }
}

Value number(int amount, std::int32_t last_digit_power, Bound bound = Bound::Exact) {
    Value value;
    value.amount = Decimal(amount);
    value.low = value.amount;
    value.high = value.amount;
    value.last_digit_power = last_digit_power;
    value.bound = bound;
    if (bound == Bound::AtLeast) {
        value.high.reset();
    }
    return value;
}

TEST_CASE("a headline rounds at the last digit it shows") {
    struct RoundingRow {
        const char* name;
        Value headline;
        Value body;
        bool rounds;
    };

    const RoundingRow rows[] = {
        {"equal", number(187, 0), number(187, 0), true},
        {"to hundreds", number(200, 2), number(187, 0), true},
        {"to hundreds, down", number(200, 2), number(243, 0), true},
        {"half a unit", number(200, 2), number(250, 1), true},
        {"beyond half a unit", number(200, 2), number(251, 0), false},
        {"to tens", number(190, 1), number(187, 0), true},
        {"beyond tens", number(180, 1), number(187, 0), false},
        {"an exact headline", number(186, 0), number(187, 0), false},
        {"the body rounds, the headline not", number(187, 0), number(300, 2), false},
        {"at least, a little more", number(15, 0), number(12, 0, Bound::AtLeast), true},
        {"at least, far more", number(40, 1), number(12, 0, Bound::AtLeast), false},
    };
    for (const RoundingRow& row : rows) {
        SUBCASE(row.name) {
            CHECK(headline_rounds_to(row.headline, row.body) == row.rounds);
        }
    }
}

}  // namespace
}  // namespace atodds
