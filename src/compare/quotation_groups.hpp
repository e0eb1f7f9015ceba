#pragma once
// Which pairs of quotations are about one remark, and which quotations word it alike. A long
// quotation takes part in several remarks; what belongs together is what was aligned.

#include "model/finding.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace atodds {

/// A judged pair of quotations: indices of its facts, and its judgement.
struct QuotationPair {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    Judgement judgement;
};

/// A group number for each pair, from 0 in order of appearance: pairs are together where their
/// aligned parts overlap in a fact they share. Costs a sort.
std::vector<std::uint32_t> group_by_part(std::span<const QuotationPair* const> pairs);

/// Facts that agree with each other, as ordered pairs of indices, lower first.
using AgreeingFacts = std::set<std::pair<std::uint32_t, std::uint32_t>>;

/// A side number for each fact of `pairs`, from 0 in order of facts: facts share a side where all
/// of them agree and none of them is at odds.
std::map<std::uint32_t, std::uint32_t> sides_of(std::span<const QuotationPair* const> pairs,
                                                const AgreeingFacts& agreeing);

}  // namespace atodds
