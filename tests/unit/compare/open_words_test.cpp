#include "compare/open_words.hpp"

#include <doctest/doctest.h>

using namespace atodds;

using Words = OpenWords::Words;

TEST_CASE("the values of a slot are sorted, each once") {
    Fact fact;
    fact.slots = {{"stem", "mill", {}},
                  {"noun", "people", {}},
                  {"stem", "fire", {}},
                  {"stem", "mill", {}},
                  {"unheard-of", "thing", {}}};
    const OpenWords words(fact);
    CHECK(words.of(OpenSlot::Stem) == Words{"fire", "mill"});
    CHECK(words.of(OpenSlot::Noun) == Words{"people"});
    CHECK(words.of(OpenSlot::Passed).empty());
}

TEST_CASE("every slot has its name") {
    struct Row {
        const char* name;
        OpenSlot slot;
    };

    const Row rows[] = {
        {"noun", OpenSlot::Noun},         {"predicate", OpenSlot::Predicate},
        {"subject", OpenSlot::Subject},   {"actor", OpenSlot::Actor},
        {"object", OpenSlot::Object},     {"role", OpenSlot::Role},
        {"modifier", OpenSlot::Modifier}, {"entity", OpenSlot::Entity},
        {"stem", OpenSlot::Stem},         {"scope", OpenSlot::Scope},
        {"denied", OpenSlot::Denied},     {"passed", OpenSlot::Passed},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            Fact fact;
            fact.slots = {{row.name, "word", {}}};
            CHECK(OpenWords(fact).of(row.slot) == Words{"word"});
        }
    }
}

TEST_CASE("what is measured is named by nouns and predicates that say something") {
    Fact fact;
    fact.slots = {{"predicate", "kill", {}}, {"noun", "people", {}}, {"predicate", "be", {}}};
    CHECK(OpenWords(fact).measures() == Words{"kill"});
}

TEST_CASE("a pronoun as the subject is told") {
    Fact fact;
    fact.slots = {{"subject", "board", {}}};
    CHECK_FALSE(OpenWords(fact).has_pronoun_subject());
    fact.slots.push_back({"subject", "they", {}});
    CHECK(OpenWords(fact).has_pronoun_subject());
}
