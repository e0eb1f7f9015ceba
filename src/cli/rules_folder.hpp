#pragma once
// Where rules are: those that ship with the program, and those of a project.

#include "cli/options.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// `../share/atodds/rules` beside the program where that exists (installed), else `rules` of the
/// source tree it was built from.
std::string default_rules_folder();

/// Where `rules new` writes when no folder is named: never into the installed rules.
inline constexpr std::string_view kOwnRulesFolder = "rules";

/// All folders of one run, the main one first.
std::vector<std::string> rule_folders(const RunOptions& options);

}  // namespace atodds
