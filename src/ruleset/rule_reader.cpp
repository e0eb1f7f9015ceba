#include "ruleset/rule_reader.hpp"

#include "ruleset/compare_reader.hpp"
#include "ruleset/find_reader.hpp"
#include "ruleset/map_reader.hpp"
#include "ruleset/slot_reader.hpp"
#include "ruleset/test_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace atodds {

namespace {

bool is_id(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

class RuleReader {
  public:
    RuleReader(const YamlNode& root, std::string_view stem, const Names& names, Problems& problems)
        : map_(root, "a rule", kRuleKeys, problems),
          stem_(stem),
          names_(names),
          problems_(problems) {}

    Rule read() {
        read_head();
        read_slots_and_keys();
        read_patterns();
        read_judgement();
        if (const YamlNode* tests = map_.require("tests",
                                                 "two texts with facts, a near miss and "
                                                 "a comparison")) {
            rule_.tests = read_tests(*tests, rule_.slots, free_names(), names_, problems_);
        }
        return std::move(rule_);
    }

  private:
    std::string text_at(std::string_view key) { return read_text(map_.find(key), key, problems_); }

    void read_head() {
        const YamlNode* id = map_.require("rule", "rule: " + std::string(stem_));
        rule_.id = read_text(id, "rule", problems_);
        rule_.place = problems_.place(id != nullptr ? id->span : map_.span());
        if (!rule_.id.empty() && !is_id(rule_.id)) {
            problems_.add(id->span,
                          fmt::format("rule id {} holds other characters than a to z, 0 "
                                      "to 9 and hyphens",
                                      in_quotes(rule_.id)),
                          "write it like chip-order-count");
        } else if (!rule_.id.empty() && rule_.id != stem_) {
            problems_.add(
                id->span,
                fmt::format("rule {} is in a file named \"{}.yml\"", in_quotes(rule_.id), stem_),
                "the id and the file name must be equal");
        }
        rule_.question = read_text(map_.require("question", "question: What is compared?"),
                                   "question", problems_);
        rule_.why_it_matters = text_at("why-it-matters");
        rule_.message = text_at("message");
        rule_.grows = read_flag(map_.find("grows"), "grows", false, problems_);
        rule_.changes = read_flag(map_.find("changes"), "changes", rule_.grows, problems_);
        rule_.is_functional = read_flag(map_.find("functional"), "functional", true, problems_);
        rule_.is_retired = read_flag(map_.find("retired"), "retired", false, problems_);
    }

    void read_slots_and_keys() {
        if (const YamlNode* slots = map_.require("slots", "slots: {count: {number: any}}")) {
            const std::size_t before = problems_.count();
            rule_.slots = read_slots(*slots, names_, problems_);
            are_slots_sound_ = problems_.count() == before;
        }
        rule_.scale = text_at("scale");
        if (!rule_.scale.empty()) {
            check_scale(rule_.scale, map_.find("scale")->span, names_, problems_);
        }
        rule_.value =
            read_text(map_.require("value", "name the slot that is compared"), "value", problems_);
        add_slot_of_scale();
        rule_.key = read_names("key");
        rule_.key_if_stated = read_names("key-if-stated");
    }

    /// `scale: X` with `value: level` declares the slot that binds a level of X, and a slot
    /// {level: X} as the value names the scale: either is enough.
    void add_slot_of_scale() {
        const SlotSpec* value = find_slot(rule_.slots, rule_.value);
        if (value == nullptr && !rule_.scale.empty() && rule_.value == "level") {
            SlotSpec slot;
            slot.name = rule_.value;
            slot.kind = SlotKind::Level;
            slot.of = {rule_.scale};
            rule_.slots.push_back(std::move(slot));
        } else if (value != nullptr && value->kind == SlotKind::Level && !value->of.empty()) {
            if (!rule_.scale.empty() && rule_.scale != value->of[0]) {
                problems_.add(map_.find("scale")->span,
                              fmt::format("\"scale\" is {}, but the value's slot is of {}",
                                          in_quotes(rule_.scale), in_quotes(value->of[0])),
                              "leave \"scale\" out");
            }
            rule_.scale = value->of[0];
        }
    }

    std::vector<std::string> read_names(std::string_view key) {
        std::vector<std::string> names;
        for (WrittenText& name : read_texts(map_.find(key), key, problems_)) {
            if (std::ranges::find(names, name.text) != names.end()) {
                problems_.add(name.span,
                              fmt::format("{} stands twice in \"{}\"", in_quotes(name.text), key),
                              "");
            }
            names.push_back(std::move(name.text));
        }
        return names;
    }

    /// Names that `set` may fill although no slot has them.
    std::vector<std::string> free_names() const {
        std::vector<std::string> names = rule_.key;
        names.insert(names.end(), rule_.key_if_stated.begin(), rule_.key_if_stated.end());
        names.push_back(rule_.value);
        std::erase_if(names, [this](const std::string& name) {
            return find_slot(rule_.slots, name) != nullptr;
        });
        return names;
    }

    void read_patterns() {
        const std::size_t before = problems_.count();
        if (const YamlNode* find = map_.require("find", "find: and a list of patterns")) {
            rule_.find = read_find(*find, rule_.slots, free_names(), names_, problems_);
        }
        rule_.never = read_never(map_.find("never"), rule_.slots, problems_);
        const bool is_clean = problems_.count() == before;
        check_names_filled("key");
        check_names_filled("key-if-stated");
        check_value_filled();
        // The checks below would repeat what a broken pattern already caused.
        if (is_clean) {
            check_every_slot_used();
            check_every_find_complete();
        }
        read_about();
    }

    bool is_filled_somewhere(std::string_view name) const {
        return find_slot(rule_.slots, name) != nullptr ||
               std::ranges::any_of(rule_.find,
                                   [&](const FindSpec& find) { return fills(find, name); });
    }

    std::vector<std::string_view> slot_names() const {
        std::vector<std::string_view> names;
        for (const SlotSpec& slot : rule_.slots) {
            names.push_back(slot.name);
        }
        return names;
    }

    void check_names_filled(std::string_view key) {
        const YamlNode* node = map_.find(key);
        if (node == nullptr) {
            return;
        }
        for (const YamlNode& item : node->items) {
            if (item.is_text() && !is_filled_somewhere(item.text)) {
                add_unknown_word(item.text, item.span, "slot", slot_names(), problems_);
            }
        }
    }

    bool compares_polarity() const {
        const YamlNode* compare = map_.find("compare");
        return compare != nullptr && compare->find("polarity") != nullptr;
    }

    void check_value_filled() {
        // Polarity is a qualifier of every fact; it needs no slot.
        const bool is_polarity = rule_.value == "polarity" && compares_polarity();
        if (!rule_.value.empty() && !is_polarity && !is_filled_somewhere(rule_.value)) {
            add_unknown_word(rule_.value, map_.find("value")->span, "slot", slot_names(),
                             problems_);
        }
    }

    bool is_named_by_rule(const std::string& name) const {
        return name == rule_.value || std::ranges::find(rule_.key, name) != rule_.key.end() ||
               std::ranges::find(rule_.key_if_stated, name) != rule_.key_if_stated.end();
    }

    void check_every_slot_used() {
        const YamlNode* slots = map_.find("slots");
        if (slots == nullptr) {
            return;
        }
        for (const SlotSpec& slot : rule_.slots) {
            const bool is_bound = std::ranges::any_of(
                rule_.find, [&](const FindSpec& find) { return fills(find, slot.name); });
            const bool is_given = (slot.is_carried || slot.fallback) && is_named_by_rule(slot.name);
            const auto key = std::ranges::find(slots->keys, slot.name, &YamlNode::text);
            if (!is_bound && !is_given && key != slots->keys.end()) {
                problems_.add(key->span, fmt::format("slot {} is never used", in_quotes(slot.name)),
                              "write it into a pattern, give it carry: true, or remove it");
            }
        }
    }

    /// A find entry that leaves a key slot or the value unbound could never give a fact.
    void check_every_find_complete() {
        std::vector<std::string> needed = rule_.key;
        if (rule_.value != "polarity" || !compares_polarity()) {
            needed.push_back(rule_.value);
        }
        for (const FindSpec& find : rule_.find) {
            for (const std::string& name : needed) {
                const SlotSpec* slot = find_slot(rule_.slots, name);
                const bool is_given = slot != nullptr && (slot->is_carried || slot->fallback);
                if (is_filled_somewhere(name) && !is_given && !fills(find, name)) {
                    problems_.add(find.place.span.value_or(ByteSpan{}),
                                  fmt::format("the pattern can give no fact: it never fills {}",
                                              in_quotes(name)),
                                  fmt::format("add {{{0}}} to it, set {0}, or give the slot a "
                                              "default or carry: true",
                                              name));
                }
            }
        }
    }

    void read_about() {
        for (WrittenText& about : read_texts(map_.find("about"), "about", problems_)) {
            if (!names_.is_entity(about.text)) {
                add_unknown_word(
                    about.text, about.span, "entity",
                    problems_.is_full() ? std::vector<std::string_view>{} : names_.entity_ids(),
                    problems_);
            }
            rule_.about.push_back(std::move(about.text));
        }
    }

    void read_judgement() {
        if (const YamlNode* compare = map_.require("compare", "compare: {numbers: 0}")) {
            rule_.compare = read_compare(
                *compare, are_slots_sound_ ? find_slot(rule_.slots, rule_.value) : nullptr,
                problems_);
        }
        read_stages();
        const bool is_sets = rule_.compare.kind == CompareKind::Sets;
        const YamlNode* level = map_.find("level");
        const auto stated = read_enum(level, "level", kLevelNames, problems_);
        rule_.level = stated.value_or(is_sets ? Level::Note : Level::Warning);
        if (is_sets && stated && *stated != Level::Note) {
            problems_.add(
                level->span,
                fmt::format("\"level\" is {} on a rule that compares sets", in_quotes(level->text)),
                "write level: note; sets are never more");
        }
        const SlotSpec* value = find_slot(rule_.slots, rule_.value);
        const YamlNode* compare = map_.find("compare");
        if (compare != nullptr && compare->find("steps") != nullptr && value == nullptr &&
            rule_.scale.empty() && !rule_.value.empty()) {
            problems_.add(compare->span, "\"steps\" without a scale",
                          "add scale: NAME, or make the value a slot {level: NAME}");
        }
        check_message();
    }

    void read_stages() {
        for (const WrittenText& stage : read_texts(map_.find("stages"), "stages", problems_)) {
            if (!value_named(kStageNames, stage.text)) {
                add_unknown_word(stage.text, stage.span, "stage", names_of(kStageNames), problems_);
            } else if (std::ranges::find(rule_.stages, stage.text) != rule_.stages.end()) {
                problems_.add(stage.span,
                              fmt::format("stage {} stands twice", in_quotes(stage.text)), "");
            }
            rule_.stages.push_back(stage.text);
        }
    }

    /// {slot}, {left} and {right} stand for what was read.
    void check_message() {
        const YamlNode* node = map_.find("message");
        const std::string& text = rule_.message;
        for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at)) {
            const std::size_t end = std::min(text.find('}', at), text.size());
            const std::string name = text.substr(at + 1, end - at - 1);
            if (name != "left" && name != "right" && !is_filled_somewhere(name)) {
                std::vector<std::string_view> known = slot_names();
                known.insert(known.end(), {"left", "right"});
                add_unknown_word(name,
                                 {source_offset(*node, problems_.text(), at),
                                  source_offset(*node, problems_.text(), end)},
                                 "placeholder", known, problems_);
            }
            at = end;
        }
    }

    MapReader map_;
    std::string_view stem_;
    const Names& names_;
    Problems& problems_;
    Rule rule_;
    bool are_slots_sound_ = true;
};

}  // namespace

Rule read_rule(const YamlNode& root, std::string_view stem, const Names& names,
               Problems& problems) {
    return RuleReader(root, stem, names, problems).read();
}

}  // namespace atodds
