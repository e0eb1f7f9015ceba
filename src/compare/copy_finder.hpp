#pragma once
// Which articles of a run share text, and where. Articles meet through posting lists of sampled
// fingerprints; only those that meet are compared.

#include "text/shared_text.hpp"
#include "text/sketch.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace atodds {

/// Two articles that share passages, by index; `left` is the smaller.
struct SharedText {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    std::vector<SharedRun> runs;  ///< in order of the left text
    /// Words in runs by all words outside quotations, 0 to 100.
    std::uint32_t left_percent = 0;
    std::uint32_t right_percent = 0;
};

/// Pairs that share at least one run, sorted by (left, right). An article is compared with at most
/// sixteen that stand before it, those that share most fingerprints with it; of a fingerprint that
/// many articles share the first sixteen count. Cost: linear in the sketches.
std::vector<SharedText> find_shared_text(std::span<const Sketch> sketches);

}  // namespace atodds
