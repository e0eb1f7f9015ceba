#pragma once
// The `slots` of a rule and the values that may be written for a slot: in `default`, in `set`, in
// the facts a test expects.

#include "ruleset/names.hpp"
#include "ruleset/problems.hpp"
#include "ruleset/ruleset.hpp"
#include "ruleset/yaml_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atodds {

std::vector<SlotSpec> read_slots(const YamlNode& node, const Names& names, Problems& problems);

/// Checks that `text` can fill the slot and returns it in the form facts carry: an entity's name or
/// alias becomes its id.
std::string read_slot_value(const SlotSpec& slot, const std::string& text, ByteSpan span,
                            const Names& names, Problems& problems);

/// The slot of this name; null if there is none.
const SlotSpec* find_slot(const std::vector<SlotSpec>& slots, std::string_view name);

/// Reports a scale that no lexicon declares.
void check_scale(const std::string& scale, ByteSpan span, const Names& names, Problems& problems);

}  // namespace atodds
