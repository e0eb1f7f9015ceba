#include "retrieve/candidates.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

Fact make_quotation(int number, std::vector<std::string> words) {
    Fact fact;
    fact.rule = "open/quote";
    fact.tier = Tier::Open;
    fact.id = "q" + std::to_string(number);
    fact.article = "a" + std::to_string(number);
    fact.value.type = ValueType::Wording;
    fact.value.items = std::move(words);
    return fact;
}

TEST_CASE("quotations that share two neighbouring words may be one remark") {
    const std::vector<Fact> facts = {make_quotation(0, {"council", "repair", "bridge"}),
                                     make_quotation(1, {"crew", "repair", "bridge"}),
                                     make_quotation(2, {"bridge", "repair", "crew"})};
    const auto lists = candidate_lists(facts);
    REQUIRE(lists.size() == 1);
    CHECK(lists.front() == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("two words that very many quotations share bring none of them together") {
    std::vector<Fact> facts;
    for (int i = 0; i < 1200; ++i) {
        facts.push_back(make_quotation(i, {"united", "harbour", "crew" + std::to_string(i / 2)}));
    }
    for (const auto& list : candidate_lists(facts)) {
        CHECK(list.size() == 2);
    }
}

}  // namespace
}  // namespace atodds
