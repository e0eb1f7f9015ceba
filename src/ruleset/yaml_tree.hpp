#pragma once
// YAML text -> a tree with byte spans, built from the events of libyaml, which only this file pair
// knows: a document tree of a library keeps a repeated key silently or loses the places of keys.
// Narrower than YAML on purpose: one document, no anchors, aliases or tags, nesting of at most 32.
// Scalars are never typed: `no`, `on` and `1.10` are the text that was written.

#include "ruleset/problems.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

struct YamlNode {
    enum class Kind : std::uint8_t { Null, Text, List, Map };
    Kind kind = Kind::Null;
    ByteSpan span;               ///< in the file; of quoted text the quotes are part
    std::string text;            ///< Text
    std::vector<YamlNode> keys;  ///< Map: keys[i] names items[i]
    std::vector<YamlNode> items;

    bool is_text() const { return kind == Kind::Text; }

    bool is_list() const { return kind == Kind::List; }

    bool is_map() const { return kind == Kind::Map; }

    /// The value of `key`, the first if it is repeated; null if absent. Points into this.
    const YamlNode* find(std::string_view key) const;
};

/// Parses the text of `problems`. Nothing (and a problem) where it is not YAML; a tree and problems
/// where it is YAML that this language leaves out. Any bytes are safe; cost is linear.
std::optional<YamlNode> parse_yaml(Problems& problems);

/// False where there is nothing but comments and blank lines, which parse_yaml does not accept.
bool has_yaml_content(std::string_view text);

/// Where in the file the byte `offset` of `node.text` was written, through quotes, escapes and
/// folded lines. Requires: a Text node of `file_text`.
std::uint32_t source_offset(const YamlNode& node, std::string_view file_text, std::size_t offset);

/// `a list`, `the text "x"`, `nothing`: how a node is called in messages.
std::string described(const YamlNode& node);

}  // namespace atodds
