#include "text/analyser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

Statement analysed(std::string_view text) {
    Article article;
    article.text = text;
    article.reading = text;
    std::vector<Statement> statements = split_statements(article);
    REQUIRE(statements.size() == 1);
    analyse(statements[0]);
    return statements[0];
}

std::string word(const Statement& statement, std::uint32_t token) {
    return token == kNoToken ? "-" : statement.tokens[token].lower;
}

/// "verb subject object agent" of each clause.
std::vector<std::string> roles(const Statement& statement) {
    std::vector<std::string> all;
    for (const Clause& clause : statement.clauses) {
        all.push_back(word(statement, clause.verb) + " " + word(statement, clause.subject) + " " +
                      word(statement, clause.object) + " " + word(statement, clause.agent));
    }
    return all;
}

struct RoleRow {
    const char* text;
    std::vector<std::string> roles;
};

TEST_CASE("clauses carry who does what to whom") {
    const RoleRow rows[] = {
        {"The firm cut its orders.", {"cut firm orders -"}},
        {"Orders were suspended by the regulator on Friday.", {"suspended orders - regulator"}},
        {"The agency asked the companies to pause orders of the chip.",
         {"asked agency companies -", "pause companies orders -"}},
        {"The company was told to stop sales.", {"told company - -", "stop company sales -"}},
        {"Regulators ordered firms to halt purchases and asked suppliers to stop work.",
         {"ordered regulators firms -", "halt firms purchases -", "asked regulators suppliers -",
          "stop suppliers work -"}},
        {"Acme and Borealis have cut or cancelled their purchases.",
         {"cut acme purchases -", "cancelled acme purchases -"}},
        {"The agency, which regulates banks, said profits fell.",
         {"regulates agency banks -", "said agency - -", "fell profits - -"}},
        {"Citing security concerns, the ministry urged firms to avoid the chips.",
         {"citing ministry concerns -", "urged ministry firms -", "avoid firms chips -"}},
        {"There are no plans to sell the unit.", {"are plans - -", "sell - unit -"}},
        {"He is the chief executive of the company.", {"executive he - -"}},
        {"Huawei plans to raise output.", {"plans huawei - -", "raise huawei output -"}},
        {"Officials summoned executives and told them to wait.",
         {"summoned officials executives -", "told officials them -", "wait them - -"}},
        {"Beijing Tells Firms to Halt Chip Orders",
         {"tells beijing firms -", "halt firms orders -"}},
        {"The minister said that the ban had ended.", {"said minister - -", "ended ban - -"}},
        {"A court in Paris fined the company.", {"fined court company -"}},
    };
    for (const RoleRow& row : rows) {
        SUBCASE(row.text) {
            CHECK(roles(analysed(row.text)) == row.roles);
        }
    }
}

struct GroupRow {
    const char* text;
    Voice voice;
    Tense tense;
    Modality modality;
    bool is_negated;
};

TEST_CASE("the first clause carries voice, tense, modality and negation") {
    const GroupRow rows[] = {
        {"The firm cut its orders.", Voice::Active, Tense::Past, Modality::None, false},
        {"The firm denies the report.", Voice::Active, Tense::Present, Modality::None, false},
        {"The firm has denied the report.", Voice::Active, Tense::PresentPerfect, Modality::None,
         false},
        {"The firm had denied the report.", Voice::Active, Tense::PastPerfect, Modality::None,
         false},
        {"The firm will pay the tax.", Voice::Active, Tense::Future, Modality::None, false},
        {"The firm is buying chips.", Voice::Active, Tense::Present, Modality::None, false},
        {"The chips were sold.", Voice::Passive, Tense::Past, Modality::None, false},
        {"The chips have been banned.", Voice::Passive, Tense::PresentPerfect, Modality::None,
         false},
        {"The chips may not be sold.", Voice::Passive, Tense::Present, Modality::Possible, true},
        {"The firm must pay the tax.", Voice::Active, Tense::Present, Modality::Obligatory, false},
        {"The firm would pay the tax.", Voice::Active, Tense::Present, Modality::Hypothetical,
         false},
        {"The firm did not pay the tax.", Voice::Active, Tense::Past, Modality::None, true},
        {"The firm never paid the tax.", Voice::Active, Tense::Past, Modality::None, true},
        {"The firm hasn't paid the tax.", Voice::Active, Tense::PresentPerfect, Modality::None,
         true},
        {"No company has paid the tax.", Voice::Active, Tense::PresentPerfect, Modality::None,
         true},
        {"Nobody paid the tax.", Voice::Active, Tense::Past, Modality::None, true},
    };
    for (const GroupRow& row : rows) {
        SUBCASE(row.text) {
            const Statement statement = analysed(row.text);
            REQUIRE_FALSE(statement.clauses.empty());
            const Clause& clause = statement.clauses[0];
            CHECK(clause.voice == row.voice);
            CHECK(clause.tense == row.tense);
            CHECK(clause.modality == row.modality);
            CHECK(clause.is_negated == row.is_negated);
            CHECK(clause.is_finite);
        }
    }
}

TEST_CASE("the clause of an infinitive hangs below the verb that asks for it") {
    const Statement statement = analysed("The agency asked the companies to pause orders.");
    REQUIRE(statement.clauses.size() == 2);
    CHECK(statement.clauses[0].parent == kNoToken);
    CHECK(statement.clauses[1].parent == 0);
    CHECK(statement.clauses[1].is_subordinate);
    CHECK_FALSE(statement.clauses[1].is_finite);
}

TEST_CASE("what one must do is an obligation") {
    const Statement statement = analysed("The firm will have to pay the tax.");
    REQUIRE(statement.clauses.size() == 2);
    CHECK(statement.clauses[1].modality == Modality::Obligatory);
}

TEST_CASE("a statement without verb is one clause without verb") {
    const Statement statement = analysed("A long day in Paris");
    REQUIRE(statement.clauses.size() == 1);
    CHECK(statement.clauses[0].verb == kNoToken);
    CHECK(statement.clauses[0].range == TokenRange{0, 5});
}

TEST_CASE("each token belongs to a clause that reaches over it, and one token is the root") {
    for (const char* text : {"Acme cut its orders because sales fell, it said.", "Why?", ")(",
                             "to to to to", "“No,” said the firm, which had never heard of it."}) {
        CAPTURE(text);
        const Statement statement = analysed(text);
        std::size_t roots = 0;
        for (std::uint32_t i = 0; i < statement.tokens.size(); ++i) {
            const Token& token = statement.tokens[i];
            roots += token.head == kNoToken ? 1U : 0U;
            REQUIRE(token.clause < statement.clauses.size());
            CHECK(statement.clauses[token.clause].range.begin <= i);
            CHECK(statement.clauses[token.clause].range.end > i);
        }
        CHECK(roots == 1);
    }
}

}  // namespace
}  // namespace atodds
