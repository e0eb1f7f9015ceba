#include "cli/rules_command.hpp"

#include "cli/outputs.hpp"
#include "cli/rules_folder.hpp"
#include "report/quote_text.hpp"
#include "report/report_facts.hpp"
#include "ruleset/enum_names.hpp"
#include "ruleset/problems.hpp"
#include "ruleset/rule_folders.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

std::string flow_list(const std::vector<std::string>& items) {
    return fmt::format("[{}]", fmt::join(items, ", "));
}

/// Each line made fit to show, indentation kept.
std::string shown_lines(const std::string& text) {
    std::string shown;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = std::string_view(text).substr(begin, end - begin);
        const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
        shown += std::string(indent, ' ') + shown_plainly(line.substr(indent)) + "\n";
        begin = end + 1;
    }
    return shown;
}

template <typename List>
auto find_by_id(const List& list, std::string_view id) {
    return std::ranges::find(list, id, [](const auto& one) { return std::string_view(one.id); });
}

std::string slot_text(const SlotSpec& slot) {
    std::string what = slot.kind == SlotKind::Words ? flow_list(slot.words)
                       : slot.of.empty()            ? "any"
                       : slot.of.size() == 1        ? slot.of[0]
                                                    : flow_list(slot.of);
    std::string text = fmt::format("{}: {}", name_of(kSlotKindNames, slot.kind), what);
    if (slot.fallback) {
        text += ", default: " + *slot.fallback;
    }
    text += slot.is_carried ? ", carry: true" : "";
    text += slot.is_many ? ", many: true" : "";
    return "{" + text + "}";
}

std::string find_text(const FindSpec& find) {
    std::string text = fmt::format("  - \"{}\"\n", find.source);
    for (const auto& [name, value] : find.sets) {
        text += fmt::format("    sets {}: {}\n", name, value);
    }
    if (!find.each.empty()) {
        text += fmt::format("    each {}\n", flow_list(find.each));
    }
    return text;
}

std::string compare_text(const CompareSpec& compare) {
    switch (compare.kind) {
        case CompareKind::Steps:
            return fmt::format("{{steps: {}}}", compare.steps);
        case CompareKind::Numbers:
            return fmt::format("{{numbers: {}}}", compare.tolerance.to_string());
        case CompareKind::Wording:
            return fmt::format("{{wording: {{same: {}, variant: {}}}}}", compare.same.to_string(),
                               compare.variant.to_string());
        case CompareKind::Dates:
            if (!compare.tolerance.is_zero()) {
                return fmt::format("{{dates: {}}}", compare.tolerance.to_string());
            }
            break;
        case CompareKind::Exclusive:
        case CompareKind::Sets:
        case CompareKind::Polarity:
            break;
    }
    return fmt::format("{{{}: true}}", name_of(kCompareNames, compare.kind));
}

std::string scale_text(const RuleSet& rules, const std::string& id) {
    const auto scale = find_by_id(rules.scales, id);
    if (scale == rules.scales.end()) {
        return {};
    }
    std::string text = fmt::format("scale: {} # weakest first\n", id);
    for (std::size_t i = 0; i < scale->levels.size(); ++i) {
        const ScaleLevel& level = scale->levels[i];
        text += fmt::format("  {}. {}: {}\n", i + 1, level.name, flow_list(level.words));
    }
    return text;
}

std::string categories_text(const RuleSet& rules, const SlotSpec& slot) {
    const auto list = find_by_id(rules.categories, slot.of.empty() ? "" : slot.of[0]);
    if (slot.kind != SlotKind::Categories || list == rules.categories.end()) {
        return {};
    }
    std::string text = fmt::format("categories: {}\n", list->id);
    for (const CategoryList::Entry& entry : list->entries) {
        text += fmt::format("  - {}: {}", entry.name, flow_list(entry.words));
        text +=
            entry.part_of.empty() ? "\n" : fmt::format(", part of {}\n", flow_list(entry.part_of));
    }
    return text;
}

std::string head_text(const Rule& rule) {
    std::string text = fmt::format("rule: {}\nquestion: {}\n", rule.id, rule.question);
    if (!rule.why_it_matters.empty()) {
        text += fmt::format("why-it-matters: {}\n", rule.why_it_matters);
    }
    if (!rule.message.empty()) {
        text += fmt::format("message: {}\n", rule.message);
    }
    text += fmt::format("key: {}\nkey-if-stated: {}\nslots:\n", flow_list(rule.key),
                        flow_list(rule.key_if_stated));
    for (const SlotSpec& slot : rule.slots) {
        text += fmt::format("  {}: {}\n", slot.name, slot_text(slot));
    }
    text += "find:\n";
    for (const FindSpec& find : rule.find) {
        text += find_text(find);
    }
    for (const std::string& never : rule.never) {
        text += fmt::format("never: \"{}\"\n", never);
    }
    return text;
}

std::string rule_text(const RuleSet& rules, const Rule& rule) {
    std::string text = head_text(rule);
    if (!rule.about.empty()) {
        text += fmt::format("about: {}\n", flow_list(rule.about));
    }
    text += fmt::format("value: {}\n", rule.value);
    text += scale_text(rules, rule.scale);
    for (const SlotSpec& slot : rule.slots) {
        text += categories_text(rules, slot);
    }
    if (!rule.stages.empty()) {
        text += fmt::format("stages: {}\n", flow_list(rule.stages));
    }
    text +=
        fmt::format("compare: {}\nchanges: {}\ngrows: {}\nfunctional: {}\nlevel: {}\nretired: {}\n",
                    compare_text(rule.compare), rule.changes, rule.grows, rule.is_functional,
                    name_of(kLevelNames, rule.level), rule.is_retired);
    return text + fmt::format("tests: {}\n", rule.tests.size());
}

}  // namespace

int rules_list_command(const RunOptions& options, const Console& console) {
    Diagnostics diagnostics;
    const RuleSet rules = load_rule_folders(rule_folders(options), diagnostics);
    std::size_t width = 0;
    for (const Rule& rule : rules.rules) {
        width = std::max(width, rule.id.size());
    }
    for (const Rule& rule : rules.rules) {
        *console.out << fmt::format(
            "{:<{}}  {:<7}  {:>3} tests  {}{}\n", rule.id, width, name_of(kLevelNames, rule.level),
            rule.tests.size(), shown_plainly(rule.question), rule.is_retired ? " (retired)" : "");
    }
    tell(diagnostics, console);
    return diagnostics.empty() ? kExitClean : kExitIncomplete;
}

int rules_show_command(const RunOptions& options, const std::string& id, const Console& console) {
    Diagnostics diagnostics;
    const RuleSet rules = load_rule_folders(rule_folders(options), diagnostics);
    const auto rule = find_by_id(rules.rules, id);
    if (rule == rules.rules.end()) {
        std::vector<std::string_view> ids;
        for (const Rule& known : rules.rules) {
            ids.push_back(known.id);
        }
        const std::string hint = suggestion(id, ids);
        return fail(
            {ErrorCode::Usage,
             fmt::format("no rule {} in {}", in_quotes(id), fmt::join(rule_folders(options), ", ")),
             {},
             hint.empty() ? "atodds rules list names them; one with problems is not listed" : hint},
            console);
    }
    *console.out << shown_lines(rule_text(rules, *rule));
    return kExitClean;
}

int rules_lint_command(const RunOptions& options, const Console& console) {
    Diagnostics diagnostics;
    const RuleSet rules = load_rule_folders(rule_folders(options), diagnostics);
    tell(diagnostics, console);
    *console.out << fmt::format(
        "{}, {} {}, {}, {}, {}; problems: {}\n", counted(rules.rules.size(), "rule"),
        rules.entities.size(), rules.entities.size() == 1 ? "entity" : "entities",
        counted(rules.scales.size(), "scale"), counted(rules.categories.size(), "category list"),
        counted(rules.cues.size(), "cue"), diagnostics.size());
    return diagnostics.empty() ? kExitClean : kExitIncomplete;
}

}  // namespace atodds
