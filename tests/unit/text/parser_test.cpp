#include "text/parser.hpp"

#include "text/tagger.hpp"
#include "text/tokenizer.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

std::vector<Token> parsed(std::string_view text) {
    std::vector<Token> tokens = tokenize(text);
    std::vector<TagLabel> labels;
    Tagger::shipped().tag(tokens, labels);
    Parser::shipped().parse(tokens, labels);
    return tokens;
}

struct Row {
    const char* text;
    std::uint32_t token;
    std::uint32_t head;  ///< kNoToken for the root
    Relation relation;
};

TEST_CASE("a word finds its head") {
    const Row rows[] = {
        {"The mayor closed the bridge.", 2, kNoToken, Relation::Root},
        {"The mayor closed a bridge.", 1, 2, Relation::Subject},
        {"The mayor closed two bridges.", 4, 2, Relation::Object},
        {"The mayor closed three bridges.", 3, 4, Relation::NumberOf},
        {"The bridge was closed by the mayor.", 1, 3, Relation::PassiveSubject},
        {"The bridge was closed by a mayor.", 6, 3, Relation::Agent},
        {"Officials said the ferry left.", 4, 1, Relation::Clausal},
        {"Officials said a ferry left.", 3, 4, Relation::Subject},
        {"Ships and ferries left.", 2, 0, Relation::Conjunct},
        {"She did not sign.", 2, 3, Relation::Negation},
    };
    for (const Row& row : rows) {
        SUBCASE(row.text) {
            const std::vector<Token> tokens = parsed(row.text);
            REQUIRE(tokens.size() > row.token);
            CHECK(tokens[row.token].head == row.head);
            CHECK(tokens[row.token].relation == row.relation);
        }
    }
}

TEST_CASE("whatever the words, there is one root and every word leads to it") {
    std::string text;
    for (int i = 0; i < 300; ++i) {
        text += i % 3 == 0 ? "and " : i % 5 == 0 ? "( the " : i % 7 == 0 ? "ran " : "x9 ";
        const std::vector<Token> tokens = parsed(text);
        std::size_t roots = 0;
        for (std::uint32_t token = 0; token < tokens.size(); ++token) {
            roots += tokens[token].head == kNoToken ? 1U : 0U;
            std::uint32_t above = token;
            for (std::size_t steps = 0; above != kNoToken && steps <= tokens.size(); ++steps) {
                above = tokens[above].head;
            }
            CHECK(above == kNoToken);
        }
        CHECK(roots == 1);
    }
}

TEST_CASE("no words, no heads") {
    Parser::shipped().parse({}, {});
    CHECK(parsed("").empty());
}

TEST_CASE("the same words always get the same heads, whatever was read before") {
    const std::string_view text = "The board, which met on Monday, asked the firm to stop.";
    const std::vector<Token> before = parsed(text);
    parsed(
        "A far longer sentence that fills the memory of the parser with other words stands here.");
    CHECK(parsed(text) == before);
}

}  // namespace
}  // namespace atodds
