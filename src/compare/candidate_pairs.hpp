#pragma once
// Lists of facts that may speak of the same thing -> the pairs of facts that are judged, each once.
// Of many facts that say the same in the same way a few stand for all.

#include "model/fact.hpp"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace atodds {

/// Which facts may speak of the same thing: indices into the facts, each list sorted. The pairs of
/// a list are judged; a pair in several lists is judged once.
using CandidateLists = std::vector<std::vector<std::uint32_t>>;

class CandidatePairs {
  public:
    struct Pair {
        std::uint32_t left = 0;
        std::uint32_t right = 0;

        friend bool operator==(const Pair&, const Pair&) = default;
    };

    /// Requires: the facts outlive it.
    CandidatePairs(std::span<const Fact> facts, const CandidateLists& lists);

    /// In the order of the lists.
    const std::vector<Pair>& all() const { return pairs_; }

    /// Indices into all(), by fact.
    std::vector<std::vector<std::uint32_t>> by_fact() const;

    /// The facts that this one stands for, besides itself.
    const std::set<std::uint32_t>& followers_of(std::uint32_t fact) const;

  private:
    std::vector<std::uint32_t> representatives(const std::vector<std::uint32_t>& list);
    const std::string& signature_of(std::uint32_t fact);

    std::span<const Fact> facts_;
    std::vector<Pair> pairs_;
    std::unordered_map<std::uint32_t, std::string> signatures_;             // lookups only
    std::unordered_map<std::uint32_t, std::set<std::uint32_t>> followers_;  // lookups only
};

}  // namespace atodds
