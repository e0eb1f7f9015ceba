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

/// Requires: facts sorted by article and span. Result sorted by level, then fingerprint.
FoundDisagreements find_disagreements(const Comparator& comparator, const RuleSet& rules,
                                      std::span<const Article> articles,
                                      std::span<const Fact> facts);

}  // namespace atodds
