#pragma once
// Index -> facts that may speak of the same thing. Declared facts meet by their rule's key, open
// facts by blocking keys; nobody compares all pairs.

#include "base/result.hpp"
#include "index/fact_index.hpp"
#include "model/fact.hpp"

#include <cstdint>
#include <vector>

namespace atodds {

struct Candidates {
    std::vector<Fact> facts;  ///< sorted by article and span
    /// Indices into `facts` of what shares a key, each list sorted; lists in key order.
    std::vector<std::vector<std::uint32_t>> lists;
    std::uint64_t capped_keys = 0;  ///< keys with more facts than were read
};

struct CandidateOptions {
    /// Facts read of one key at most; what a popular key holds beyond is counted, not compared.
    std::uint32_t most_per_key = 2000;
};

/// Everything comparable in the index. Fails with: IndexDamaged.
Result<Candidates> find_candidates(const IndexReader& index, const CandidateOptions& options = {});

/// Only what shares a key with `facts` (of a new article, not in the index); these facts stand in
/// the result too, and every list holds at least one of them.
Result<Candidates> find_candidates_for(const IndexReader& index, const std::vector<Fact>& facts,
                                       const CandidateOptions& options = {});

}  // namespace atodds
