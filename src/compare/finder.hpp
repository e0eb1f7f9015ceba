#pragma once
// Facts -> findings: judges the pairs, groups what belongs together, one finding per fact key and
// set of values, copies collapsed.

#include "compare/candidate_pairs.hpp"
#include "compare/comparator.hpp"
#include "model/finding.hpp"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace atodds {

struct FoundDisagreements {
    std::vector<Finding> findings;
    std::vector<Finding> agreements;
};

/// What is known of the articles before they are read.
enum class Prior : std::uint8_t {
    Unknown,  ///< a folder or an index: most pairs of statements have nothing to do with each other
    SameMatter,  ///< somebody put these texts side by side: weak clashes of claims are told too
};

/// Requires: facts sorted by article and span. Result sorted by level, then as a reader would
/// care, then by fingerprint. Of many facts that say the same only the first few are judged
/// against others; all stand in their side.
FoundDisagreements find_disagreements(const Comparator& comparator,
                                      std::span<const Article> articles,
                                      std::span<const Fact> facts, const CandidateLists& candidates,
                                      Prior prior = Prior::Unknown);

/// The same for those who want to know of some articles, by their ids, only: what is found of them
/// is all there; what others have among themselves is judged where it hangs together with it.
FoundDisagreements find_disagreements_of(const std::set<std::string>& asked,
                                         const Comparator& comparator,
                                         std::span<const Article> articles,
                                         std::span<const Fact> facts,
                                         const CandidateLists& candidates);

}  // namespace atodds
