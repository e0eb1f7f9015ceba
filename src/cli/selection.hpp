#pragma once
// `--select` and `--ignore`: which findings a run is about. What is not selected is not in the
// report at all; to keep a finding on record and out of sight is the matter of src/review.

#include "base/result.hpp"
#include "cli/options.hpp"
#include "model/finding.hpp"
#include "ruleset/ruleset.hpp"

namespace atodds {

/// Checks that each pattern names a rule (also by a glob) or a kind of finding, so that a misspelt
/// one does not pass for silence. Fails with: Usage.
Result<Done> check_selection(const RunOptions& options, const RuleSet& rules);

/// Leaves out findings and agreements that are not selected, or ignored.
void keep_selected(const RunOptions& options, Report& report);

}  // namespace atodds
