#include "extract/name_hyphens.hpp"

#include "support/news_report.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace atodds {
namespace {

/// True where some open fact of the sentences names `id`.
bool names(const std::string& text, const std::string& id) {
    const std::vector<Fact> facts = test::facts_in({"a", "2025-03-07", "", text, "", ""});
    return std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
        return std::any_of(fact.slots.begin(), fact.slots.end(), [&](const SlotValue& slot) {
            return slot.slot == "entity" && slot.value == id;
        });
    });
}

TEST_CASE("a hyphen ties the halves of a name") {
    CHECK(names("On Monday Ada Marrow-Tane opened 14 lamps.", "~ada marrow-tane"));
    CHECK(names("Chairman Park Lee-jun opened 14 lamps.", "~park lee-jun"));
    CHECK(names("On Monday Ada Marrow opened 14 lamps. The crew of Ada Tane-led lamps left.",
                "~ada marrow"));
}

TEST_CASE("a hyphenated surname is short for the whole name") {
    const std::string text =
        "On Monday the mayor met Ada Marrow-Tane. She left. The court ordered Marrow-Tane to buy "
        "14 lamps.";
    CHECK(names(text, "~ada marrow-tane"));
    CHECK_FALSE(names(text, "~marrow-tane"));
}

TEST_CASE("a hyphen before a word that is no half of a name ends it") {
    CHECK_FALSE(names("On Monday Ada Marrow-led crews lit 14 lamps.", "~ada marrow-led"));
    CHECK_FALSE(names("On Monday Ada Marrow - a baker - lit 14 lamps.", "~ada marrow - a"));
}

TEST_CASE("words are counted as a reader does") {
    Statement statement;
    for (const char* word : {"ada", "marrow", "-", "tane"}) {
        Token token;
        token.lower = word;
        token.has_space_before = std::string(word) == "ada" || std::string(word) == "marrow";
        statement.tokens.push_back(token);
    }
    CHECK(count_words(statement, {0, 4}) == 2);
    CHECK(last_word(statement, {0, 4}) == TokenRange{1, 4});
    CHECK(count_words(statement, {0, 1}) == 1);
    CHECK(last_word(statement, {0, 1}) == TokenRange{0, 1});
}

}  // namespace
}  // namespace atodds
