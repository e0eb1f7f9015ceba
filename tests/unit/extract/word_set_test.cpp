#include "extract/word_set.hpp"

#include "base/hash.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {
namespace {

TEST_CASE("a set holds each of its words and no part of one") {
    const WordSet set("harbour quay  pier");
    for (const char* word : {"harbour", "quay", "pier"}) {
        CAPTURE(word);
        CHECK(set.holds(hash_bytes(word)));
    }
    for (const char* word : {"", " ", "harbou", "harbour quay", "Pier"}) {
        CAPTURE(word);
        CHECK_FALSE(set.holds(hash_bytes(word)));
    }
}

TEST_CASE("a set of no words holds nothing") {
    CHECK_FALSE(WordSet("").holds(hash_bytes("")));
    CHECK_FALSE(WordSet("  ").holds(hash_bytes("")));
    CHECK_FALSE(WordSet("").holds(0));
}

TEST_CASE("words that share their marks are told apart") {
    // Far more words than bits: nearly every look passes the bitmap, and the map has to decide.
    std::string words;
    for (int i = 0; i < 3000; ++i) {
        words += "w" + std::to_string(i) + " ";
    }
    const WordSet set(words);
    for (int i = 0; i < 3000; ++i) {
        CHECK(set.holds(hash_bytes("w" + std::to_string(i))));
        CHECK_FALSE(set.holds(hash_bytes("x" + std::to_string(i))));
    }
}

TEST_CASE("a table gives what a word stands for") {
    const WordMeanings<int> table = WordMeanings<int>().add("one single", 1).add("two pair", 2);
    REQUIRE(table.find(hash_bytes("pair")) != nullptr);
    CHECK(*table.find(hash_bytes("pair")) == 2);
    CHECK(*table.find(hash_bytes("one")) == 1);
    CHECK(table.find(hash_bytes("three")) == nullptr);
}

TEST_CASE("the last meaning of a word counts") {
    const WordMeanings<int> table = WordMeanings<int>().add("pair", 1).add("pair", 2);
    CHECK(*table.find(hash_bytes("pair")) == 2);
}

}  // namespace
}  // namespace atodds
