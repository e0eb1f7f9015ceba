#pragma once
// Findings for the commands that remember them: of a JSON report, or of a run over articles.

#include "base/result.hpp"
#include "cli/memory_commands.hpp"
#include "cli/options.hpp"
#include "model/finding.hpp"

namespace atodds {

struct FoundFindings {
    Report report;
    /// kExitIncomplete where rules or articles could not all be read; problems are told.
    int exit_code = kExitClean;
};

/// Fails with: Unreadable, BadFormat, what the index fails with.
Result<FoundFindings> find_findings(const FindingSource& source, const Console& console);

}  // namespace atodds
