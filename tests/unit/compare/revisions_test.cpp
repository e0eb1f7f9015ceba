#include "compare/revisions.hpp"

#include "support/news_report.hpp"

#include <doctest/doctest.h>

namespace atodds {
namespace {

using test::News;
using test::report_on;
using test::told;

TEST_CASE("what an article takes back is stale in its copies and none of its own statements") {
    struct Row {
        const char* name;
        const char* notice;  ///< behind "In Halm 15 people were injured in the fire."
        const char* copy;
        const char* told;
    };

    const char* const kStale = "In Halm 25 people were injured in the fire.";
    const char* const kRight = "In Halm 15 people were injured in the fire.";
    const Row rows[] = {
        {"an earlier version of this article",
         "Correction: An earlier version of this article said 25 people were injured.", kStale,
         "update corrected warning"},
        {"of this story", "An earlier version of this story said 25 people were injured.", kStale,
         "update corrected warning"},
        {"a previous version", "A previous version of this article said 25 people were injured.",
         kStale, "update corrected warning"},
        {"incorrectly stated", "The article incorrectly stated that 25 people were injured.",
         kStale, "update corrected warning"},
        {"misstated", "The story misstated the injured as 25 people.", kStale,
         "update corrected warning"},
        {"mistakenly reported", "The paper mistakenly reported that 25 people were injured.",
         kStale, "update corrected warning"},
        {"original version",
         "The original version of this article said 25 people were injured in the fire.", kStale,
         "update corrected warning"},
        {"the copy has the right figure",
         "An earlier version of this article said 25 people were injured.", kRight, ""},
        {"another figure is taken back",
         "An earlier version of this article said 40 people were injured.", kStale,
         "disagree warning"},
        {"another matter is taken back",
         "An earlier version of this article said the mill had 25 machines.", kStale,
         "disagree warning"},
        {"no notice", "The cause is not known.", kStale, "disagree warning"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const News corrected = {
                "a", "2025-06-12", "", std::string(kRight) + "\n\n" + row.notice, "", ""};
            const News copy = {"b", "2025-06-12", "", row.copy, "", ""};
            CHECK(told(report_on({corrected, copy})) == row.told);
        }
    }
}

Article article_with(const std::string& id, const std::string& url, const std::string& title,
                     const std::string& text) {
    Article article;
    article.id = id;
    article.source = "Daily Quay";
    article.url = url;
    article.title = title;
    article.text = text;
    article.reading = text;
    return article;
}

TEST_CASE("one address, or one title and most of the words, make two versions of one article") {
    const std::string text =
        "The council of Halm voted on Tuesday to buy new trams for the harbour line. The mayor "
        "said that the first of them would run in the spring, once the rails are laid.";
    const std::string edited =
        "The council of Halm voted on Tuesday to buy new trams for the harbour line. The mayor "
        "said that the first of them would run in the autumn, once the rails are laid.";
    const std::string other =
        "Nobody in the old town wants to hear of the sums that the sea wall is going to cost them "
        "for the next thirty years, and so the meeting of the owners ended without a vote again.";

    struct Row {
        const char* name;
        Article left;
        Article right;
        bool are_versions;
    };

    const char* const kTitle = "Council of Halm buys trams";
    const Row rows[] = {
        {"one address", article_with("a", "https://q.example/trams", "", text),
         article_with("b", "https://q.example/trams", "", other), true},
        {"but for its query", article_with("a", "https://q.example/trams?x=1", "", text),
         article_with("b", "http://www.q.example/trams/#top", "", other), true},
        {"two addresses", article_with("a", "https://q.example/trams", "", text),
         article_with("b", "https://q.example/rails", "", text), false},
        {"one front page", article_with("a", "https://q.example/", "", text),
         article_with("b", "https://q.example", "", text), false},
        {"title and words", article_with("a", "", kTitle, text),
         article_with("b", "", kTitle, edited), true},
        {"title in other case", article_with("a", "", kTitle, text),
         article_with("b", "", "COUNCIL OF HALM BUYS TRAMS", edited), true},
        {"title alone", article_with("a", "", kTitle, text), article_with("b", "", kTitle, other),
         false},
        {"words alone", article_with("a", "", kTitle, text),
         article_with("b", "", "Trams for the harbour line", edited), false},
        {"a column", article_with("a", "", "Morning briefing", text),
         article_with("b", "", "Morning briefing", edited), false},
        {"nothing known", article_with("a", "", "", text), article_with("b", "", "", text), false},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const std::vector<Article> articles = {row.left, row.right};
            const ArticleVersions versions(articles);
            CHECK(versions.are_versions("a", "b") == row.are_versions);
            CHECK(versions.are_versions("b", "a") == row.are_versions);
            CHECK_FALSE(versions.are_versions("a", "a"));
        }
    }
}

TEST_CASE("a figure that differs between two versions is a silent edit unless a notice tells it") {
    struct Row {
        const char* name;
        const char* first;
        const char* second;
        const char* told;
    };

    const Row rows[] = {
        {"money", "Halm will pay $84 million for the trams.",
         "Halm will pay $91 million for the trams.", "update silent edit warning"},
        {"count", "Halm will buy 24 trams for the harbour line.",
         "Halm will buy 21 trams for the harbour line.", "update silent edit warning"},
        {"toll", "In Kenya 12 people were killed by the flood.",
         "In Kenya 15 people were killed by the flood.", "update silent edit warning"},
        {"date", "The council of Halm voted on 4 March 2025 for the trams.",
         "The council of Halm voted on 6 March 2025 for the trams.", "update silent edit warning"},
        {"injured", "In Kenya 12 people were injured by the flood.",
         "In Kenya 15 people were injured by the flood.", "update silent edit warning"},
        {"share", "The council of Halm owns 12 percent of the tram line.",
         "The council of Halm owns 15 percent of the tram line.", "update silent edit warning"},
        {"a count that fell", "In Kenya 15 people were killed by the flood.",
         "In Kenya 12 people were killed by the flood.", "update silent edit warning"},
        {"another sentence was dropped",
         "Halm will pay $84 million for the trams. The mayor was glad.",
         "Halm will pay $84 million for the trams.", ""},
        {"with a notice", "Halm will pay $84 million for the trams.",
         "Halm will pay $91 million for the trams.\n\nCorrection: An earlier version of this "
         "article "
         "gave another price.",
         "update corrected warning"},
        {"nothing changed", "Halm will pay $84 million for the trams.",
         "Halm will pay $84 million for the trams.", ""},
        {"more was added", "Halm will pay $84 million for the trams.",
         "Halm will pay $84 million for the trams. The mayor was glad.", ""},
        {"rounded", "Halm will pay $84 million for the trams.",
         "Halm will pay about $84 million for the trams.", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const News first = {"a", "2025-04-02", "", row.first, "", "https://q.example/trams"};
            const News second = {"b",        "2025-04-02", "",
                                 row.second, "2025-04-04", "https://q.example/trams"};
            CHECK(told(report_on({first, second})) == row.told);
        }
    }
}

TEST_CASE("a third article with the figure that was edited away is stale") {
    const News first = {"a", "2025-04-02",
                        "",  "Halm will pay $84 million for the trams.",
                        "",  "https://q.example/trams"};
    const News second = {"b",          "2025-04-02",
                         "",           "Halm will pay $91 million for the trams.",
                         "2025-04-04", "https://q.example/trams"};
    const News copy = {"c", "2025-04-09", "", "Halm will pay $84 million for the trams.", "", ""};
    const Report report = report_on({first, second, copy});
    CHECK(told(report) == "update silent edit warning");
    REQUIRE(report.stale.size() == 2);
    CHECK(report.stale.front().article == "c");
    CHECK(report.stale.front().status == StaleStatus::StillStates);
    CHECK(report.stale.back().article == "a");
}

}  // namespace
}  // namespace atodds
