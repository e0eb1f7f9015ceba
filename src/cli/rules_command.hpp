#pragma once
// The subcommands of `atodds rules`. Each returns the exit code.

#include "cli/options.hpp"

#include <string>

namespace atodds {

/// One line a rule: id, level, number of tests, question.
int rules_list_command(const RunOptions& options, const Console& console);

/// The rule as the loader understood it: defaults filled in, scales and categories written out.
int rules_show_command(const RunOptions& options, const std::string& id, const Console& console);

/// Tells all problems. Exit code 2 if there is any.
int rules_lint_command(const RunOptions& options, const Console& console);

/// Runs the tests of every rule, or of the one rule `id` names. Exit code 1 if one fails, 2 if
/// rules have problems.
int rules_test_command(const RunOptions& options, const std::string& id, const Console& console);

/// Writes a sound rule with comments to topics/NAME.yml below the rules folder; NAME is
/// "topic/rule-id". Never overwrites.
int rules_new_command(const RunOptions& options, const std::string& name, const Console& console);

}  // namespace atodds
