#pragma once
// One check: new articles against the published ones.

#include "base/result.hpp"
#include "cli/check_scope.hpp"
#include "cli/indexing.hpp"
#include "cli/options.hpp"
#include "cli/stages.hpp"
#include "model/finding.hpp"

namespace atodds {

/// The checked files compared with each other, with the other files and with the index, where
/// there is one, which is only read. The report holds the checked articles and those that share a
/// fact with them; findings in which no checked article takes part are left out. More than a few
/// articles are checked one by one: each is compared with what belongs to it, not with all others.
/// Fails with: what IndexReader fails with.
Result<Report> check_articles(const Stages& stages, const RunOptions& options,
                              const CheckFiles& files, const Progress& progress);

}  // namespace atodds
