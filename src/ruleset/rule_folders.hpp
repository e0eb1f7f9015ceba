#pragma once
// Rules of several folders in one set: those that ship, and those of a project beside them.

#include "base/error.hpp"
#include "ruleset/ruleset.hpp"

#include <span>
#include <string>

namespace atodds {

/// Like `load_rules` for several folders that know each other's words: a rule may name an entity
/// that another folder declares. A file below two of them is read once. Ids must differ across all.
RuleSet load_rule_folders(std::span<const std::string> folders, Diagnostics& diagnostics);

}  // namespace atodds
