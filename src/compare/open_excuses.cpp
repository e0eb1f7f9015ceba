#include "compare/open_excuses.hpp"

#include "compare/open_time.hpp"
#include "compare/value_relation.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <set>
#include <span>

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

bool is_fate(std::string_view predicate) {
    constexpr std::string_view kFates[] = {"death",    "injury",      "missing",     "rescue",
                                           "survive",  "arrest",      "identify",    "recovery",
                                           "evacuate", "hospitalise", "hospitalize", "convict",
                                           "detain",   "survivor",    "escape"};
    return std::find(std::begin(kFates), std::end(kFates), predicate) != std::end(kFates);
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

/// The predicates of a fact that are fates the other side tells of nobody.
bool has_fate_of_its_own(const Fact& fact, const Fact& other) {
    return std::any_of(fact.slots.begin(), fact.slots.end(), [&](const SlotValue& slot) {
        return slot.slot == "predicate" && is_fate(slot.value) &&
               std::none_of(other.slots.begin(), other.slots.end(), [&](const SlotValue& told) {
                   return (told.slot == "stem" || told.slot == "predicate" ||
                           told.slot == "noun") &&
                          told.value == slot.value;
               });
    });
}

/// "Six crew members were on board" and "two crew members were rescued": a whole and a part of it,
/// or parts with two fates. A stated bound is made to be held against the other side.
bool are_whole_and_part(const Fact& left, const Fact& right) {
    const bool is_left = has_fate_of_its_own(left, right);
    const bool is_right = has_fate_of_its_own(right, left);
    if (left.rule != "open/number" || (!is_left && !is_right) || left.value.bound != Bound::Exact ||
        right.value.bound != Bound::Exact || !has_slot(left, "predicate") ||
        !has_slot(right, "predicate")) {
        return false;
    }
    const Decimal& part = is_left ? left.value.amount : right.value.amount;
    const Decimal& whole = is_left ? right.value.amount : left.value.amount;
    return (is_left && is_right) || part < whole;
}

/// "Scored again", "the second round": another time, or another part, than the other side tells.
bool is_of_other_turn(const Fact& left, const Fact& right) {
    return has_slot(left, "part") != has_slot(right, "part") ||
           (has_slot(left, "part") && !share_slot(left, right, "part"));
}

/// "Third largest maker of shoes" and "second largest maker of lamps", both in Veldonia: what is
/// ranked stands behind the noun.
bool rank_other_things(const Fact& left, const Fact& right) {
    const auto ranked = [](const Fact& fact) {
        std::set<std::string_view> things = values_of_slot(fact, "scope");
        for (const std::string_view name : values_of_slot(fact, "entity")) {
            things.erase(name);
        }
        return things;
    };
    const std::set<std::string_view> a = ranked(left);
    const std::set<std::string_view> b = ranked(right);
    return left.rule == "open/rank" && !a.empty() && !b.empty() &&
           std::none_of(a.begin(), a.end(),
                        [&](std::string_view thing) { return b.contains(thing); });
}

/// Each date is the one of a figure: unemployment in May and unemployment in June.
bool date_other_amounts(const Fact& left, const Fact& right) {
    return left.value.type == ValueType::Date && has_slot(left, "amount") &&
           has_slot(right, "amount") && !share_slot(left, right, "amount");
}

bool has_one_of(const Fact& fact, std::string_view slot, std::span<const std::string_view> words) {
    return std::any_of(fact.slots.begin(), fact.slots.end(), [&](const SlotValue& value) {
        return value.slot == slot &&
               std::find(words.begin(), words.end(), value.value) != words.end();
    });
}

/// "Stood at 5.9 percent in April": what has a level has it at many times.
bool dates_a_level(const Fact& fact) {
    constexpr std::string_view kLevels[] = {"stand", "average", "amount", "total", "percent"};
    return fact.value.type == ValueType::Date && has_slot(fact, "amount") &&
           has_one_of(fact, "predicate", kLevels);
}

/// Somebody speaks, reports or is met again and again: a week apart it was another time. One
/// telling that two outlets date differently lies a weekend apart at most. Guessed, then set on
/// development news.
bool are_two_tellings(const Fact& left, const Fact& right) {
    constexpr std::string_view kTelling[] = {
        "say", "tell",   "announcement", "report",   "inform",   "reveal", "warn",   "comment",
        "ask", "expect", "meet",         "forecast", "estimate", "add",    "respond"};
    constexpr std::int64_t kMostDays = 7;
    return left.value.type == ValueType::Date && has_one_of(left, "predicate", kTelling) &&
           has_one_of(right, "predicate", kTelling) && !left.value.dates.empty() &&
           !right.value.dates.empty() &&
           days_between(left.value.dates.front(), right.value.dates.front()) > kMostDays;
}

/// "The quarter ended July 27".
bool ends_a_period(const Fact& fact) {
    constexpr std::string_view kEnding[] = {"ending"};
    constexpr std::string_view kPeriods[] = {"quarter", "fiscal", "semester", "half"};
    return fact.value.type == ValueType::Date && has_one_of(fact, "predicate", kEnding) &&
           has_one_of(fact, "stem", kPeriods);
}

/// One day of two years: the slip of somebody who dates a period of this year into the next.
bool is_a_year_off(const Fact& left, const Fact& right) {
    if (left.value.dates.empty() || right.value.dates.empty() || !left.value.dates.front().from ||
        !right.value.dates.front().from) {
        return false;
    }
    const std::chrono::year_month_day a{*left.value.dates.front().from};
    const std::chrono::year_month_day b{*right.value.dates.front().from};
    return a.month() == b.month() && a.day() == b.day();
}

/// The quarter and the fiscal year end on days of their own, and so does what is halted.
bool end_other_things(const Fact& left, const Fact& right) {
    return ends_a_period(left) != ends_a_period(right) ||
           (ends_a_period(left) && !is_a_year_off(left, right));
}

/// "An April ban" dates the ban, "lifted the ban last month" the lifting.
bool date_thing_and_act(const Fact& left, const Fact& right) {
    constexpr std::string_view kObject[] = {"object"};
    return left.value.type == ValueType::Date && has_slot(left, "noun") &&
           has_slot(right, "noun") &&
           has_one_of(left, "role", kObject) != has_one_of(right, "role", kObject) &&
           !share_slot(left, right, "noun");
}

/// "Within two days" counts from what was told before it, not from the day of the article.
bool counts_from_an_event(const Fact& fact) {
    return fact.value.type == ValueType::Date &&
           (fact.surface.starts_with("within") || fact.surface.starts_with("Within"));
}

/// "Last month", "earlier this year": nothing but the day of the article says when.
bool is_relative(const Fact& fact) {
    return fact.surface.find_first_of("0123456789") == std::string::npos;
}

/// A date that is told by the calendar of the article belongs to its own act; acts of other words
/// have dates of their own.
bool date_other_acts(const Fact& left, const Fact& right) {
    return left.value.type == ValueType::Date && (is_relative(left) || is_relative(right)) &&
           has_slot(left, "predicate") && has_slot(right, "predicate") &&
           !share_slot(left, right, "predicate");
}

/// "Billions are at stake" counts nothing that has a name.
bool counts_nothing_named(const Fact& fact) {
    return fact.rule == "open/number" && fact.value.is_vague && !has_slot(fact, "noun");
}

/// "Did not immediately respond": nothing is asserted or denied.
bool is_silent(const Fact& fact) {
    return fact.value.type == ValueType::Polarity && fact.qualifiers.stance == Stance::Declines;
}

/// "Second-quarter earnings": the rank says which period is meant, not which place is held.
bool names_a_period(const Fact& rank) {
    constexpr std::string_view kPeriods[] = {"quarter", "half", "semester", "trimester"};
    return rank.rule == "open/rank" &&
           (has_one_of(rank, "noun", kPeriods) || has_one_of(rank, "modifier", kPeriods));
}

/// "Revenue fell short of forecasts" may well have grown.
bool falls_short(const Fact& claim) {
    constexpr std::string_view kShort[] = {"short"};
    return claim.value.type == ValueType::Polarity && claim.surface.starts_with("f") &&
           (claim.surface == "fell" || claim.surface.starts_with("fall")) &&
           has_one_of(claim, "stem", kShort);
}

/// "Seven were missing" on Monday, two on Friday: who is missing is found, and what befalls people
/// is counted up. How many were aboard does not move.
bool have_moved_on(const Fact& earlier, const Fact& later) {
    constexpr std::string_view kFound[] = {"missing"};
    constexpr std::string_view kSettled[] = {"aboard"};
    return has_slot(earlier, "head-count") && share_slot(earlier, later, "figure") &&
           !has_one_of(earlier, "figure", kSettled) &&
           (has_one_of(earlier, "figure", kFound) || can_have_grown(earlier.value, later.value));
}

/// The revenue of two quarters, where neither statement says which: of one quarter two outlets
/// differ by little. Guessed, then set on articles of half a year on one firm.
bool is_of_periods(const Fact& left, const Fact& right) {
    return has_slot(left, "figure-period") && share_slot(left, right, "figure");
}

/// Every word of the one is a word of the other: who says so may stand behind it.
bool is_worded_alike(const Fact& left, const Fact& right) {
    constexpr std::size_t kLeast = 4;
    const std::set<std::string_view> a = values_of_slot(left, "stem");
    const std::set<std::string_view> b = values_of_slot(right, "stem");
    return std::min(a.size(), b.size()) >= kLeast &&
           (std::ranges::includes(a, b) || std::ranges::includes(b, a));
}

bool are_of_two_periods(const Fact& left, const Fact& right) {
    const Decimal most(12, -1);
    const Decimal a = left.value.amount.absolute();
    const Decimal b = right.value.amount.absolute();
    return is_of_periods(left, right) && (a > b * most || b > a * most) &&
           !is_worded_alike(left, right);
}

/// "Injured 80 people" and "injured 1,400": one of them tells of another event.
bool are_of_two_events(const Fact& left, const Fact& right) {
    constexpr std::int64_t kMost = 5;
    const Decimal a = left.value.amount.absolute();
    const Decimal b = right.value.amount.absolute();
    return has_slot(left, "head-count") && has_slot(right, "head-count") &&
           (a > b * Decimal(kMost) || b > a * Decimal(kMost));
}

/// Figures of two quarters, where neither statement says which: results come every three months,
/// and are told for some weeks.
bool are_of_two_quarters(const Fact& left, const Fact& right, std::chrono::days between) {
    constexpr std::string_view kQuarter[] = {"quarter"};
    constexpr std::chrono::days kMostTold{45};
    return has_one_of(left, "stem", kQuarter) && has_one_of(right, "stem", kQuarter) &&
           between > kMostTold;
}

/// "Shares fell 2 percent in early trading": of the day on which it is told.
bool is_price_move(const Fact& fact) {
    constexpr std::string_view kShares[] = {"share", "stock"};
    constexpr std::string_view kTrading[] = {"trading", "premarket", "after-hours", "bell"};
    return fact.value.type == ValueType::Percent && has_one_of(fact, "stem", kShares) &&
           (has_one_of(fact, "stem", kTrading) || has_slot(fact, "axis"));
}

/// "61-year-old", and "Orla Rell, 61," as the reader marks it.
bool is_age(const Fact& fact) {
    return has_slot(fact, "age") ||
           (fact.value.type == ValueType::Quantity && fact.value.unit == "year");
}

/// Whether who was `earlier` years old may be `later` years old so many days afterwards.
bool has_aged(const Decimal& earlier, const Decimal& later, std::chrono::days between) {
    constexpr std::int64_t kDaysOfYear = 365;
    constexpr std::int64_t kDaysOfLeapYear = 366;
    const Decimal least(between.count() / kDaysOfLeapYear);
    const Decimal most(between.count() / kDaysOfYear + 1);
    const Decimal years = later - earlier;
    return years >= least && years <= most;
}

}  // namespace

std::optional<std::string> excuse_of_days(const Fact& left, std::optional<Day> left_day,
                                          const Fact& right, std::optional<Day> right_day) {
    if (!left_day || !right_day || *left_day == *right_day) {
        return std::nullopt;
    }
    if (has_slot(left, "reckoned") && has_slot(right, "reckoned")) {
        return "both count back from the day they were told";
    }
    const bool is_left_first = *left_day < *right_day;
    const Fact& earlier = is_left_first ? left : right;
    const Fact& later = is_left_first ? right : left;
    const std::chrono::days between = std::chrono::abs(*right_day - *left_day);
    if (have_moved_on(earlier, later)) {
        return "a count of people moves on from day to day";
    }
    constexpr std::chrono::days kOnePeriod{30};
    if (are_of_two_quarters(left, right, between) ||
        (is_of_periods(left, right) && between > kOnePeriod)) {
        return "each quarter has figures of its own";
    }
    if (is_price_move(left) && is_price_move(right) && between > std::chrono::days{2}) {
        return "shares move anew on each day of trading";
    }
    if (is_age(left) && is_age(right) &&
        has_aged(earlier.value.amount, later.value.amount, between)) {
        return "an age grows with the days between the articles";
    }
    return std::nullopt;
}

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
    if (has_slot(left, "model") && has_slot(right, "model") && !share_slot(left, right, "model")) {
        return "two models or missions of one series";
    }
    if (is_other_sum(left, right)) {
        return "sums too far apart for one thing";
    }
    if (are_of_two_periods(left, right)) {
        return "figures of two periods";
    }
    if (are_of_two_events(left, right)) {
        return "counts of people too far apart for one event";
    }
    if (are_of_two_kinds(left, right)) {
        return "ranks among two kinds";
    }
    if (rank_other_things(left, right)) {
        return "ranks among two kinds of things";
    }
    if (names_a_period(left) && names_a_period(right)) {
        return "the ranks name two periods";
    }
    if (falls_short(left) || falls_short(right)) {
        return "to fall short of something is no fall";
    }
    if (are_two_tellings(left, right)) {
        return "what is told anew has a day for each time";
    }
    if (end_other_things(left, right)) {
        return "each period has an end of its own";
    }
    if (date_thing_and_act(left, right)) {
        return "one date belongs to a thing, the other to what is done";
    }
    if (counts_from_an_event(left) != counts_from_an_event(right)) {
        return "one date counts from another event";
    }
    if (date_other_acts(left, right)) {
        return "each act has a date of its own";
    }
    if (counts_nothing_named(left) != counts_nothing_named(right)) {
        return "one number counts nothing that has a name";
    }
    if (is_silent(left) || is_silent(right)) {
        return "who does not answer states nothing";
    }
    if (dates_a_level(left) && dates_a_level(right)) {
        return "a level is read at many times";
    }
    if (date_other_amounts(left, right)) {
        return "each date belongs to a figure of its own";
    }
    if (left.rule == "open/number" && is_addition(left) != is_addition(right)) {
        return "one side counts what is new, the other all of it";
    }
    return std::nullopt;
}

std::optional<std::string> excuse_of_parts(const Fact& left, const Fact& right) {
    if (has_slot(left, "whole") != has_slot(right, "whole") && !share_slot(left, right, "figure")) {
        return "one side tells of how many it speaks, the other how many";
    }
    if (is_of_other_turn(left, right)) {
        return "another time, or another part of the matter";
    }
    if (!share_slot(left, right, "figure") && are_whole_and_part(left, right)) {
        return "what befell some, and how many there were";
    }
    return std::nullopt;
}

std::optional<std::string> excuse_of_times(const Fact& left, const Fact& right) {
    const TimeOrder order = time_order(left, right);
    const bool are_ages = has_slot(left, "age") && has_slot(right, "age");
    if (are_ages || left.value.type == ValueType::Date || left.value.type == ValueType::Polarity ||
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
