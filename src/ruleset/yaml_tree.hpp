#pragma once
// YAML text -> a tree with byte spans. Plain files are read by our own reader (plain_yaml.hpp), all
// others, and so all errors, through the events of libyaml, which only this file pair knows: a
// document tree of a library keeps a repeated key silently or loses the places of keys.
// Narrower than YAML on purpose: one document, no anchors, aliases or tags, nesting of at most 32.
// Scalars are never typed: `no`, `on` and `1.10` are the text that was written.

#include "ruleset/problems.hpp"
#include "ruleset/yaml_node.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace atodds {

/// Parses the text of `problems`. Nothing (and a problem) where it is not YAML; a tree and problems
/// where it is YAML that this language leaves out. Any bytes are safe; cost is linear. The tree
/// points into the text.
std::optional<YamlTree> parse_yaml(Problems& problems);

/// The same by libyaml alone, whatever the text: what our own reader is held to.
std::optional<YamlTree> parse_with_libyaml(Problems& problems);

/// False where there is nothing but comments and blank lines, which parse_yaml does not accept.
bool has_yaml_content(std::string_view text);

/// Where in the file the byte `offset` of `node.text` was written, through quotes, escapes and
/// folded lines. Requires: a Text node of `file_text`.
std::uint32_t source_offset(const YamlNode& node, std::string_view file_text, std::size_t offset);

/// `a list`, `the text "x"`, `nothing`: how a node is called in messages.
std::string described(const YamlNode& node);

}  // namespace atodds
