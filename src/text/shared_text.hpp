#pragma once
// Where two articles have the same words: runs of fingerprints that follow each other in both. A
// few changed words leave gaps in a run and do not end it.

#include "base/span.hpp"
#include "text/sketch.hpp"

#include <cstdint>
#include <vector>

namespace atodds {

/// One stretch of shared text.
struct SharedRun {
    ByteSpan left;  ///< in bytes of each article
    ByteSpan right;
    std::uint32_t left_words = 0;  ///< words outside quotations from begin to end
    std::uint32_t right_words = 0;
    std::uint32_t fingerprints = 0;  ///< shared ones in the run

    friend bool operator==(const SharedRun&, const SharedRun&) = default;
};

/// The runs, in order of the left text. Shorter ones than a long sentence are left out: stock
/// phrases ("did not respond to a request for comment") are shared by articles that share nothing.
/// Cost: linear in both sketches.
std::vector<SharedRun> shared_runs(const Sketch& left, const Sketch& right);

}  // namespace atodds
