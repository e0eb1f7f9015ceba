#pragma once
// Typed values out of a YAML tree. Each function reports what does not fit and returns what could
// be read, so that a reader goes on and one run tells all.

#include "base/decimal.hpp"
#include "ruleset/enum_names.hpp"
#include "ruleset/keys.hpp"
#include "ruleset/problems.hpp"
#include "ruleset/yaml_tree.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// A map whose keys are known. Reports unknown and repeated keys when built. Keeps a reference to
/// the node and the problems.
class MapReader {
  public:
    /// `what` names the map in messages ("a rule", "a slot") and must outlive the reader.
    MapReader(const YamlNode& node, std::string_view what,
              std::span<const std::string_view> known_keys, Problems& problems);

    /// The value of an optional key; null if absent.
    const YamlNode* find(std::string_view key) const { return node_->find(key); }

    /// The value of a required key; null if absent. That is a problem with `hint`, unless an
    /// unknown key looks like this one misspelt and has been reported already.
    const YamlNode* require(std::string_view key, std::string_view hint) const;

    /// Where the map is: its first key.
    ByteSpan span() const;

    bool has_unknown_keys() const { return !unknown_keys_.empty(); }

  private:
    const YamlNode* node_;
    std::string_view what_;
    std::vector<std::string_view> unknown_keys_;
    Problems* problems_;
};

/// Text with its place.
struct WrittenText {
    std::string text;
    ByteSpan span;
};

/// For maps with free keys too.
void report_repeated_keys(const YamlNode& node, Problems& problems);

/// Non-empty text. Null nodes (absent keys) read as empty text without a problem, here and below.
std::string read_text(const YamlNode* node, std::string_view key, Problems& problems);

enum class SingleText : std::uint8_t { Rejected, Accepted };

/// A list of non-empty texts; where `single` allows, also one text.
std::vector<WrittenText> read_texts(const YamlNode* node, std::string_view key, Problems& problems,
                                    SingleText single = SingleText::Rejected);

/// read_texts where each must be a phrase of plain words.
std::vector<std::string> read_phrases(const YamlNode* node, std::string_view key,
                                      Problems& problems);

bool read_flag(const YamlNode* node, std::string_view key, bool fallback, Problems& problems);

/// A decimal from `low` to `high`.
std::optional<Decimal> read_decimal(const YamlNode* node, std::string_view key, Decimal low,
                                    Decimal high, Problems& problems);

/// read_texts without the places.
std::vector<std::string> read_words(const YamlNode* node, std::string_view key, Problems& problems,
                                    SingleText single = SingleText::Rejected);

/// The texts alone.
std::vector<std::string> texts_of(std::vector<WrittenText> written);

void add_unknown_word(std::string_view found, ByteSpan span, std::string_view key,
                      const std::vector<std::string_view>& known, Problems& problems);

/// One word of a closed list.
template <typename E, std::size_t N>
std::optional<E> read_enum(const YamlNode* node, std::string_view key, const EnumTable<E, N>& table,
                           Problems& problems) {
    const std::string text = read_text(node, key, problems);
    if (text.empty()) {
        return std::nullopt;
    }
    const std::optional<E> value = value_named(table, text);
    if (!value) {
        add_unknown_word(text, node->span, key, names_of(table), problems);
    }
    return value;
}

}  // namespace atodds
