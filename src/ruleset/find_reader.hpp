#pragma once
// The `find` and `never` entries of a rule: patterns with their places in the file.

#include "ruleset/names.hpp"
#include "ruleset/problems.hpp"
#include "ruleset/ruleset.hpp"
#include "ruleset/yaml_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// `free_names`: names that `set` may fill without a slot (those of key, key-if-stated and value).
std::vector<FindSpec> read_find(const YamlNode& node, const std::vector<SlotSpec>& slots,
                                const std::vector<std::string>& free_names, const Names& names,
                                Problems& problems);

/// Patterns of `never` as written, each checked.
std::vector<std::string> read_never(const YamlNode* node, const std::vector<SlotSpec>& slots,
                                    Problems& problems);

/// True where the entry fills `name`: by a slot of its pattern, optional or not, or by `set`.
bool fills(const FindSpec& find, std::string_view name);

}  // namespace atodds
