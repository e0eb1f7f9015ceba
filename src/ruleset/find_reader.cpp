#include "ruleset/find_reader.hpp"

#include "ruleset/map_reader.hpp"
#include "ruleset/pattern_parser.hpp"
#include "ruleset/slot_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace atodds {

namespace {

std::vector<std::string_view> slot_names(const std::vector<SlotSpec>& slots) {
    std::vector<std::string_view> names;
    for (const SlotSpec& slot : slots) {
        names.push_back(slot.name);
    }
    return names;
}

/// Parses the pattern and places its problems in the file, to the column.
std::vector<PatternElement> read_pattern(const YamlNode& node, const std::vector<SlotSpec>& slots,
                                         Problems& problems) {
    ParsedPattern parsed = parse_pattern(node.text);
    const auto span_of = [&](std::uint32_t begin, std::uint32_t end) {
        return ByteSpan{source_offset(node, problems.text(), begin),
                        source_offset(node, problems.text(), end)};
    };
    for (PatternProblem& problem : parsed.problems) {
        problems.add(span_of(problem.begin, problem.end), std::move(problem.message),
                     std::move(problem.hint));
    }
    for (const SlotUse& use : parsed.slots) {
        if (!use.slot.empty() && find_slot(slots, use.slot) == nullptr) {
            add_unknown_word(use.slot, span_of(use.begin, use.end), "slot", slot_names(slots),
                             problems);
        }
    }
    return std::move(parsed.elements);
}

bool is_pattern_text(const YamlNode& node, Problems& problems) {
    if (node.is_text()) {
        return true;
    }
    problems.add(node.span, fmt::format("a pattern is {}, expected text", described(node)),
                 "put quotes around the pattern: a \"{\" at the start needs them");
    return false;
}

void read_set(const YamlNode& node, const std::vector<SlotSpec>& slots,
              const std::vector<std::string>& free_names, const Names& names, Problems& problems,
              FindSpec& find) {
    if (!node.is_map()) {
        problems.add(node.span, fmt::format("\"set\" is {}, expected a map", described(node)),
                     "write set: {stage: agreed}");
        return;
    }
    report_repeated_keys(node, problems);
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const std::string_view name = node.keys[i].text;
        std::string text = read_text(&node.items[i], name, problems);
        if (name == "stage") {
            read_enum(&node.items[i], "stage", kStageNames, problems);
        } else if (const SlotSpec* slot = find_slot(slots, name)) {
            text = read_slot_value(*slot, text, node.items[i].span, names, problems);
        } else if (std::ranges::find(free_names, name) == free_names.end()) {
            std::vector<std::string_view> known = slot_names(slots);
            known.insert(known.end(), free_names.begin(), free_names.end());
            known.emplace_back("stage");
            add_unknown_word(name, node.keys[i].span, "name to set", known, problems);
        }
        find.sets.emplace_back(name, std::move(text));
    }
}

bool holds_slot(const std::vector<PatternElement>& elements, std::string_view name) {
    for (const PatternElement& element : elements) {
        if (element.kind == PatternElement::Kind::Slot && element.slot == name) {
            return true;
        }
        for (const std::vector<PatternElement>& alternative : element.alternatives) {
            if (holds_slot(alternative, name)) {
                return true;
            }
        }
    }
    return false;
}

void read_each(const YamlNode* node, FindSpec& find, Problems& problems) {
    const std::vector<WrittenText> each = read_texts(node, "each", problems);
    if (node != nullptr && node->is_list() && each.size() < 2) {
        problems.add(node->span, "\"each\" pairs two or more slots",
                     "write each: [count, product]");
    }
    for (const WrittenText& name : each) {
        if (!holds_slot(find.elements, name.text)) {
            problems.add(name.span,
                         fmt::format("\"each\" names {}, which the pattern does not hold",
                                     in_quotes(name.text)),
                         "");
        }
    }
    find.each = texts_of(each);
}

}  // namespace

std::vector<FindSpec> read_find(const YamlNode& node, const std::vector<SlotSpec>& slots,
                                const std::vector<std::string>& free_names, const Names& names,
                                Problems& problems) {
    std::vector<FindSpec> finds;
    if (!node.is_list() || node.items.empty()) {
        problems.add(node.span,
                     fmt::format("\"find\" is {}, expected a list of patterns",
                                 node.is_list() ? "empty" : described(node)),
                     "start each pattern with \"- \"");
        return finds;
    }
    for (const YamlNode& entry : node.items) {
        FindSpec find;
        // A map without "match" is a pattern that lost its quotes: {agency} .. reads as a map.
        const bool is_entry = entry.is_map() && entry.find("match") != nullptr;
        const YamlNode& pattern = is_entry ? *entry.find("match") : entry;
        if (is_pattern_text(pattern, problems)) {
            find.source = pattern.text;
            find.place = problems.place(pattern.span);
            find.elements = read_pattern(pattern, slots, problems);
        }
        if (is_entry) {
            const MapReader map(entry, "a find entry", kFindKeys, problems);
            if (const YamlNode* set = map.find("set")) {
                read_set(*set, slots, free_names, names, problems, find);
            }
            if (const YamlNode* stage = map.find("stage")) {
                read_enum(stage, "stage", kStageNames, problems);
                find.sets.emplace_back("stage", stage->text);
            }
            read_each(map.find("each"), find, problems);
        }
        finds.push_back(std::move(find));
    }
    return finds;
}

std::vector<std::string> read_never(const YamlNode* node, const std::vector<SlotSpec>& slots,
                                    Problems& problems) {
    std::vector<std::string> patterns;
    if (node == nullptr) {
        return patterns;
    }
    if (!node->is_list()) {
        read_texts(node, "never", problems);
        return patterns;
    }
    for (const YamlNode& entry : node->items) {
        if (is_pattern_text(entry, problems)) {
            read_pattern(entry, slots, problems);
            patterns.emplace_back(entry.text);
        }
    }
    return patterns;
}

bool fills(const FindSpec& find, std::string_view name) {
    return holds_slot(find.elements, name) ||
           std::ranges::any_of(find.sets, [&](const auto& set) { return set.first == name; });
}

}  // namespace atodds
