#include "index/article_document.hpp"

#include "index/schema.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace atodds;

namespace {

/// What stands behind the prefix in the terms of an article with one fact.
std::set<std::string> terms_of(schema::Prefix prefix, const Fact& fact,
                               const Article& article = {}) {
    WordStemmer stemmer;
    Xapian::Document document = make_document(article, std::span(&fact, 1), "state", stemmer);
    std::set<std::string> terms;
    for (Xapian::TermIterator it = document.termlist_begin(); it != document.termlist_end(); ++it) {
        if ((*it).front() == prefix.letter) {
            terms.insert((*it).substr(1));
        }
    }
    return terms;
}

Fact boats(Tier tier) {
    Fact fact;
    fact.tier = tier;
    fact.rule = tier == Tier::Open ? "open/number" : "boats";
    fact.slots = {{"entity", "acme-works", {}}, {"entity", "~ida", {}},  {"modifier", "new", {}},
                  {"noun", "boat", {}},         {"of", "tarn-quay", {}}, {"speaker", "odile", {}},
                  {"subject", "she", {}},       {"turn", "+sale", {}}};
    fact.qualifiers.holder = "town-council";
    return fact;
}

}  // namespace

TEST_CASE("entity terms of an open fact are ids, not the words of its slots") {
    CHECK(terms_of(schema::kEntity, boats(Tier::Open)) ==
          std::set<std::string>{"acme-works", "odile", "tarn-quay", "town-council"});
}

TEST_CASE("entity terms of a declared fact are the values of its slots") {
    CHECK(terms_of(schema::kEntity, boats(Tier::Declared)).contains("boat"));
    CHECK_FALSE(terms_of(schema::kEntity, boats(Tier::Declared)).contains("~ida"));
}

TEST_CASE("a value that is an entity, or several, is found by them") {
    Fact fact;
    fact.value.type = ValueType::EntitySet;
    fact.value.items = {"osterby", "tarn-quay"};
    CHECK(terms_of(schema::kEntity, fact) == std::set<std::string>{"osterby", "tarn-quay"});
    fact.value = {};
    fact.value.type = ValueType::Entity;
    fact.value.text = "osterby";
    CHECK(terms_of(schema::kEntity, fact) == std::set<std::string>{"osterby"});
}

TEST_CASE("the state of an article changes with its content and with the rules") {
    Article article;
    article.content_hash = "one";
    const std::string state = state_of(article, "rules-1");
    CHECK(state.size() == 8);
    CHECK(state_of(article, "rules-1") == state);
    CHECK(state_of(article, "rules-2") != state);
    article.content_hash = "two";
    CHECK(state_of(article, "rules-1") != state);
}
