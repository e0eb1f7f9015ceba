#include "extract/open_context.hpp"

#include "support/statements.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

struct SpanRow {
    const char* name;
    ByteSpan span;
    TokenRange tokens;
};

TEST_CASE("a span overlaps the tokens it touches") {
    // The bytes of the tokens:                           0-3 4-9  10-14 14-15
    const Statement statement = test::make_statement("Two boats sank.");
    REQUIRE(statement.tokens.size() == 4);
    const SpanRow rows[] = {
        {"one whole token", {4, 9}, {1, 2}},
        {"inside a token", {5, 6}, {1, 2}},
        {"two tokens with the blank", {4, 14}, {1, 3}},
        {"parts of two tokens", {8, 11}, {1, 3}},
        {"all", {0, 15}, {0, 4}},
        {"only the blank", {3, 4}, {0, 0}},
        {"behind the end", {15, 20}, {0, 0}},
        {"the last", {14, 20}, {3, 4}},
        {"the first", {0, 1}, {0, 1}},
    };
    for (const SpanRow& row : rows) {
        CAPTURE(row.name);
        CHECK(tokens_of(statement, row.span) == row.tokens);
    }
}

/// The texts of the dates that are told for a fact of `clause` at `own`.
std::vector<std::string> told(const std::vector<DateText>& dates, std::uint16_t clause,
                              ByteSpan own) {
    std::vector<const DateText*> found(3);  // of an earlier fact: to be forgotten
    dates_told_for(dates, clause, own, found);
    std::vector<std::string> texts;
    for (const DateText* date : found) {
        texts.push_back(date->text);
    }
    return texts;
}

TEST_CASE("a fact is told for the dates of its clause, a point of view before others") {
    const std::vector<DateText> dates = {{"2020-04-16", {0, 5}, 0, false, false},
                                         {"2020-05", {10, 15}, 1, false, false},
                                         {"by 2020-06", {20, 25}, 1, true, false}};
    CHECK(told(dates, 0, {30, 35}) == std::vector<std::string>{"2020-04-16"});
    CHECK(told(dates, 1, {30, 35}) == std::vector<std::string>{"by 2020-06"});
    CHECK(told(dates, 1, {20, 25}) == std::vector<std::string>{"2020-05"});
    CHECK(told(dates, 2, {0, 5}) == std::vector<std::string>{"by 2020-06"});
    CHECK(told({}, 0, {0, 5}).empty());
}

}  // namespace
}  // namespace atodds
