#include "index/fact_index.hpp"
#include "support/random_facts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

using namespace atodds;

namespace {

Fact make_fact(Tier tier, std::string rule, std::int64_t amount,
               std::initializer_list<std::pair<const char*, const char*>> slots) {
    Fact fact;
    fact.tier = tier;
    fact.rule = std::move(rule);
    fact.value.amount = Decimal(amount);
    for (const auto& [slot, value] : slots) {
        fact.slots.push_back({slot, value, {}});
    }
    return fact;
}

std::vector<std::string> keys_alone(const Fact& fact) {
    std::vector<std::string> keys = stored_keys(fact);
    for (std::string& key : keys) {
        key.resize(kKeyHashSize);
    }
    return keys;
}

bool share_key(const Fact& a, const Fact& b) {
    const std::vector<std::string> left = keys_alone(a);
    return std::ranges::any_of(
        keys_alone(b), [&](const std::string& key) { return std::ranges::count(left, key) > 0; });
}

}  // namespace

TEST_CASE("facts meet by the keys of their slots") {
    struct Row {
        const char* name;
        Fact left;
        Fact right;
        bool meet;
    };

    const Fact order = make_fact(Tier::Declared, "order", 3, {{"agency", "cac"}, {"chip", "h20"}});
    const Fact boats =
        make_fact(Tier::Open, "open/number", 3, {{"entity", "~ida"}, {"noun", "boat"}});
    const Row rows[] = {
        {"a declared slot", order, make_fact(Tier::Declared, "order", 5, {{"chip", "h20"}}), true},
        {"another rule", order, make_fact(Tier::Declared, "sale", 5, {{"chip", "h20"}}), false},
        {"another value of the slot", order,
         make_fact(Tier::Declared, "order", 5, {{"chip", "a1"}}), false},
        {"no slots at all", make_fact(Tier::Declared, "quake", 5, {}),
         make_fact(Tier::Declared, "quake", 6, {}), true},
        {"noun and name", boats,
         make_fact(Tier::Open, "open/number", 9, {{"entity", "~ida"}, {"noun", "boat"}}), true},
        {"another noun", boats,
         make_fact(Tier::Open, "open/number", 9, {{"entity", "~ida"}, {"noun", "oar"}}), false},
        {"noun without name", boats, make_fact(Tier::Open, "open/number", 9, {{"noun", "boat"}}),
         false},
        {"another kind of amount", boats,
         make_fact(Tier::Open, "open/money", 9, {{"entity", "~ida"}, {"noun", "boat"}}), false},
        {"what happened to whom",
         make_fact(Tier::Open, "open/date", 1, {{"entity", "~ida"}, {"predicate", "sink"}}),
         make_fact(Tier::Open, "open/date", 2, {{"entity", "~ida"}, {"predicate", "sink"}}), true},
        {"an office by either end of the name",
         make_fact(Tier::Open, "open/office", 0, {{"office", "mayor"}, {"person", "ada lind"}}),
         make_fact(Tier::Open, "open/office", 0, {{"office", "mayor"}, {"person", "eda lind"}}),
         true},
        {"claims have none",
         make_fact(Tier::Open, "open/claim", 0, {{"entity", "~ida"}, {"noun", "x"}}),
         make_fact(Tier::Open, "open/claim", 0, {{"entity", "~ida"}, {"noun", "x"}}), false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(share_key(row.left, row.right) == row.meet);
    }
}

TEST_CASE("the value decides the end of a key, how it was written does not") {
    const Fact fact = make_fact(Tier::Declared, "order", 300, {{"chip", "h20"}});
    Fact same = fact;
    same.value.last_digit_power = 2;
    same.surface = "three hundred";
    CHECK(stored_keys(same) == stored_keys(fact));
    Fact denied = fact;
    denied.qualifiers.polarity = Polarity::Negative;
    CHECK(stored_keys(denied) != stored_keys(fact));
    CHECK(keys_alone(denied) == keys_alone(fact));
    Fact other = fact;
    other.value.amount = Decimal(301);
    CHECK(stored_keys(other) != stored_keys(fact));
    CHECK(keys_alone(other) == keys_alone(fact));
}

TEST_CASE("keys of any fact have one size, in order, each once; none in quarantine") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        RandomFacts random(seed);
        Fact fact = random.fact(random.article());
        const std::vector<std::string> keys = stored_keys(fact);
        CHECK(std::ranges::is_sorted(keys));
        CHECK(std::ranges::adjacent_find(keys) == keys.end());
        for (const std::string& key : keys) {
            CHECK(key.size() == kKeyHashSize + kValueHashSize);
            CHECK(is_declared_key(key) == (fact.tier == Tier::Declared));
            CHECK(key.find('\0') == std::string::npos);
        }
        fact.block = BlockKind::Boilerplate;
        CHECK(stored_keys(fact).empty());
    }
}
