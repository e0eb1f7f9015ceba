#pragma once
// A YAML tree as plain data. Nodes are small and own nothing: their texts point into the file or
// into the tree's memory, their children lie side by side in that memory. A start reads forty
// thousand of them, so what a node costs is what a start costs.

#include "base/span.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>

namespace atodds {

/// Points into its YamlTree and into the text that was parsed.
struct YamlNode {
    enum class Kind : std::uint8_t { Null, Text, List, Map };
    Kind kind = Kind::Null;
    ByteSpan span;                    ///< in the file; of quoted text the quotes are part
    std::string_view text;            ///< Text
    std::span<const YamlNode> keys;   ///< Map: keys[i] names items[i]
    std::span<const YamlNode> items;  ///< List, Map

    bool is_text() const { return kind == Kind::Text; }

    bool is_list() const { return kind == Kind::List; }

    bool is_map() const { return kind == Kind::Map; }

    /// The value of `key`, the first if it is repeated; null if absent.
    const YamlNode* find(std::string_view key) const;
};

/// A root with the memory of all nodes below it. Moving it leaves every node where it is.
/// Requires of users: the parsed text outlives the tree.
class YamlTree {
  public:
    /// `text_size` is that of the parsed file, in bytes: memory is taken to fit.
    explicit YamlTree(std::size_t text_size);

    YamlNode root;

    /// A copy of `text` that lives as long as the tree.
    std::string_view keep(std::string_view text);

    /// A list or map of `children`, for a map keys and values in turns, an even number of them.
    /// Its span reaches from `begin` to the end of the last child.
    YamlNode collection(YamlNode::Kind kind, std::uint32_t begin,
                        std::span<const YamlNode> children);

  private:
    std::span<YamlNode> room_for(std::size_t count);

    std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_;
};

}  // namespace atodds
