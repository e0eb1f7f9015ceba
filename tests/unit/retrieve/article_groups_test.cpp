#include "retrieve/article_groups.hpp"

#include "support/small_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace atodds;

namespace {

using Ids = std::vector<std::string>;

/// The groups by the ids of their articles; groups of keys with a mark in front.
std::vector<Ids> groups_of(SmallIndex& index) {
    const IndexReader reader = index.reader();
    const Result<ArticleGroups> grouped = group_articles(reader);
    REQUIRE(grouped);
    std::vector<Ids> groups;
    for (const ArticleGroup& group : grouped->groups) {
        Ids& ids = groups.emplace_back();
        if (!group.keys.empty()) {
            ids.push_back("keys:");
        }
        for (const std::uint32_t article : group.articles) {
            ids.push_back(grouped->ids[article]);
        }
    }
    return groups;
}

void fill(SmallIndex& index) {
    for (int i = 0; i < 40; ++i) {
        index.add(fmt::format("f{:02}", i),
                  fmt::format("A plain word{} came to town, and nobody minded the thing{}.", i, i));
    }
}

}  // namespace

TEST_CASE("articles that share rare words are one story, others stay alone") {
    SmallIndex index;
    fill(index);
    index.add("a1", "Flames ate the Corvane mill in Tarnwick as Odile Brandt looked on.");
    index.add("a2", "Odile Brandt owned the Corvane mill at Tarnwick.");
    index.add("b1", "The Ferrow dam at Ostrel broke, said Pim Haldane.");
    index.add("b2", "Pim Haldane built the Ferrow dam above Ostrel.");
    CHECK(groups_of(index) == std::vector<Ids>{{"a1", "a2"}, {"b1", "b2"}});
}

TEST_CASE("a declared key whose values differ links, one on which all agree does not") {
    SmallIndex index;
    fill(index);
    index.add("a", "It rained.", {boats_of("boats", "~ida", 3)});
    index.add("b", "It snowed.", {boats_of("boats", "~ida", 4)});
    index.add("c", "It hailed.", {boats_of("boats", "~kurt", 5)});
    index.add("d", "It froze.", {boats_of("boats", "~kurt", 5)});
    // The noun is a slot as well: all four have boats, and not the same number of them.
    CHECK(groups_of(index) == std::vector<Ids>{{"a", "b"}, {"keys:", "a", "b", "c", "d"}});
}

TEST_CASE("a soft key alone links nobody") {
    SmallIndex index;
    fill(index);
    index.add("a", "It rained.", {boats_of("open/number", "~ida", 3)});
    index.add("b", "It snowed.", {boats_of("open/number", "~ida", 4)});
    CHECK(groups_of(index).empty());
}

TEST_CASE("a popular key makes a group of a few articles for each value") {
    SmallIndex index;
    for (int i = 0; i < 300; ++i) {
        index.add(fmt::format("p{:03}", i), fmt::format("Story{} is told.", i),
                  {boats_of("open/number", "~ida", i % 100 == 50 ? 4 : 3)});
    }
    const IndexReader reader = index.reader();
    const Result<ArticleGroups> grouped = group_articles(reader);
    REQUIRE(grouped);
    REQUIRE(grouped->groups.size() == 1);
    const ArticleGroup& group = grouped->groups.front();
    CHECK(group.keys.size() == 1);
    CHECK(group.articles.size() >= 4);
    CHECK(group.articles.size() <= 6);
    CHECK(std::ranges::count(group.articles, 50U) == 1);
    CHECK(grouped->left_out == 300 - group.articles.size());
}

TEST_CASE("a story beyond the size is parted, and its keys lead across") {
    SmallIndex index;
    fill(index);
    const std::size_t articles = kMostInGroup + 20;
    for (std::size_t i = 0; i < articles; ++i) {
        // Every article shares three words with the next one.
        std::string text = "Report:";
        for (std::size_t word = i; word < i + 4; ++word) {
            text += fmt::format(" Name{}x", word);
        }
        const std::int64_t boats = i == 3 || i == articles - 3 ? static_cast<std::int64_t>(i) : 7;
        index.add(fmt::format("s{:03}", i), text + ".",
                  i % 5 == 3 || i == articles - 3
                      ? std::vector{boats_of("open/number", "~ida", boats)}
                      : std::vector<Fact>{});
    }
    const IndexReader reader = index.reader();
    const Result<ArticleGroups> grouped = group_articles(reader);
    REQUIRE(grouped);
    std::size_t in_stories = 0;
    std::size_t across = 0;
    for (const ArticleGroup& group : grouped->groups) {
        CHECK(group.articles.size() <= kMostInGroup);
        in_stories += group.keys.empty() ? group.articles.size() : 0;
        across += group.keys.empty() ? 0U : 1U;
    }
    CHECK(in_stories > kMostInGroup);
    CHECK(across == 1);
}
