#include "extract/word_marks.hpp"

#include "support/statements.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace atodds {
namespace {

TEST_CASE("forms and lemmas of a statement are marked") {
    const Statement statement = test::make_statement("The board ordered chips.");
    WordMarks<8192> marks;
    marks.mark(statement.tokens);
    for (const Token& token : statement.tokens) {
        CHECK(marks.may_hold(token.lower_id));
        CHECK(marks.may_hold(token.lemma_id));
    }
}

TEST_CASE("few of the words that are not there seem to be") {
    WordMarks<8192> marks;
    std::uint64_t id = 1;
    const auto next = [&id] { return id = id * 6364136223846793005ULL + 1442695040888963407ULL; };
    for (int i = 0; i < 60; ++i) {
        marks.mark(next() >> 8U);
    }
    int mistaken = 0;
    for (int i = 0; i < 10000; ++i) {
        mistaken += marks.may_hold(next() >> 8U) ? 1 : 0;
    }
    CHECK(mistaken < 200);
}

TEST_CASE("nothing is marked after clearing") {
    WordMarks<1024> marks;
    marks.mark(77);
    CHECK(marks.may_hold_any(std::array<std::uint64_t, 2>{5, 77}));
    marks.clear();
    CHECK_FALSE(marks.may_hold_any(std::array<std::uint64_t, 2>{5, 77}));
}

}  // namespace
}  // namespace atodds
