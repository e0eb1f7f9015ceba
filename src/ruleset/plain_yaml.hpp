#pragma once
// The everyday part of YAML, read in one pass: block maps and lists, lists and maps in brackets,
// texts on one line, comments. Nearly every rule file holds nothing else, and this costs a fifth of
// the way through libyaml. It never judges: where it meets anything else, an error or just a form
// that it does not know, it gives up, and libyaml reads the file from the start (yaml_tree.hpp).

#include "ruleset/yaml_node.hpp"

#include <optional>
#include <string_view>

namespace atodds {

/// The tree that libyaml would give, to the byte; nothing where that is in doubt. Linear in the
/// text. Points into `text`.
std::optional<YamlTree> parse_plain_yaml(std::string_view text);

}  // namespace atodds
