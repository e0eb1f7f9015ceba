#include "extract/role_words.hpp"

#include "base/hash.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace atodds {
namespace {

RoleWords words() {
    return RoleWords({
        {"role-verbs",
         {{"succession", {"take", "take over from"}, {}, {}},
          {"award", {"be give"}, {}, {"refusal"}}}},
        {"role-nouns", {{"succession", {"heir"}, {}, {}}}},
        {"contests", {{"lost", {"lose to"}, {}, {}}, {"part", {"leg"}, {}, {}}}},
        {"role-kinds",
         {{"directed", {"succession"}, {}, {}}, {"single-office", {"mayor"}, {}, {}}}},
        {"another", {{"name", {"barge"}, {}, {}}}},
    });
}

/// Words with their tags: a verb ends with "/v", an adverb with "/a", a number with "/n".
Statement statement_of(const std::vector<std::pair<std::string, Upos>>& tagged) {
    Statement statement;
    for (const auto& [lower, tag] : tagged) {
        Token& token = statement.tokens.emplace_back();
        token.lower = lower;
        token.lemma = lower;
        token.lower_id = hash_bytes(lower);
        token.lemma_id = token.lower_id;
        token.tag = tag;
    }
    return statement;
}

TEST_CASE("the longest phrase counts, over scores and adverbs in between") {
    const RoleWords all = words();
    const Statement taken =
        statement_of({{"take", Upos::Verb}, {"over", Upos::Adp}, {"from", Upos::Adp}});
    CHECK(all.find(taken, 0).end == 3);
    const Statement some = statement_of({{"take", Upos::Verb}, {"it", Upos::Pron}});
    REQUIRE(all.find(some, 0).word != nullptr);
    CHECK(all.find(some, 0).end == 1);
    const Statement lost = statement_of(
        {{"lose", Upos::Verb}, {"narrowly", Upos::Adv}, {"3-1", Upos::Num}, {"to", Upos::Adp}});
    REQUIRE(all.find(lost, 0).word != nullptr);
    CHECK(all.find(lost, 0).word->act == "lost");
    CHECK(all.find(lost, 0).end == 4);
}

TEST_CASE("verbs are verbs, nouns are none, and other lists open nothing") {
    const RoleWords all = words();
    CHECK(all.find(statement_of({{"take", Upos::Noun}}), 0).word == nullptr);
    CHECK(all.find(statement_of({{"heir", Upos::Noun}}), 0).word != nullptr);
    CHECK(all.find(statement_of({{"heir", Upos::Verb}}), 0).word == nullptr);
    CHECK(all.find(statement_of({{"barge", Upos::Noun}}), 0).word == nullptr);
    CHECK(all.find(statement_of({{"lose", Upos::Verb}, {"a", Upos::Det}}), 0).word == nullptr);
}

TEST_CASE("a phrase with be is passive, and kinds and marks are told apart") {
    const RoleWords all = words();
    CHECK(all.find(statement_of({{"give", Upos::Verb}}), 0).word == nullptr);
    const RoleWords::Found given =
        all.find(statement_of({{"be", Upos::Aux}, {"never", Upos::Adv}, {"give", Upos::Verb}}), 2);
    REQUIRE(given.word != nullptr);
    CHECK(given.word->is_passive);
    CHECK(given.word->exclusions == std::vector<std::string>{"refusal"});
    CHECK(all.kinds_of("succession") == std::vector<std::string_view>{"directed"});
    CHECK(all.kinds_of("award").empty());
    const Statement nouns = statement_of({{"mayor", Upos::Noun}, {"leg", Upos::Noun}});
    CHECK(all.is(RoleMark::Single, nouns.tokens[0]));
    CHECK_FALSE(all.is(RoleMark::Part, nouns.tokens[0]));
    CHECK(all.is(RoleMark::Part, nouns.tokens[1]));
}

}  // namespace
}  // namespace atodds
