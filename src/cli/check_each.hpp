#pragma once
// Many new articles, checked one by one: each with what belongs to it among the published ones and
// among the other new ones. Memory holds a few articles with their facts, not all of them.

#include "base/result.hpp"
#include "cli/gathering.hpp"
#include "cli/indexing.hpp"
#include "cli/stages.hpp"
#include "index/fact_index.hpp"
#include "model/article.hpp"
#include "model/finding.hpp"

#include <vector>

namespace atodds {

/// Findings in which one of `checked` takes part, each once, in the order of every report; with all
/// of `checked`, and of other articles and facts those that are named. `beside` holds the checked
/// articles and whatever else is no part of `published`, which may be null. Agreements are left
/// out. The same for every number of threads.
/// Fails with: what IndexReader fails with.
Result<Report> check_each(const Stages& stages, const IndexReader* published,
                          const IndexReader& beside, std::vector<Article> checked,
                          const GatheringOptions& options, ProgressCount& progress);

}  // namespace atodds
