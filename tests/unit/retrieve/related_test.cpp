#include "retrieve/related.hpp"

#include "support/small_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace atodds;

namespace {

using Ids = std::vector<std::string>;

constexpr const char* kFire =
    "Flames ate the Corvane rope mill in Tarnwick, and Odile Brandt saw the roof fall.";

/// Forty articles about nothing in common, so that words can be rare.
void fill(SmallIndex& index) {
    for (int i = 0; i < 40; ++i) {
        index.add(fmt::format("f{:02}", i),
                  fmt::format("A plain word{} came to town, and nobody minded the thing{}.", i, i));
    }
}

Ids related_to(SmallIndex& index, const std::string& text, const std::vector<Fact>& facts = {},
               std::size_t limit = 10) {
    const IndexReader reader = index.reader();
    const Result<RelatedArticles> related =
        related_articles(reader, plain_article("new", text), facts, limit);
    REQUIRE(related);
    return related->ids;
}

}  // namespace

TEST_CASE("what shares several rare words is related, the most alike first") {
    SmallIndex index;
    fill(index);
    index.add("same", kFire);
    index.add("near", "Odile Brandt of Tarnwick left the Corvane mill.");
    index.add("name", "A man from Tarnwick won a prize.");
    CHECK(related_to(index, kFire) == Ids{"same", "near"});
    CHECK(related_to(index, kFire, {}, 1) == Ids{"same"});
    CHECK(related_to(index, "Nothing of this is known elsewhere.").empty());
}

TEST_CASE("a declared key is enough, a soft one needs a word beside it") {
    SmallIndex index;
    fill(index);
    index.add("declared", "It rained.", {boats_of("boats", "~ida", 3)});
    index.add("soft", "It snowed.", {boats_of("open/number", "~ida", 3)});
    index.add("soft-and-word", "It hailed on Quillmoor.", {boats_of("open/number", "~ida", 3)});
    CHECK(related_to(index, "New.", {boats_of("boats", "~ida", 5)}) == Ids{"declared"});
    CHECK(related_to(index, "New.", {boats_of("open/number", "~ida", 5)}).empty());
    CHECK(related_to(index, "New in Quillmoor.", {boats_of("open/number", "~ida", 5)}) ==
          Ids{"soft-and-word"});
}

TEST_CASE("of a popular key a few articles for each value are looked at") {
    SmallIndex index;
    fill(index);
    for (int i = 0; i < 200; ++i) {
        index.add(fmt::format("p{:03}", i), fmt::format("Story{} is told.", i),
                  {boats_of("open/number", "~ida", i == 150 ? 4 : 3)});
    }
    const IndexReader reader = index.reader();
    const Result<RelatedArticles> related = related_articles(
        reader, plain_article("new", "New."), std::vector{boats_of("open/number", "~ida", 3)}, 10);
    REQUIRE(related);
    CHECK(related->ids.size() <= 4);
    CHECK(std::ranges::count(related->ids, "p150") == 1);
    CHECK(related->left_out >= 195);
}

TEST_CASE("popular keys together bring a handful of articles, those at odds first") {
    SmallIndex index;
    fill(index);
    std::vector<Fact> stated;
    for (int key = 0; key < 12; ++key) {
        const std::string owner = fmt::format("~owner{}", key);
        stated.push_back(boats_of("open/number", owner, 3));
        for (int i = 0; i < 80; ++i) {
            index.add(fmt::format("k{:02}-{:02}", key, i), fmt::format("Tale{}x{}.", key, i),
                      {boats_of("open/number", owner, i == 70 ? 4 : 3)});
        }
    }
    const Ids ids = related_to(index, "New.", stated, 32);
    CHECK(ids.size() == 8);
    CHECK(std::ranges::all_of(ids, [](const std::string& id) { return id.ends_with("-70"); }));
}

TEST_CASE("what shares little beside a near copy is left out behind the first few") {
    SmallIndex index;
    fill(index);
    std::string told = "Odile Brandt";
    for (int i = 0; i < 24; ++i) {
        told += fmt::format(" saw rareword{}thing", i);
    }
    index.add("copy", told + ".");
    for (int i = 0; i < 12; ++i) {
        index.add(fmt::format("far{:02}", i),
                  fmt::format("A rareword{}thing met a rareword{}thing and a rareword{}thing.", i,
                              i + 1, i + 2));
    }
    index.add("named", "It rained.", {boats_of("boats", "~ida", 3)});
    const Ids ids = related_to(index, told + ".", {boats_of("boats", "~ida", 5)}, 32);
    REQUIRE_FALSE(ids.empty());
    CHECK(ids.front() == "copy");
    CHECK(std::ranges::count(ids, "named") == 1);
    CHECK(ids.size() <= 7);
}
