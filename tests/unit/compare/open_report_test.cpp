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

/// True where a report over two articles, published so many days apart, has a disagreement of the
/// open tier at level warning or error.
bool are_reported(const char* left, const char* right, std::chrono::days apart) {
    static const Stages stages(test::shipped_rules(), Tiers::OpenOnly);
    std::vector<Article> articles = {test::plain_article("left", left),
                                     test::plain_article("right", right)};
    const Day first = std::chrono::sys_days{std::chrono::year{2024} / 3 / 4};
    articles[0].published = first;
    articles[1].published = first + apart;
    std::vector<Fact> facts;
    for (const Article& article : articles) {
        std::vector<Fact> read = stages.reader().read(article);
        std::move(read.begin(), read.end(), std::back_inserter(facts));
    }
    const Report report = stages.compare(std::move(articles), std::move(facts));
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
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(are_reported(row.left, row.right, std::chrono::days{0}));
        }
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

TEST_CASE("what counts back from two days is no clash") {
    const char* left = "It was the third strike in six weeks at the Ketterby mill.";
    const char* right = "It was the third strike in five weeks at the Ketterby mill.";
    CHECK_FALSE(are_reported(left, right, std::chrono::days{90}));
}

}  // namespace
}  // namespace atodds
