#include "text/sentence_parts.hpp"

#include "support/statements.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace atodds {
namespace {

/// The words of the tail; empty without one.
std::string tail_of(const char* sentence) {
    Statement statement = test::make_statement(sentence);
    const auto tail = find_reporting_tail(statement.tokens);
    return tail ? test::words_of(statement,
                                 {tail->begin, static_cast<std::uint32_t>(statement.tokens.size())})
                : "";
}

TEST_CASE("who said it closes a sentence") {
    CHECK(tail_of("The storm damaged 84 roofs, the harbour said.") == "the harbour said .");
    CHECK(tail_of("The storm damaged 84 roofs, a spokeswoman for the port said on Monday.") ==
          "a spokeswoman for the port said on monday .");
    CHECK(tail_of("\"The storm damaged 84 roofs,\" Orla Venn told reporters.") ==
          "orla venn told reporters .");
    CHECK(tail_of("The storm damaged 84 roofs, said the mayor of Ketterby.") ==
          "said the mayor of ketterby .");
    CHECK(tail_of("The storm damaged 84 roofs, according to the port of Ketterby.") ==
          "according to the port of ketterby .");
    CHECK(tail_of("When the storm came it damaged 84 roofs, officials said.") ==
          "officials said .");
}

TEST_CASE("a sentence without a told clause, or with more to come, has no such tail") {
    const char* const rows[] = {
        "The storm damaged 84 roofs.",
        "The harbour said the storm damaged 84 roofs.",
        "After a long meeting, the harbour said the storm damaged roofs.",
        "After a long meeting in Ketterby, the mayor said.",
        "When the storm came, the mayor said.",
        "The roofs were gone, and the mayor said nothing.",
        "The mayor came, said goodbye to Orla and left the hall.",
        "The storm, the harbour said, damaged 84 roofs.",
        "Officials said.",
        "",
    };
    for (const char* row : rows) {
        CAPTURE(row);
        CHECK(tail_of(row).empty());
    }
}

std::string insert_of(const char* sentence) {
    Statement statement = test::make_statement(sentence);
    const auto insert = find_insert(statement.tokens);
    return insert ? test::words_of(statement, insert->tokens) : "";
}

TEST_CASE("a clause stands between a subject and its verb") {
    CHECK(insert_of("The mill, which burned in May, employed 84 people.") ==
          ", which burned in may ,");
    CHECK(insert_of("Orla Venn, who led the port from 2002 to 2010, died on Friday.") ==
          ", who led the port from 2002 to 2010 ,");
    CHECK(insert_of("The bridge, on which 40 people stood, was closed.") ==
          ", on which 40 people stood ,");
    CHECK(insert_of("The storm, officials said, killed 12 people.") == ", officials said ,");
    CHECK(insert_of("The mayor met Orla Venn, who left in May, and went home.").empty());
    CHECK(insert_of("The mayor, Orla Venn, closed the port.").empty());
    CHECK(insert_of("The storm came, the mayor left, and the port was closed.").empty());
    CHECK(insert_of("The mill, which burned in May.").empty());
    CHECK(insert_of("").empty());
}

TEST_CASE("subject and verb find each other over an insert, and the insert its noun") {
    const Statement statement =
        test::make_statement("The mill in Ketterby, which burned in May, employed 84 people.");
    const std::vector<Token>& tokens = statement.tokens;
    REQUIRE(tokens.size() == 14);
    CHECK(tokens[10].head == kNoToken);
    CHECK(tokens[1].head == 10);
    CHECK(tokens[12].head == 10);
    CHECK(tokens[6].head == 1);
    CHECK(tokens[6].relation == Relation::Relative);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        CHECK((tokens[i].head == kNoToken || tokens[i].head < tokens.size()));
    }
}

TEST_CASE("behind an insert a past form is the verb of the sentence") {
    const Statement statement =
        test::make_statement("Orla Venn, who scored 20 goals for the club, left in May.");
    REQUIRE(statement.tokens.size() == 15);
    CHECK(statement.tokens[11].lower == "left");
    CHECK(statement.tokens[11].head == kNoToken);
    CHECK(statement.tokens[11].form == Form::Past);
}

TEST_CASE("a sentence of nothing but inserts ends") {
    std::string text = "The mill";
    for (int i = 0; i < 200; ++i) {
        text += ", which burned, stood";
    }
    const Statement statement = test::make_statement(text + ".");
    const auto roots = std::count_if(statement.tokens.begin(), statement.tokens.end(),
                                     [](const Token& token) { return token.head == kNoToken; });
    CHECK(roots == 1);
}

struct Row {
    const char* text;
    std::uint32_t noun;  ///< the last before the comma
    std::uint32_t verb;  ///< of the told clause
};

TEST_CASE("what is told keeps its last noun, and its verb stands under the one of saying") {
    const Row rows[] = {
        {"In Ketterby the flood of the river Venn damaged 84 homes, the council said.", 10, 8},
        {"The Venn mill, which Marrak runs in Ketterby, employs 84 people, officials said.", 12,
         10},
        {"Because of the strike Ketterby closed 84 schools, Orla Venn said.", 7, 5},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Statement statement = test::make_statement(row.text);
        CHECK(statement.tokens[row.noun].head == row.verb);
        CHECK(statement.tokens[row.noun].relation == Relation::Object);
        const std::uint32_t above = statement.tokens[row.verb].head;
        REQUIRE(above < statement.tokens.size());
        CHECK(statement.tokens[above].lower == "said");
        CHECK(statement.tokens[above].head == kNoToken);
    }
    const Statement statement =
        test::make_statement("The storm left 58 homeless in Ketterby, according to the port.");
    CHECK(statement.tokens[2].head == kNoToken);
    CHECK(statement.tokens[11].lower == "port");
    CHECK(statement.tokens[11].head == 2);
}

}  // namespace
}  // namespace atodds
