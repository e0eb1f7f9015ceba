#include "ruleset/compare_reader.hpp"

#include "ruleset/map_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace atodds {

namespace {

/// Kinds of slots that a comparison can judge; empty: all.
std::vector<SlotKind> judged_kinds(CompareKind kind) {
    switch (kind) {
        case CompareKind::Steps:
            return {SlotKind::Level};
        case CompareKind::Numbers:
            return {SlotKind::Number,   SlotKind::Money,   SlotKind::Percent,
                    SlotKind::Quantity, SlotKind::Ordinal, SlotKind::Duration};
        case CompareKind::Exclusive:
        case CompareKind::Sets:
            return {SlotKind::Entity, SlotKind::Words, SlotKind::Categories, SlotKind::Level};
        case CompareKind::Wording:
            return {SlotKind::Quote};
        case CompareKind::Dates:
            return {SlotKind::Date};
        case CompareKind::Polarity:
            return {};
    }
    return {};
}

void check_fits(CompareKind kind, const SlotSpec* value, ByteSpan span, Problems& problems) {
    const std::vector<SlotKind> kinds = judged_kinds(kind);
    if (value == nullptr || kinds.empty() || std::ranges::find(kinds, value->kind) != kinds.end()) {
        return;
    }
    std::vector<std::string_view> expected;
    for (const SlotKind one : kinds) {
        expected.push_back(name_of(kSlotKindNames, one));
    }
    problems.add(span,
                 fmt::format("\"{}\" cannot compare slot {}, which is of kind {}",
                             name_of(kCompareNames, kind), in_quotes(value->name),
                             name_of(kSlotKindNames, value->kind)),
                 "it compares " + enumerated(expected));
}

void read_steps(const YamlNode& node, CompareSpec& compare, Problems& problems) {
    const auto steps = read_decimal(&node, "steps", Decimal(1), Decimal(100), problems);
    if (steps && !steps->is_integer()) {
        problems.add(node.span,
                     fmt::format("\"steps\" is {}, expected a whole number", described(node)), "");
    } else if (steps) {
        compare.steps = static_cast<std::uint32_t>(steps->to_double());
    }
}

/// "dates: true", or the days beyond which two dates are those of two occasions.
void read_occasion_days(const YamlNode& node, CompareSpec& compare, Problems& problems) {
    if (node.text == "true") {
        return;
    }
    const auto days = read_decimal(&node, "dates", Decimal(1), Decimal(36500), problems);
    if (days && !days->is_integer()) {
        problems.add(node.span,
                     fmt::format("\"dates\" is {}, expected true or a whole number of days",
                                 described(node)),
                     "");
    } else if (days) {
        compare.tolerance = *days;
    }
}

void read_wording(const YamlNode& node, CompareSpec& compare, Problems& problems) {
    if (node.text == "true") {
        return;
    }
    const MapReader map(node, "\"wording\"", kWordingKeys, problems);
    const Decimal one(1);
    compare.same =
        read_decimal(map.find("same"), "same", Decimal(), one, problems).value_or(compare.same);
    compare.variant = read_decimal(map.find("variant"), "variant", Decimal(), one, problems)
                          .value_or(compare.variant);
    if (compare.variant > compare.same) {
        problems.add(map.span(), "\"variant\" is above \"same\"",
                     "two quotations are the same from the higher share on");
    }
}

void read_kind_value(const YamlNode& node, CompareSpec& compare, Problems& problems) {
    switch (compare.kind) {
        case CompareKind::Steps:
            read_steps(node, compare, problems);
            break;
        case CompareKind::Numbers:
            compare.tolerance =
                read_decimal(&node, "numbers", Decimal(), Decimal(1), problems).value_or(Decimal());
            break;
        case CompareKind::Wording:
            read_wording(node, compare, problems);
            break;
        case CompareKind::Dates:
            read_occasion_days(node, compare, problems);
            break;
        case CompareKind::Exclusive:
        case CompareKind::Sets:
        case CompareKind::Polarity:
            if (node.text != "true") {
                problems.add(node.span,
                             fmt::format("\"{}\" is {}, expected true",
                                         name_of(kCompareNames, compare.kind), described(node)),
                             "");
            }
            break;
    }
}

}  // namespace

CompareSpec read_compare(const YamlNode& node, const SlotSpec* value, Problems& problems) {
    const MapReader map(node, "\"compare\"", kCompareKeys, problems);
    CompareSpec compare;
    std::size_t kinds = 0;
    for (const EnumName<CompareKind>& row : kCompareNames) {
        const YamlNode* argument = map.find(row.name);
        if (argument != nullptr && ++kinds == 1) {
            compare.kind = row.value;
            read_kind_value(*argument, compare, problems);
            check_fits(row.value, value, map.span(), problems);
        }
    }
    // An unknown key has been reported already; the kind is likely what it misspells.
    if (kinds != 1 && node.is_map() && !map.has_unknown_keys()) {
        problems.add(node.span, fmt::format("expected one kind in \"compare\", found {}", kinds),
                     suggestion("", listed(kCompareKeys)));
    }
    return compare;
}

}  // namespace atodds
