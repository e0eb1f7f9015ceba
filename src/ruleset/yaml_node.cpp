#include "ruleset/yaml_node.hpp"

#include <algorithm>
#include <cstring>

namespace atodds {

namespace {

// Rules and lexicons take two to five bytes of tree for each of text; more is fetched as needed.
constexpr std::size_t kTreeBytesPerTextByte = 4;
constexpr std::size_t kLeastBytes = 1024;

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size() && i < items.size(); ++i) {
        if (keys[i].text == key) {
            return &items[i];
        }
    }
    return nullptr;
}

YamlTree::YamlTree(std::size_t text_size)
    : memory_(std::make_unique<std::pmr::monotonic_buffer_resource>(
          std::max(kLeastBytes, text_size * kTreeBytesPerTextByte))) {}

std::string_view YamlTree::keep(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    char* const place = static_cast<char*>(memory_->allocate(text.size(), 1));
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
}

std::span<YamlNode> YamlTree::room_for(std::size_t count) {
    if (count == 0) {
        return {};
    }
    void* const place = memory_->allocate(count * sizeof(YamlNode), alignof(YamlNode));
    auto* const nodes = static_cast<YamlNode*>(place);
    std::uninitialized_default_construct_n(nodes, count);
    return {nodes, count};
}

YamlNode YamlTree::collection(YamlNode::Kind kind, std::uint32_t begin,
                              std::span<const YamlNode> children) {
    YamlNode node;
    node.kind = kind;
    node.span = {begin, children.empty() ? begin : std::max(begin, children.back().span.end)};
    if (kind == YamlNode::Kind::List) {
        const std::span<YamlNode> items = room_for(children.size());
        std::ranges::copy(children, items.begin());
        node.items = items;
        return node;
    }
    const std::span<YamlNode> all = room_for(children.size());
    const std::size_t count = children.size() / 2;
    for (std::size_t i = 0; i < count; ++i) {
        all[i] = children[2 * i];
        all[count + i] = children[2 * i + 1];
    }
    node.keys = all.first(count);
    node.items = all.subspan(count, count);
    return node;
}

}  // namespace atodds
