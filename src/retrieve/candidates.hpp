#pragma once
// Facts -> which of them may speak of the same thing: those that share a key term of the index.
// Declared facts meet by their rule, open facts by blocking keys; nobody compares all pairs.

#include "model/fact.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace atodds {

/// Indices into `facts` of what shares a key term, each list sorted, lists in the order of keys.
/// Lists of one fact are left out.
std::vector<std::vector<std::uint32_t>> candidate_lists(std::span<const Fact> facts);

}  // namespace atodds
