#include "compare/open_excuses.hpp"

#include "compare/open_time.hpp"

#include <algorithm>
#include <set>

namespace atodds {

bool has_slot(const Fact& fact, std::string_view name) {
    return std::any_of(fact.slots.begin(), fact.slots.end(),
                       [&](const SlotValue& slot) { return slot.slot == name; });
}

bool share_slot(const Fact& left, const Fact& right, std::string_view name) {
    return std::any_of(left.slots.begin(), left.slots.end(), [&](const SlotValue& slot) {
        return slot.slot == name &&
               std::any_of(right.slots.begin(), right.slots.end(), [&](const SlotValue& other) {
                   return other.slot == slot.slot && other.value == slot.value;
               });
    });
}

namespace {

/// "Yesterday" in two articles of two days. Names of days and months without digits mean the day
/// nearest to the article.
bool is_told_alike(const Fact& left, const Fact& right) {
    return left.value.type == ValueType::Date && left.surface == right.surface &&
           left.surface.find_first_of("0123456789") == std::string::npos;
}

std::set<std::string_view> values_of_slot(const Fact& fact, std::string_view name) {
    std::set<std::string_view> values;
    for (const SlotValue& slot : fact.slots) {
        if (slot.slot == name) {
            values.insert(slot.value);
        }
    }
    return values;
}

/// "The sixth league coach" and "the fourth eastern coach" are counted among two kinds of coaches.
bool are_of_two_kinds(const Fact& left, const Fact& right) {
    const std::set<std::string_view> a = values_of_slot(left, "kind");
    const std::set<std::string_view> b = values_of_slot(right, "kind");
    return !std::includes(a.begin(), a.end(), b.begin(), b.end()) &&
           !std::includes(b.begin(), b.end(), a.begin(), a.end());
}

/// The price of a chip and the worth of an order: a slip of a thousand happens, a hundred thousand
/// times the sum is another sum. Guessed.
bool is_other_sum(const Fact& left, const Fact& right) {
    constexpr std::int64_t kMost = 100'000;
    const Decimal a = left.value.amount.absolute();
    const Decimal b = right.value.amount.absolute();
    return left.value.type == ValueType::Money &&
           (a > b * Decimal(kMost) || b > a * Decimal(kMost));
}

/// "Eight new lamps" add to a total and say nothing of it.
bool is_addition(const Fact& fact) {
    constexpr std::string_view kMore[] = {"new",   "additional", "more",  "further",
                                          "extra", "another",    "other", "fresh"};
    return std::any_of(fact.slots.begin(), fact.slots.end(), [&](const SlotValue& slot) {
        return slot.slot == "modifier" &&
               std::find(std::begin(kMore), std::end(kMore), slot.value) != std::end(kMore);
    });
}

}  // namespace

std::optional<std::string> excuse_of_kind(const Fact& left, const Fact& right) {
    if (is_told_alike(left, right)) {
        return "the same words, counted from two days";
    }
    if (has_slot(left, "since") != has_slot(right, "since")) {
        return "one rank counts from a time of its own";
    }
    const bool names_a_thing = has_slot(left, "attribute");
    if (names_a_thing != has_slot(right, "attribute") ||
        (names_a_thing && !share_slot(left, right, "noun"))) {
        return "a date tells which thing is meant, not when it happened";
    }
    if (is_other_sum(left, right)) {
        return "sums too far apart for one thing";
    }
    if (are_of_two_kinds(left, right)) {
        return "ranks among two kinds";
    }
    if (left.rule == "open/number" && is_addition(left) != is_addition(right)) {
        return "one side counts what is new, the other all of it";
    }
    return std::nullopt;
}

std::optional<std::string> excuse_of_times(const Fact& left, const Fact& right) {
    const TimeOrder order = time_order(left, right);
    if (left.value.type == ValueType::Date || left.value.type == ValueType::Polarity ||
        (order != TimeOrder::LeftFirst && order != TimeOrder::RightFirst)) {
        return std::nullopt;
    }
    const Fact& earlier = order == TimeOrder::LeftFirst ? left : right;
    const Fact& later = order == TimeOrder::LeftFirst ? right : left;
    const bool is_share = left.value.type == ValueType::Percent;
    if (!is_share && !can_have_grown(earlier.value, later.value)) {
        return std::nullopt;
    }
    return "the two figures are stated for two times";
}

}  // namespace atodds
