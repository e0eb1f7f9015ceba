#pragma once
// Where a finished report goes: the formats by name, files, standard output, the exit code.

#include "base/result.hpp"
#include "cli/options.hpp"
#include "model/finding.hpp"
#include "ruleset/ruleset.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// Reads "html:out/report.html" or "json". Fails with: Usage, naming the formats there are.
Result<OutputRequest> parse_output(std::string_view text);

/// Writes `report` in every requested form and tells problems. Returns the exit code.
int deliver(const Report& report, const RunOptions& options, const Console& console);

/// Tells each diagnostic on Console::err, with the line it is about.
void tell(const Diagnostics& diagnostics, const Console& console);

/// True where any of them is more than a warning.
bool has_error(const Diagnostics& diagnostics);

/// Tells one failure on Console::err; returns kExitIncomplete.
int fail(const Error& error, const Console& console);

/// What could be loaded of the rules of a run.
struct LoadedRules {
    RuleSet rules;
    /// kExitIncomplete where anything of them is wrong: what was found is shown all the same.
    int exit_code = kExitClean;

    bool is_usable() const { return exit_code == kExitClean || !rules.rules.empty(); }
};

/// Loads the rules and tells all problems.
LoadedRules load_rules_and_tell(const RunOptions& options, const Console& console);

}  // namespace atodds
