#pragma once
// A batch run: files -> index -> findings -> Report.

#include "base/result.hpp"
#include "cli/indexing.hpp"
#include "cli/options.hpp"
#include "model/finding.hpp"
#include "ruleset/ruleset.hpp"

namespace atodds {

/// Everything under `options.paths`, compared with itself. With an index folder the articles are
/// added to it (unchanged ones are not read again) and all articles of the index are compared.
/// With an index and no paths the articles of its places are compared and nothing is written.
/// Fails with: what IndexWriter and IndexReader fail with; Usage for an index not to be written.
Result<Report> report_on_paths(const RuleSet& rules, const RunOptions& options,
                               const Progress& progress);

}  // namespace atodds
