#pragma once
// Two YAML trees compared, and what two ways of reading one text make of it.

#include "ruleset/plain_yaml.hpp"
#include "ruleset/yaml_tree.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace atodds {

inline bool same_tree(const YamlNode& a, const YamlNode& b) {
    if (a.kind != b.kind || a.span != b.span || a.text != b.text ||
        a.keys.size() != b.keys.size() || a.items.size() != b.items.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.keys.size(); ++i) {
        if (!same_tree(a.keys[i], b.keys[i])) {
            return false;
        }
    }
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        if (!same_tree(a.items[i], b.items[i])) {
            return false;
        }
    }
    return true;
}

enum class PlainYaml {
    Declined,  ///< our own reader left the text to libyaml
    Equal,     ///< it gave the tree that libyaml gives, where that sees no problem
    Wrong,
};

inline PlainYaml read_both_ways(const std::string& text) {
    const std::optional<YamlTree> plain = parse_plain_yaml(text);
    if (!plain) {
        return PlainYaml::Declined;
    }
    Diagnostics diagnostics;
    Problems problems("f.yml", text, diagnostics);
    const std::optional<YamlTree> known = parse_with_libyaml(problems);
    const bool is_equal = known && diagnostics.empty() && same_tree(plain->root, known->root);
    return is_equal ? PlainYaml::Equal : PlainYaml::Wrong;
}

}  // namespace atodds
