#include "compare/word_tables.hpp"

#include <doctest/doctest.h>

namespace atodds {
namespace {

TEST_CASE("forms of one word are inflections") {
    CHECK(are_inflections("look", "looks"));
    CHECK(are_inflections("run", "running"));
    CHECK(are_inflections("raise", "raised"));
    CHECK(are_inflections("city", "cities"));
    CHECK_FALSE(are_inflections("bond", "bail"));
    CHECK_FALSE(are_inflections("look", "look"));
    CHECK_FALSE(are_inflections("is", "as"));
}

TEST_CASE("opposites are found in any form and either order") {
    CHECK(are_opposites("accept", "reject"));
    CHECK(are_opposites("rejected", "accepted"));
    CHECK(are_opposites("safe", "dangerous"));
    CHECK_FALSE(are_opposites("safe", "secure"));
    CHECK_FALSE(are_opposites("safe", "safe"));
}

TEST_CASE("words have ranks") {
    CHECK(rank_of_word("the") == WordRank::Slight);
    CHECK(rank_of_word("would") == WordRank::Function);
    CHECK(rank_of_word("never") == WordRank::Function);
    CHECK(rank_of_word("people") == WordRank::Common);
    CHECK(rank_of_word("harbour") == WordRank::Content);
    CHECK(is_negation("without"));
    CHECK_FALSE(is_negation("with"));
}

}  // namespace
}  // namespace atodds
