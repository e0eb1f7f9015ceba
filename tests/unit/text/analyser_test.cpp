#include "text/analyser.hpp"

#include "support/statements.hpp"

#include <doctest/doctest.h>

#include <span>
#include <vector>

namespace atodds {
namespace {

const char* const kText =
    "The mayor closed the old bridge on Monday. \"It may reopen in spring,\" she said. "
    "No ship has passed since; engineers who saw the piers want new ones.";

TEST_CASE("statements that are analysed together read as each does alone") {
    for (const Depth depth : {Depth::Tokens, Depth::Tags, Depth::Clauses}) {
        CAPTURE(static_cast<int>(depth));
        std::vector<Statement> together = split_statements(test::make_article(kText));
        std::vector<Statement> alone = together;
        REQUIRE(together.size() == 3);
        analyse(std::span<Statement>(together), depth);
        for (Statement& statement : alone) {
            analyse(statement, depth);
        }
        CHECK(together == alone);
        CHECK(together[0].clauses.empty() == (depth != Depth::Clauses));
    }
}

TEST_CASE("a statement without tokens stays without clauses") {
    std::vector<Statement> statements(2);
    analyse(std::span<Statement>(statements));
    CHECK(statements[0] == Statement{});
    CHECK(statements[1] == Statement{});
}

}  // namespace
}  // namespace atodds
