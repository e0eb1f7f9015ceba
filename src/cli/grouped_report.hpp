#pragma once
// A report over an index that is too large to be compared as one: its groups of articles are
// compared one by one, as small reports are, and their findings put together.

#include "base/result.hpp"
#include "cli/gathering.hpp"
#include "cli/indexing.hpp"
#include "cli/stages.hpp"
#include "index/fact_index.hpp"
#include "model/finding.hpp"

#include <cstdint>

namespace atodds {

/// Up to this many articles of an index are compared with each other as they are. Comparing all
/// with all grows with the square: 250 articles took 3 s, 1,000 took 64 s.
inline constexpr std::uint32_t kMostWholeArticles = 400;

/// Findings over the whole index; of articles and facts only those that take part in one.
/// Agreements are left out. Memory holds the groups in work and the findings that are listed. The
/// same for every layout of the index in shards and every number of threads.
/// Fails with: what IndexReader fails with.
Result<Report> report_by_groups(const Stages& stages, const IndexReader& index,
                                const GatheringOptions& options, const Progress& progress);

}  // namespace atodds
