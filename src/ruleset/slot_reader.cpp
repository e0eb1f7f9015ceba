#include "ruleset/slot_reader.hpp"

#include "ruleset/map_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace atodds {

namespace {

void check_any(const YamlNode& node, std::string_view kind, Problems& problems) {
    if (node.text != "any") {
        problems.add(node.span, fmt::format("\"{}\" is {}, expected any", kind, described(node)),
                     fmt::format("write {{{}: any}}", kind));
    }
}

/// Entities are too many to list: where none is near, the way to declare one helps more.
void add_unknown_entity(const std::string& found, ByteSpan span, std::string_view what,
                        const std::vector<std::string_view>& known, Problems& problems) {
    std::string hint = suggestion(found, known);
    if (hint.empty()) {
        hint = "declare it in a file below lexicon/entities";
    }
    problems.add(span, fmt::format("unknown {} {}", what, in_quotes(found)), std::move(hint));
}

void check_groups(const std::vector<WrittenText>& groups, const Names& names, Problems& problems) {
    for (const WrittenText& group : groups) {
        if (!names.is_entity_group(group.text)) {
            add_unknown_entity(
                group.text, group.span, "entity, class or type",
                problems.is_full() ? std::vector<std::string_view>{} : names.entity_groups(),
                problems);
        }
    }
}

/// What stands behind the kind: `{entity: THIS}`.
void read_kind_value(SlotSpec& slot, const YamlNode& node, std::string_view kind,
                     const Names& names, Problems& problems) {
    switch (slot.kind) {
        case SlotKind::Entity: {
            auto groups = read_texts(&node, kind, problems, SingleText::Accepted);
            check_groups(groups, names, problems);
            slot.of = texts_of(std::move(groups));
            break;
        }
        case SlotKind::Words:
            slot.words = read_phrases(&node, kind, problems);
            break;
        case SlotKind::Categories:
            slot.of = {read_text(&node, kind, problems)};
            if (!slot.of[0].empty() && names.categories_of(slot.of[0]) == nullptr) {
                add_unknown_word(slot.of[0], node.span, "category list", names.category_lists(),
                                 problems);
            }
            break;
        case SlotKind::Level:
            slot.of = {read_text(&node, kind, problems)};
            check_scale(slot.of[0], node.span, names, problems);
            break;
        case SlotKind::Quantity:
            slot.of = read_words(&node, kind, problems, SingleText::Accepted);
            if (slot.of == std::vector<std::string>{"any"}) {
                slot.of.clear();
            }
            break;
        case SlotKind::Number:
        case SlotKind::Money:
        case SlotKind::Percent:
        case SlotKind::Ordinal:
        case SlotKind::Date:
        case SlotKind::Duration:
        case SlotKind::Quote:
            check_any(node, kind, problems);
            break;
    }
}

bool is_list_kind(SlotKind kind) {
    return kind == SlotKind::Entity || kind == SlotKind::Words || kind == SlotKind::Categories;
}

SlotSpec read_slot(std::string_view name, const YamlNode& node, const Names& names,
                   Problems& problems) {
    std::vector<std::string_view> known = listed(kSlotKinds);
    known.insert(known.end(), kSlotOptions.begin(), kSlotOptions.end());
    const std::string what = "slot " + in_quotes(name);
    const MapReader map(node, what, known, problems);
    SlotSpec slot;
    slot.name = name;
    std::size_t kinds = 0;
    for (const EnumName<SlotKind>& row : kSlotKindNames) {
        if (const YamlNode* value = map.find(row.name); value != nullptr && ++kinds == 1) {
            slot.kind = row.value;
            read_kind_value(slot, *value, row.name, names, problems);
        }
    }
    // An unknown key has been reported already; the kind is likely what it misspells.
    if (kinds != 1 && node.is_map() && !map.has_unknown_keys()) {
        problems.add(node.span,
                     fmt::format("expected one kind in slot {}, found {}", in_quotes(name), kinds),
                     suggestion("", listed(kSlotKinds)));
    }
    slot.is_carried = read_flag(map.find("carry"), "carry", false, problems);
    slot.is_many = read_flag(map.find("many"), "many", false, problems);
    if (slot.is_many && kinds == 1 && !is_list_kind(slot.kind)) {
        problems.add(map.find("many")->span,
                     fmt::format("\"many\" on a {} slot", name_of(kSlotKindNames, slot.kind)),
                     "only entity, words and categories slots bind lists");
    }
    if (const YamlNode* fallback = map.find("default")) {
        const std::string text = read_text(fallback, "default", problems);
        slot.fallback = read_slot_value(slot, text, fallback->span, names, problems);
    }
    return slot;
}

std::string entity_value(const std::string& text, ByteSpan span, const Names& names,
                         Problems& problems) {
    // "~name" is how a name that no lexicon knows is called in facts.
    if (names.is_entity(text) || text.starts_with('~')) {
        return text;
    }
    if (const std::string* id = names.entity_called(text)) {
        return *id;
    }
    add_unknown_entity(text, span, "entity",
                       problems.is_full() ? std::vector<std::string_view>{} : names.entity_ids(),
                       problems);
    return text;
}

void check_listed(const std::string& text, ByteSpan span,
                  const std::vector<std::string_view>* known, std::string_view what,
                  Problems& problems) {
    // A list that is itself unknown has been reported where it is named.
    if (known != nullptr && std::ranges::find(*known, text) == known->end()) {
        add_unknown_word(text, span, what, *known, problems);
    }
}

}  // namespace

std::vector<SlotSpec> read_slots(const YamlNode& node, const Names& names, Problems& problems) {
    std::vector<SlotSpec> slots;
    if (!node.is_map()) {
        problems.add(node.span, fmt::format("\"slots\" is {}, expected a map", described(node)),
                     "write slots: and below it name: {number: any}");
        return slots;
    }
    report_repeated_keys(node, problems);
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const YamlNode& key = node.keys[i];
        if (!key.is_text() || find_slot(slots, key.text) != nullptr) {
            continue;
        }
        if (key.text.find_first_of("{}()|? ") != std::string::npos) {
            problems.add(key.span, fmt::format("slot name {} is not one word", in_quotes(key.text)),
                         "use letters, digits and hyphens");
        }
        slots.push_back(read_slot(key.text, node.items[i], names, problems));
    }
    return slots;
}

std::string read_slot_value(const SlotSpec& slot, const std::string& text, ByteSpan span,
                            const Names& names, Problems& problems) {
    if (text.empty()) {
        return text;
    }
    if (slot.kind == SlotKind::Entity) {
        return entity_value(text, span, names, problems);
    }
    if (slot.kind == SlotKind::Level && !slot.of.empty()) {
        check_listed(text, span, names.levels_of(slot.of[0]), "level", problems);
    } else if (slot.kind == SlotKind::Categories && !slot.of.empty()) {
        check_listed(text, span, names.categories_of(slot.of[0]), "category", problems);
    }
    return text;
}

const SlotSpec* find_slot(const std::vector<SlotSpec>& slots, std::string_view name) {
    const auto found = std::ranges::find(slots, name, &SlotSpec::name);
    return found == slots.end() ? nullptr : &*found;
}

void check_scale(const std::string& scale, ByteSpan span, const Names& names, Problems& problems) {
    if (!scale.empty() && names.levels_of(scale) == nullptr) {
        add_unknown_word(scale, span, "scale", names.scales(), problems);
    }
}

}  // namespace atodds
