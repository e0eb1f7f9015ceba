#pragma once
// One rule file: a tree -> Rule, with everything checked that one file and the lexicons show.

#include "ruleset/names.hpp"
#include "ruleset/problems.hpp"
#include "ruleset/ruleset.hpp"
#include "ruleset/yaml_tree.hpp"

#include <string_view>

namespace atodds {

/// `stem` is the file's name without folder and ".yml". The rule is usable only if `problems` did
/// not grow.
Rule read_rule(const YamlNode& root, std::string_view stem, const Names& names, Problems& problems);

}  // namespace atodds
