#include "ruleset/map_reader.hpp"

#include "ruleset/pattern_parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace atodds {

MapReader::MapReader(const YamlNode& node, std::string_view what,
                     std::span<const std::string_view> known_keys, Problems& problems)
    : node_(&node), what_(what), problems_(&problems) {
    const auto known = [&] {
        return std::vector<std::string_view>(known_keys.begin(), known_keys.end());
    };
    if (!node.is_map()) {
        problems.add(node.span,
                     fmt::format("{} is {}, expected a map of keys", what_, described(node)),
                     suggestion("", known()));
        return;
    }
    report_repeated_keys(node, problems);
    for (const YamlNode& key : node.keys) {
        if (key.is_text() && std::ranges::find(known_keys, key.text) == known_keys.end()) {
            unknown_keys_.push_back(key.text);
            problems.add(key.span, fmt::format("unknown key {} in {}", in_quotes(key.text), what_),
                         suggestion(key.text, known()));
        }
    }
}

const YamlNode* MapReader::require(std::string_view key, std::string_view hint) const {
    const YamlNode* node = node_->find(key);
    const auto is_misspelt = [&](std::string_view unknown) { return is_near(unknown, key); };
    if (node == nullptr && node_->is_map() && std::ranges::none_of(unknown_keys_, is_misspelt)) {
        problems_->add(span(), fmt::format("{} lacks the key \"{}\"", what_, key),
                       std::string(hint));
    }
    return node;
}

ByteSpan MapReader::span() const {
    return node_->keys.empty() ? node_->span : node_->keys.front().span;
}

void report_repeated_keys(const YamlNode& node, Problems& problems) {
    constexpr std::size_t kFewKeys = 32;  // compared with each other faster than hashed
    const bool is_small = node.keys.size() <= kFewKeys;
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const YamlNode& key = node.keys[i];
        const auto is_repeated = [&] {
            return is_small ? node.find(key.text) != &node.items[i] : !seen.insert(key.text).second;
        };
        if (!key.is_text()) {
            problems.add(key.span, fmt::format("a key is {}, expected a word", described(key)),
                         "put quotes around text that starts with \"{\", \"[\" or \"?\"");
        } else if (is_repeated()) {
            problems.add(key.span, fmt::format("duplicate key {}", in_quotes(key.text)),
                         "keep one of them; only one would count");
        }
    }
}

std::string read_text(const YamlNode* node, std::string_view key, Problems& problems) {
    if (node == nullptr) {
        return {};
    }
    if (!node->is_text() || node->text.empty()) {
        const bool is_map = node->is_map() || node->is_list();
        problems.add(node->span,
                     fmt::format("\"{}\" is {}, expected text", key,
                                 node->is_text() ? "empty" : described(*node)),
                     is_map ? "put quotes around text that starts with \"{\" or \"[\"" : "");
        return {};
    }
    return std::string(node->text);
}

/// Calls `take` with each text of a list and its node; where `single` allows, of one text, too.
template <typename Take>
static void for_each_text(const YamlNode* node, std::string_view key, Problems& problems,
                          SingleText single, Take take) {
    if (node == nullptr) {
        return;
    }
    const bool is_single = single == SingleText::Accepted && !node->is_list();
    if (!node->is_list() && !is_single) {
        problems.add(node->span,
                     fmt::format("\"{}\" is {}, expected a list", key, described(*node)),
                     fmt::format("write {}: [{}]", key, node->is_text() ? node->text : "..."));
        return;
    }
    for (const YamlNode& item : is_single ? std::span(node, 1) : node->items) {
        std::string text = read_text(&item, key, problems);
        if (!text.empty()) {
            take(std::move(text), item);
        }
    }
}

std::vector<WrittenText> read_texts(const YamlNode* node, std::string_view key, Problems& problems,
                                    SingleText single) {
    std::vector<WrittenText> texts;
    for_each_text(node, key, problems, single, [&](std::string&& text, const YamlNode& item) {
        texts.push_back({std::move(text), item.span});
    });
    return texts;
}

std::vector<std::string> read_words(const YamlNode* node, std::string_view key, Problems& problems,
                                    SingleText single) {
    std::vector<std::string> words;
    words.reserve(node == nullptr ? 0 : node->items.size());
    for_each_text(node, key, problems, single,
                  [&](std::string&& text, const YamlNode&) { words.push_back(std::move(text)); });
    return words;
}

std::vector<std::string> read_phrases(const YamlNode* node, std::string_view key,
                                      Problems& problems) {
    std::vector<std::string> phrases;
    if (node == nullptr) {
        return phrases;
    }
    if (node->is_list() && node->items.empty()) {
        problems.add(node->span, fmt::format("\"{}\" is an empty list", key),
                     "name at least one word");
    }
    if (!node->is_list()) {
        read_texts(node, key, problems);
        return phrases;
    }
    for (const YamlNode& item : node->items) {
        std::string text = read_text(&item, key, problems);
        for (const PatternProblem& found :
             text.empty() ? std::vector<PatternProblem>{} : check_phrase(text)) {
            problems.add({source_offset(item, problems.text(), found.begin),
                          source_offset(item, problems.text(), found.end)},
                         found.message, found.hint);
        }
        if (!text.empty()) {
            phrases.push_back(std::move(text));
        }
    }
    return phrases;
}

bool read_flag(const YamlNode* node, std::string_view key, bool fallback, Problems& problems) {
    if (node == nullptr) {
        return fallback;
    }
    if (node->text == "true" || node->text == "false") {
        return node->text == "true";
    }
    problems.add(node->span,
                 fmt::format("\"{}\" is {}, expected true or false", key, described(*node)),
                 node->text == "yes" || node->text == "on"   ? "write true"
                 : node->text == "no" || node->text == "off" ? "write false"
                                                             : "");
    return fallback;
}

std::optional<Decimal> read_decimal(const YamlNode* node, std::string_view key, Decimal low,
                                    Decimal high, Problems& problems) {
    if (node == nullptr) {
        return std::nullopt;
    }
    const std::optional<Decimal> value = Decimal::parse(node->text);
    if (!value || *value < low || *value > high) {
        problems.add(node->span,
                     fmt::format("\"{}\" is {}, expected a number from {} to {}", key,
                                 described(*node), low.to_string(), high.to_string()),
                     "");
        return std::nullopt;
    }
    return value;
}

std::vector<std::string> texts_of(std::vector<WrittenText> written) {
    std::vector<std::string> texts;
    texts.reserve(written.size());
    for (WrittenText& one : written) {
        texts.push_back(std::move(one.text));
    }
    return texts;
}

void add_unknown_word(std::string_view found, ByteSpan span, std::string_view key,
                      const std::vector<std::string_view>& known, Problems& problems) {
    problems.add(span, fmt::format("unknown {} {}", key, in_quotes(found)),
                 problems.is_full() ? std::string() : suggestion(found, known));
}

}  // namespace atodds
