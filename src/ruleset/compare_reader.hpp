#pragma once
// The `compare` of a rule and whether it fits the value it compares.

#include "ruleset/problems.hpp"
#include "ruleset/ruleset.hpp"
#include "ruleset/yaml_tree.hpp"

namespace atodds {

/// `value`: the slot that is compared; null where there is none to
/// check against.
CompareSpec read_compare(const YamlNode& node, const SlotSpec* value, Problems& problems);

}  // namespace atodds
