#include "extract/open_context.hpp"
#include "support/statements.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

CategoryList::Entry entry(std::string name, std::vector<std::string> words,
                          std::vector<std::string> excludes = {}) {
    return {std::move(name), std::move(words), {}, std::move(excludes)};
}

WordFamilies families() {
    return WordFamilies({
        {"word-families", {entry("fall", {"drop", "sink", "fall"}), entry("low", {"sink"})}},
        {"opposites",
         {entry("rise", {"rise", "climb"}, {"fall"}), entry("fall", {"fall"}, {"rise"})}},
        {"sequences", {entry("birth", {"birth"}, {"death"}), entry("death", {"death"}, {"birth"})}},
        {"denials", {entry("untrue", {"hoax"}), entry("true", {"real"})}},
        {"offices", {entry("office", {"captain"}), entry("past", {"former"})}},
        {"once", {entry("once", {"sink"})}},
        {"another", {entry("name", {"barge"})}},
    });
}

const Token& token_of(const Statement& statement, const std::string& lemma) {
    for (const Token& token : statement.tokens) {
        if (token.lemma == lemma) {
            return token;
        }
    }
    FAIL("no token has the lemma " << lemma);
    return statement.tokens.front();
}

TEST_CASE("a word is of the first family that names it, or of its own") {
    const Statement statement = test::make_statement("Prices drop, barges sink and towers stand.");
    const WordFamilies all = families();
    CHECK(all.family_of(token_of(statement, "drop")) == "fall");
    CHECK(all.family_of(token_of(statement, "sink")) == "fall");
    CHECK(all.family_of(token_of(statement, "barge")) == "barge");
    CHECK(all.family_of(token_of(statement, "stand")) == "stand");
}

TEST_CASE("a word lies on the axes of its family, opposites on both ends") {
    const Statement statement = test::make_statement("Prices drop, towers rise and barges stand.");
    const WordFamilies all = families();
    CHECK(all.axes_of(token_of(statement, "drop")) == std::vector<std::string>{"+fall"});
    CHECK(all.axes_of(token_of(statement, "rise")) == std::vector<std::string>{"-fall"});
    CHECK(all.axes_of(token_of(statement, "stand")).empty());
    CHECK(all.turns_of(token_of(statement, "drop")).empty());
}

TEST_CASE("what follows each other is no opposite") {
    const Statement statement = test::make_statement("The death came after the birth.");
    const WordFamilies all = families();
    CHECK(all.turns_of(token_of(statement, "birth")) == std::vector<std::string>{"+birth"});
    CHECK(all.turns_of(token_of(statement, "death")) == std::vector<std::string>{"-birth"});
    CHECK(all.axes_of(token_of(statement, "birth")).empty());
}

TEST_CASE("offices, denials and what happens once are told apart") {
    using Office = WordFamilies::Office;
    using Frame = WordFamilies::Frame;
    const Statement statement =
        test::make_statement("The former captain called the hoax real when barges sink.");
    const WordFamilies all = families();
    CHECK(all.office_of(token_of(statement, "captain")) == Office::Head);
    CHECK(all.office_of(token_of(statement, "former")) == Office::Past);
    CHECK(all.office_of(token_of(statement, "hoax")) == Office::None);
    CHECK(all.frame_of(token_of(statement, "hoax")) == Frame::Untrue);
    CHECK(all.frame_of(token_of(statement, "real")) == Frame::True);
    CHECK(all.frame_of(token_of(statement, "barge")) == Frame::None);
    CHECK(all.happens_once(token_of(statement, "sink")));
    CHECK_FALSE(all.happens_once(token_of(statement, "call")));
}

}  // namespace
}  // namespace atodds
