// What two reports of one event are at odds about, told in sentences that share few words: named
// figures, counts of people, persons behind pronouns, acts in other words.

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
    std::int64_t days_apart = 0;
};

/// True where a report over the two articles has a disagreement of the open tier at warning or
/// error.
bool is_reported(const Row& row) {
    static const Stages stages(test::shipped_rules(), Tiers::OpenOnly);
    std::vector<Article> articles = {test::plain_article("left", row.left),
                                     test::plain_article("right", row.right)};
    const Day first = std::chrono::sys_days{std::chrono::year{2024} / 3 / 4};
    articles[0].published = first;
    articles[1].published = first + std::chrono::days{row.days_apart};
    std::vector<Fact> facts;
    for (const Article& article : articles) {
        std::vector<Fact> read = stages.reader().read(article);
        std::move(read.begin(), read.end(), std::back_inserter(facts));
    }
    const Report report = stages.compare(std::move(articles), std::move(facts));
    return std::ranges::any_of(report.findings, [](const Finding& finding) {
        return finding.verdict == Verdict::Disagree && finding.level != Level::Note;
    });
}

}  // namespace

TEST_CASE("clashes in sentences that share few words are reported") {
    const Row rows[] = {
        {"a figure and no other word", "Voter turnout was 61%.", "The turnout was 64.5%."},
        {"a figure in another form", "Wexcombe has a population of at least 12,000 people.",
         "The town has a population of about 9,100."},
        {"what analysts expected", "Analysts had long expected revenue of $31.4 million.",
         "Analysts had predicted a dividend of 30 cents and revenue of $29.2 million."},
        {"two figures of a margin", "The gross margin was 16.1%.",
         "The gross profit margin dropped to 18.4%."},
        {"counts of the injured", "Hospital clerks said that 40 people were injured in Wexcombe.",
         "The blast in Wexcombe left 61 injured."},
        {"a participle and a verb", "About 640 injured skaters were taken to hospitals.",
         "So far about 900 skaters have been injured and treated in hospitals."},
        {"a profit in the same words",
         "Marrak Rail made a profit of $72 million in the last quarter.",
         "Marrak Rail made a profit of $129 million in the last quarter, Orla Venneck said."},
        {"a person behind a pronoun",
         "Friends named one of the divers as Milo Senn. He is married and has three children.",
         "One of the divers is Milo Senn, whose sister says he has six children."},
        {"days of one verdict", "A jury found Orla Venneck, 32, guilty on Oct. 6 of arson.",
         "Orla Venneck was found guilty on Oct. 7 of arson."},
        {"an act in other words", "The blaze was extinguished after nearly nine hours.",
         "The fire was put out after about five hours."},
        {"an adjective for a noun", "Among the skaters was one Danish national, a clerk said.",
         "The bus carried mostly local skaters, along with two Danish nationals."},
        {"a denied figure", "The harbour office said the toll has risen to 413.",
         "A clerk of the harbour office denied that it had told a toll of 413."},
        {"a weekday", "The Marlin-3 probe crashed on Sunday.",
         "The Marlin-3 probe crashed on Saturday near Wexcombe."},
        {"a state", "The pilot Milo Senn is in critical condition in Wexcombe.",
         "The pilot Milo Senn is in stable condition in Wexcombe."},
        {"shares of the votes", "Orla Rell won the ballot in Norland with 55.9% of the votes.",
         "Orla Rell is the new mayor of Norland with 53.6% of the votes."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.left);
            CHECK(is_reported(row));
        }
    }
}

TEST_CASE("figures of other things, parts and days are not reported") {
    const Row rows[] = {
        {"two kinds of one figure", "The net income was $41 million.",
         "The operating income was $36 million."},
        {"figures of two quarters", "The revenue was $44.1 million.",
         "The revenue was $46.7 million.", 90},
        {"figures too far apart", "The revenue was $17 million.", "The revenue was $46.7 million."},
        {"a part and all", "In Velm the turnout was 48%.", "The turnout was 61%."},
        {"a toll of the hour", "The toll rose to 413.", "The toll rose to 398."},
        {"by how much and to what", "The revenue rose 9%.", "The revenue rose to 12% of sales."},
        {"counts of two events", "The storm in Wexcombe injured 80 people.",
         "The storm in Wexcombe injured 1,400 people."},
        {"the missing are found", "In Wexcombe 17 people were missing.",
         "In Wexcombe two people were missing.", 4},
        {"more were rescued", "In Wexcombe 17 people were rescued.",
         "In Wexcombe 44 people were rescued.", 2},
        {"not all votes counted", "With most ballots counted, Orla Rell won 55.9% of the vote.",
         "Orla Rell won the ballot with 53.6% of the vote."},
        {"a stretch of its own", "Milo Senn has 189 caught passes in his last two games.",
         "Milo Senn has 498 caught passes."},
        {"a part and its whole", "Orla Venneck faced four of 11 counts of arson.",
         "Orla Venneck faced four counts of arson."},
        {"more than", "Orla Venneck was sentenced to over 14 years for arson.",
         "Orla Venneck was sentenced to 14 years and four months for arson."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.left);
            CHECK_FALSE(is_reported(row));
        }
    }
}

}  // namespace atodds
