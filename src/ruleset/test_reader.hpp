#pragma once
// The `tests` of a rule: what its texts state and how two of them compare.

#include "ruleset/names.hpp"
#include "ruleset/problems.hpp"
#include "ruleset/ruleset.hpp"
#include "ruleset/yaml_tree.hpp"

#include <string>
#include <vector>

namespace atodds {

/// `free_names`: names besides slots that facts of the rule carry. Reports what is missing too: a
/// rule has two texts with facts, one near miss and one comparison.
std::vector<RuleTest> read_tests(const YamlNode& node, const std::vector<SlotSpec>& slots,
                                 const std::vector<std::string>& free_names, const Names& names,
                                 Problems& problems);

}  // namespace atodds
