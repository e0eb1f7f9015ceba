#include "retrieve/blocking_keys.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

using namespace atodds;

namespace {

Fact make_fact(Tier tier, std::string rule,
               std::initializer_list<std::pair<const char*, const char*>> slots) {
    Fact fact;
    fact.tier = tier;
    fact.rule = std::move(rule);
    for (const auto& [slot, value] : slots) {
        fact.slots.push_back({slot, value, {}});
    }
    return fact;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("a declared fact is found by its rule and by all its slots") {
    CHECK(blocking_keys(make_fact(Tier::Declared, "order-force",
                                  {{"agency", "cac"}, {"product", "nvidia-h20"}})) ==
          Keys{"order-force", "order-force|agency=cac|product=nvidia-h20"});
    CHECK(blocking_keys(make_fact(Tier::Declared, "order-force", {})) == Keys{"order-force"});
}

TEST_CASE("marks that part slots are escaped in values") {
    CHECK(blocking_keys(make_fact(Tier::Declared, "r", {{"a", "x|b=y%"}})) ==
          Keys{"r", "r|a=x%7Cb=y%25"});
}

TEST_CASE("an open fact is found by pairs of its slots") {
    CHECK(blocking_keys(make_fact(Tier::Open, "open/number",
                                  {{"entity", "nvidia"},
                                   {"entity", "tsmc"},
                                   {"noun", "chip"},
                                   {"predicate", "order"},
                                   {"stem", "taiwan"}})) ==
          Keys{"open/number|noun=chip|entity=nvidia", "open/number|noun=chip|entity=tsmc",
               "open/number|noun=chip|stem=taiwan", "open/number|predicate=order|entity=nvidia",
               "open/number|predicate=order|entity=tsmc"});
    CHECK(blocking_keys(
              make_fact(Tier::Open, "open/date", {{"predicate", "die"}, {"stem", "fire"}})) ==
          Keys{"open/date|predicate=die|stem=fire"});
    CHECK(blocking_keys(make_fact(Tier::Open, "open/number", {{"noun", "chip"}})).empty());
}

TEST_CASE("a figure, a rank and an opposite have keys that need no noun or name") {
    CHECK(blocking_keys(make_fact(Tier::Open, "open/percent",
                                  {{"figure", "turnout"}, {"noun", "turnout"}})) ==
          Keys{"open/percent|figure=turnout|type=open/percent"});
    CHECK(blocking_keys(make_fact(Tier::Open, "open/rank",
                                  {{"entity", "velm"}, {"modifier", "cup"}, {"noun", "title"}})) ==
          Keys{"open/rank|modifier=cup|entity=velm", "open/rank|noun=title|entity=velm"});
    CHECK(blocking_keys(
              make_fact(Tier::Open, "open/claim",
                        {{"axis", "+firing"}, {"predicate", "firing"}, {"subject", "mayor"}})) ==
          Keys{"open/claim|axis=firing|subject=mayor"});
}

TEST_CASE("a quotation is found by its neighbouring content words, whoever spoke them") {
    Fact fact = make_fact(Tier::Open, "open/quote", {{"speaker", "~lind"}});
    fact.value.type = ValueType::Wording;
    fact.value.items = {"council", "repair", "bridge", "council", "repair"};
    CHECK(blocking_keys(fact) == Keys{"open/quote|bridge=council", "open/quote|council=repair",
                                      "open/quote|repair=bridge"});
    fact.value.items = {"bridge"};
    CHECK(blocking_keys(fact).empty());
}

TEST_CASE("a long quotation has a bounded number of keys") {
    Fact fact = make_fact(Tier::Open, "open/quote", {});
    fact.value.type = ValueType::Wording;
    for (int i = 0; i < 1000; ++i) {
        fact.value.items.push_back("word" + std::to_string(i));
    }
    CHECK(blocking_keys(fact).size() == 160);
}

TEST_CASE("an open fact has at most eight keys, in byte order, each once") {
    Fact fact = make_fact(Tier::Open, "open/number", {{"noun", "chip"}, {"predicate", "sell"}});
    for (int i = 0; i < 30; ++i) {
        fact.slots.push_back({"entity", "e" + std::to_string(i), {}});
        fact.slots.push_back({"entity", "e" + std::to_string(i), {}});
        fact.slots.push_back({"stem", "s" + std::to_string(i), {}});
    }
    const Keys keys = blocking_keys(fact);
    CHECK(keys.size() == 8);
    CHECK(std::ranges::is_sorted(keys));
    CHECK(std::ranges::adjacent_find(keys) == keys.end());
}

TEST_CASE("a quarantined fact has no keys") {
    Fact fact = make_fact(Tier::Declared, "r", {{"a", "x"}});
    fact.block = BlockKind::Foreign;
    CHECK(blocking_keys(fact).empty());
}
