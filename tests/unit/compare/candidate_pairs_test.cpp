#include "compare/candidate_pairs.hpp"

#include <doctest/doctest.h>

#include <set>
#include <vector>

using namespace atodds;

namespace {

using Pairs = std::vector<CandidatePairs::Pair>;

std::vector<Fact> facts_of(const std::vector<int>& amounts) {
    std::vector<Fact> facts;
    for (const int amount : amounts) {
        Fact fact;
        fact.rule = "count";
        fact.value.amount = Decimal(amount);
        facts.push_back(fact);
    }
    return facts;
}

}  // namespace

TEST_CASE("a pair in several lists is one pair, where it stands first") {
    const std::vector<Fact> facts = facts_of({1, 2, 3});
    const CandidatePairs pairs(facts, {{1, 2}, {0, 1, 2}});
    CHECK(pairs.all() == Pairs{{1, 2}, {0, 1}, {0, 2}});
    CHECK(pairs.by_fact() == std::vector<std::vector<std::uint32_t>>{{1, 2}, {0, 1}, {0, 2}});
}

TEST_CASE("of facts that say the same six are judged, the last of them stands for the others") {
    const std::vector<Fact> facts = facts_of({7, 7, 7, 7, 7, 7, 7, 7, 8});
    const CandidatePairs pairs(facts, {{0, 1, 2, 3, 4, 5, 6, 7, 8}});
    CHECK(pairs.all().size() == 21);  // seven of nine
    CHECK(pairs.followers_of(5) == std::set<std::uint32_t>{6, 7});
    CHECK(pairs.followers_of(0).empty());
    CHECK(pairs.followers_of(8).empty());
}

TEST_CASE("facts of no list are in no pair") {
    const std::vector<Fact> facts = facts_of({1, 2});
    CHECK(CandidatePairs(facts, {}).all().empty());
    CHECK(CandidatePairs(facts, {{0}}).all().empty());
}
