#include "retrieve/article_links.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace atodds;

namespace {

using Holders = std::vector<std::uint32_t>;
using Links = std::vector<ArticleLink>;

}  // namespace

TEST_CASE("what two articles share adds up, pair by pair") {
    ArticleLinks links(5);
    links.add(Holders{0, 2}, 3);
    links.add(Holders{0, 2, 4}, 4);
    links.add(Holders{1, 3}, 2);
    CHECK(links.strongest(1, 8) == Links{{7, 0, 2}, {4, 0, 4}, {4, 2, 4}, {2, 1, 3}});
    CHECK(links.strongest(4, 8) == Links{{7, 0, 2}, {4, 0, 4}, {4, 2, 4}});
    CHECK(links.strongest(8, 8).empty());
}

TEST_CASE("of each article the strongest links to later ones are kept") {
    ArticleLinks links(6);
    for (std::uint32_t other = 1; other < 6; ++other) {
        links.add(Holders{0, other}, other == 4 ? 9 : 5);
    }
    CHECK(links.strongest(1, 2) == Links{{9, 0, 4}, {5, 0, 1}});
    CHECK(links.strongest(1, 0).empty());
}

TEST_CASE("what one article holds alone, or what weighs nothing, links nobody") {
    ArticleLinks links(3);
    links.add(Holders{1}, 5);
    links.add(Holders{}, 5);
    links.add(Holders{0, 1, 2}, 0);
    CHECK(links.strongest(0, 8).empty());
    CHECK(ArticleLinks(0).strongest(0, 8).empty());
}
