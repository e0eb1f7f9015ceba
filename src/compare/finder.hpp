#pragma once
// Facts -> findings: judges the pairs, groups what belongs together, one finding per fact key and
// set of values, copies collapsed.

#include "compare/comparator.hpp"
#include "model/finding.hpp"

#include <span>
#include <vector>

namespace atodds {

struct FoundDisagreements {
    std::vector<Finding> findings;
    std::vector<Finding> agreements;
};

/// Which facts may speak of the same thing: indices into the facts, each list sorted. The pairs of
/// a list are judged; a pair in several lists is judged once.
using CandidateLists = std::vector<std::vector<std::uint32_t>>;

/// Requires: facts sorted by article and span. Result sorted by level, then as a reader would
/// care, then by fingerprint. Of many facts that say the same only the first few are judged
/// against others; all stand in their side.
FoundDisagreements find_disagreements(const Comparator& comparator,
                                      std::span<const Article> articles,
                                      std::span<const Fact> facts,
                                      const CandidateLists& candidates);

}  // namespace atodds
