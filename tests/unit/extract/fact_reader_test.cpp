#include "extract/fact_reader.hpp"

#include "support/statements.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace atodds {
namespace {

const RuleSet& no_rules() {
    static const RuleSet rules;
    return rules;
}

std::vector<Fact> facts_of(const std::string& text) {
    return FactReader(no_rules()).read(test::make_article(text));
}

const std::string kText =
    "The ferry Aldra carried 340 passengers and 12 lorries when it left the quay on 4 May 2031. "
    "\"We lost two engines in nine minutes,\" said Mara Lund, who commands the ship. "
    "Three tugs towed it back, and 18 people were treated for burns.";

TEST_CASE("facts come by span, then rule, whatever read them") {
    const std::vector<Fact> facts = facts_of(kText);
    REQUIRE(facts.size() > 8);
    CHECK(std::is_sorted(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) {
        return std::tie(a.span, a.rule, a.id) < std::tie(b.span, b.rule, b.id);
    }));
}

TEST_CASE("sorting loses no fact and no part of one") {
    std::set<std::string> rules;
    for (const Fact& fact : facts_of(kText)) {
        CAPTURE(fact.id);
        CHECK(fact.surface == kText.substr(fact.span.begin, fact.span.size()));
        CHECK(fact.quote == kText.substr(fact.statement.begin, fact.statement.size()));
        CHECK(fact.id.starts_with("a#" + std::to_string(fact.span.begin) + "-"));
        CHECK(fact.id.ends_with(":" + fact.rule));
        rules.insert(fact.rule);
    }
    CHECK(rules.contains("open/number"));
    CHECK(rules.contains("open/claim"));
    CHECK(rules.contains("open/quote"));
}

TEST_CASE("slots of an open fact are sorted by name, then value") {
    for (const Fact& fact : facts_of(kText)) {
        if (fact.rule == "open/quote") {
            continue;
        }
        CAPTURE(fact.id);
        CHECK_FALSE(fact.slots.empty());
        CHECK(std::is_sorted(fact.slots.begin(), fact.slots.end(),
                             [](const SlotValue& a, const SlotValue& b) {
                                 return std::tie(a.slot, a.value) < std::tie(b.slot, b.value);
                             }));
    }
}

TEST_CASE("the content words of a statement stand in each of its facts but for its own") {
    const std::vector<Fact> facts = facts_of("Aldra carried 340 passengers.");
    const auto number = std::find_if(facts.begin(), facts.end(),
                                     [](const Fact& fact) { return fact.rule == "open/number"; });
    REQUIRE(number != facts.end());
    const auto has = [&](const std::string& slot, const std::string& value) {
        return std::any_of(number->slots.begin(), number->slots.end(), [&](const SlotValue& own) {
            return own.slot == slot && own.value == value;
        });
    };
    CHECK(has("noun", "passenger"));
    CHECK(has("stem", "carry"));
    CHECK_FALSE(has("stem", "passenger"));
}

TEST_CASE("an article without text has no facts") {
    CHECK(facts_of("").empty());
}

TEST_CASE("an article has the same facts in a batch as alone") {
    const std::vector<Article> batch = {
        test::make_article(kText, "first"),
        test::make_article("", "blank"),
        test::make_article("Mayor Tove Hjelm resigned. She had led Vesthavn since 2019.", "second"),
        test::make_article("The mayor stays, and she denied that 40 officials left.", "third"),
    };
    const FactReader reader(no_rules());
    const std::vector<std::vector<Fact>> facts = reader.read(batch);
    REQUIRE(facts.size() == batch.size());
    for (std::size_t i = 0; i < batch.size(); ++i) {
        CAPTURE(batch[i].id);
        CHECK(facts[i] == reader.read(batch[i]));
        CHECK(facts[i].empty() == batch[i].text.empty());
    }
}

TEST_CASE("no articles have no facts") {
    CHECK(FactReader(no_rules()).read(std::span<const Article>()).empty());
}

TEST_CASE("a batch ends with the article that fills it") {
    std::vector<Article> articles;
    for (const std::size_t size : {40U, 40U, 40U, 500U, 40U}) {
        articles.push_back(test::make_article(std::string(size, 'x')));
    }
    const std::span<const Article> all = articles;
    CHECK(batch_size(all, 100) == 3);
    CHECK(batch_size(all, 80) == 2);
    CHECK(batch_size(all.subspan(3), 100) == 1);
    CHECK(batch_size(all.subspan(4), 100) == 1);
    CHECK(batch_size({}, 100) == 0);
    CHECK(batch_size(all) == 5);
}

}  // namespace
}  // namespace atodds
