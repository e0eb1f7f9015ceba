// What a report over articles that nobody put side by side keeps to itself: facts that look alike
// and are about other people, other things or other days.

#include "cli/stages.hpp"
#include "support/shipped_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>
#include <vector>

namespace atodds {
namespace {

struct Row {
    const char* name;
    const char* left;
    const char* right;
};

Report report_on(std::vector<Article> articles) {
    static const Stages stages(test::shipped_rules(), Tiers::OpenOnly);
    std::vector<Fact> facts;
    for (const Article& article : articles) {
        std::vector<Fact> read = stages.reader().read(article);
        std::move(read.begin(), read.end(), std::back_inserter(facts));
    }
    return stages.compare(std::move(articles), std::move(facts));
}

/// True where a report over two articles, published so many days apart, has a disagreement of the
/// open tier at level warning or error.
bool are_reported(const char* left, const char* right, std::chrono::days apart) {
    std::vector<Article> articles = {test::plain_article("left", left),
                                     test::plain_article("right", right)};
    const Day first = std::chrono::sys_days{std::chrono::year{2024} / 3 / 4};
    articles[0].published = first;
    articles[1].published = first + apart;
    const Report report = report_on(std::move(articles));
    return std::any_of(report.findings.begin(), report.findings.end(), [](const Finding& finding) {
        return finding.verdict == Verdict::Disagree && finding.level != Level::Note;
    });
}

TEST_CASE("facts about other people or other things are not reported") {
    const Row rows[] = {
        {"two firms in one country", "Hartco Rail employs 24,600 people in Germany.",
         "Veldon Rail employs 31,900 people in Germany."},
        {"two ships and two harbours",
         "The captain of the Marlin warned the harbour of Ketterby about the storm.",
         "The captain of the Osprey did not warn the harbour of Wexcombe about the storm."},
        {"ranks among two kinds of things",
         "Hartco Rail is the second largest maker of lamps in Germany.",
         "Hartco Rail is the fifth largest maker of shoes in Germany."},
        {"opposite acts on two things", "The Ketterby council adopted the budget on Monday.",
         "The Ketterby council rejected the petition on Monday."},
        {"dates that belong to figures",
         "Unemployment in Ketterby stood at 5.9 percent in April 2023, the office said.",
         "Unemployment in Ketterby stood at 6.2 percent in June 2023, the office said."},
        {"one level at two times",
         "Unemployment in Ketterby stood at 5.9 percent in April 2023, the office said.",
         "Unemployment in Ketterby stood at 5.9 percent in June 2023, the office said."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK_FALSE(are_reported(row.left, row.right, std::chrono::days{0}));
        }
    }
}

TEST_CASE("the same shapes about one person or one thing are reported") {
    const Row rows[] = {
        {"one firm", "Hartco Rail employs 24,600 people in Germany.",
         "Hartco Rail employs 31,900 people in Germany."},
        {"one ship", "The captain of the Marlin warned the harbour of Ketterby about the storm.",
         "The captain of the Marlin did not warn the harbour of Ketterby about the storm."},
        {"one kind of things", "Hartco Rail is the second largest maker of lamps in Germany.",
         "Hartco Rail is the fifth largest maker of lamps in Germany."},
        {"opposite acts on one thing", "The Ketterby council adopted the budget on Monday.",
         "The Ketterby council rejected the budget on Monday."},
        {"the value elsewhere in the other article",
         "Orla Venneck was sentenced to five years in prison for fraud at Hartco Rail.",
         "Orla Venneck was sentenced to eight years in prison for fraud at Hartco Rail. Orla "
         "Venneck "
         "led Hartco Rail for five years."},
        {"who said it behind the amount",
         "The Venn mill in Ketterby employs 128 people, Orla Roe said.",
         "The Venn mill in Ketterby employs 230 people."},
        {"days without a year",
         "In Ketterby the first case of the Hartco fever was found on 10 January.",
         "The first case of the Hartco fever was found in Ketterby on 2 February."},
        {"offices beside an act of before",
         "Finance minister Orla Venneck had been warned by the police.",
         "Culture minister Orla Venneck opened the bridge."},
        {"a relative clause beside an act of before", "Orla Venneck scored 112 goals for Ketterby.",
         "Orla Venneck, who scored 201 goals for Ketterby, had been praised by the mayor."},
        {"an insert between subject and verb", "The fire in Ketterby destroyed 14 homes.",
         "The fire in Ketterby, which began in a kitchen, destroyed 41 homes."},
        {"a name that opens with a month", "Defence minister Jan Venneck opened the bridge.",
         "Interior minister Jan Venneck closed the harbour."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(are_reported(row.left, row.right, std::chrono::days{0}));
        }
    }
}

TEST_CASE("the pair most alike speaks for a finding, wherever it stands") {
    const char* plain = "Hartco Rail employs 24,600 people in Germany.";
    const char* alike = "Hartco Rail employs 31,900 people in Germany.";
    const char* other = "Hartco Rail has 31,900 people on its lists in Germany.";
    const Report two =
        report_on({test::plain_article("m", plain), test::plain_article("n", alike)});
    REQUIRE(two.findings.size() == 1);
    for (const char* const id : {"a", "z"}) {
        const Report three =
            report_on({test::plain_article("m", plain), test::plain_article("n", alike),
                       test::plain_article(id, other)});
        REQUIRE(three.findings.size() == 1);
        CHECK(three.findings[0].sides[1].articles.size() == 2);
        CHECK(three.findings[0].trace[0] == two.findings[0].trace[0]);
    }
}

TEST_CASE("an age that has grown with the days between two articles is no clash") {
    const char* young = "Orla Venneck, 61, opened the museum in Ketterby.";
    const char* older = "Orla Venneck, 62, opened the museum in Ketterby.";
    CHECK_FALSE(are_reported(young, older, std::chrono::days{200}));
    CHECK(are_reported(older, young, std::chrono::days{200}));
    CHECK(are_reported(young, older, std::chrono::days{800}));
    CHECK(are_reported(young, older, std::chrono::days{0}));
}

TEST_CASE("an age is held against the age of the same person, whatever else is said") {
    const Row alike[] = {
        {"two acts", "Orla Venneck, 61, opened the museum.",
         "Police praised Orla Venneck, 64, for it."},
        {"hyphenated surname", "Orla Venn-Marrak, 31, paid the fine.",
         "Orla Venn-Marrak won. The court had heard Venn-Marrak, 34, on Monday."},
        {"two shapes", "Orla Venneck, 61, opened the museum.",
         "The prize went to the 64-year-old sculptor Orla Venneck."},
        {"what is denied beside it", "Orla Venneck, 61, did not sing.",
         "Orla Venneck, 64, sang in Ketterby."},
        {"told with two times", "Orla Venneck, 61, retires on 1 July 2025.",
         "Orla Venneck, 64, led the museum from 2003 to 2011."},
    };
    for (const Row& row : alike) {
        SUBCASE(row.name) {
            CHECK(are_reported(row.left, row.right, std::chrono::days{0}));
        }
    }
    CHECK_FALSE(are_reported("Orla Venneck, 61, opened the museum.",
                             "Ivo Venneck, 64, opened the museum.", std::chrono::days{0}));
    CHECK_FALSE(are_reported("Orla Venneck, 61, did not sing.", "Orla Venneck, 61, sang.",
                             std::chrono::days{0}));
    CHECK_FALSE(are_reported("Orla Venneck, 21, climbed the tower.",
                             "Orla Venneck, 64, sold the house.", std::chrono::days{0}));
    CHECK(are_reported("Orla Venneck, 21, climbed the tower of Ketterby.",
                       "Orla Venneck, 64, climbed the tower of Ketterby.", std::chrono::days{0}));
    CHECK_FALSE(are_reported("Orla Venneck, 61, opened the museum.",
                             "Orla Venneck, who is 61, opened the museum.", std::chrono::days{0}));
}

TEST_CASE("the dead of a wreck grow in number, those aboard do not") {
    const std::chrono::days later{2};
    CHECK_FALSE(are_reported("The wreck of the Marlin killed 14 people.",
                             "The wreck of the Marlin killed 17 people.", later));
    CHECK(are_reported("The Marlin had 141 people on board when it sank off Ketterby.",
                       "The Marlin was carrying 174 people when it sank off Ketterby.", later));
}

TEST_CASE("times of day clash only beyond what rounding and hedges allow") {
    const char* exact = "The barge hit the bridge at 1:27 a.m.";
    CHECK_FALSE(
        are_reported(exact, "The barge hit the bridge at about 1:30 a.m.", std::chrono::days{0}));
    CHECK_FALSE(
        are_reported(exact, "The barge hit the bridge shortly after 1 a.m.", std::chrono::days{0}));
    CHECK(are_reported(exact, "The barge hit the bridge at 1:52 a.m.", std::chrono::days{0}));
}

TEST_CASE("parts of a matter and those whom something befell are counts of their own") {
    const Row rows[] = {
        {"whole and part", "The ferry carried six crew members to Ketterby.",
         "Two crew members were rescued near Ketterby."},
        {"two fates", "Two dock workers were rescued in Ketterby.",
         "Six dock workers are missing in Ketterby."},
        {"one part of a contest", "Orla Venneck won 57.2 million votes in the first round.",
         "Orla Venneck won 60.3 million votes."},
        {"a plea", "Ivo Marrak pleaded not guilty to two counts of arson.",
         "Ivo Marrak was charged with two counts of arson."},
        {"two ships of a series", "Marlin-1 was launched on 14 May 2023 in Ketterby.",
         "Marlin-3 was launched on 12 June 2023 in Ketterby."},
        {"a rank among few", "Norland is the first country in Europe to fly a kite.",
         "Norland is the fourth country to fly a kite."},
        {"another time", "Orla Venneck scored in the 23rd minute.",
         "Orla Venneck scored again in the 81st minute."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK_FALSE(are_reported(row.left, row.right, std::chrono::days{0}));
        }
    }
    CHECK(are_reported("Orla Venneck won 57.2 million votes in the first round.",
                       "Orla Venneck won 60.3 million votes in the first round.",
                       std::chrono::days{0}));
    CHECK(are_reported("Marlin-3 was launched on 14 May 2023 in Ketterby.",
                       "Marlin-3 was launched on 12 June 2023 in Ketterby.", std::chrono::days{0}));
    CHECK(are_reported("The Marlin-3 probe crashed on 3 March 2024.",
                       "The Marlin-3 probe crashed on 2 March 2024.", std::chrono::days{0}));
    CHECK(are_reported("Two dock workers were rescued in Ketterby.",
                       "Six dock workers were rescued in Ketterby.", std::chrono::days{0}));
}

TEST_CASE("what counts back from two days is no clash") {
    const char* left = "It was the third strike in six weeks at the Ketterby mill.";
    const char* right = "It was the third strike in five weeks at the Ketterby mill.";
    CHECK_FALSE(are_reported(left, right, std::chrono::days{90}));
}

}  // namespace
}  // namespace atodds
