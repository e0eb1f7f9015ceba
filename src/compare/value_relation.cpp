#include "compare/value_relation.hpp"

#include "base/utf8.hpp"
#include "values/interval.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>
#include <string>

namespace atodds {
namespace {

/// Sizes of "XX-11" and "XX-11-13".
constexpr std::size_t kMonthSize = 5;
constexpr std::size_t kDaySize = 8;

const CategoryList::Entry* find_category(const RuleSet& rules, const std::string& list,
                                         const std::string& name) {
    for (const CategoryList& candidate : rules.categories) {
        for (const CategoryList::Entry& entry : candidate.entries) {
            if (candidate.id == list && entry.name == name) {
                return &entry;
            }
        }
    }
    return nullptr;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

ValueRelation relate_levels(const Value& left, const Value& right, std::uint32_t steps) {
    if (left.unit != right.unit) {
        return {Relatedness::Unrelated, 0, "levels of two scales"};
    }
    const Decimal distance = (left.amount - right.amount).absolute();
    if (distance.is_zero()) {
        return {Relatedness::Same, 0, fmt::format("both \"{}\"", left.text)};
    }
    const std::string why =
        fmt::format("\"{}\" and \"{}\" stand {} step{} apart on the scale {}", left.text,
                    right.text, distance.to_string(), distance == Decimal(1) ? "" : "s", left.unit);
    if (distance < Decimal(steps)) {
        return {Relatedness::Near, 0, why};
    }
    return {Relatedness::Apart, distance >= Decimal(steps + 1) ? 2U : 1U, why};
}

ValueRelation relate_categories(const Value& left, const Value& right, const RuleSet& rules) {
    if (left.text == right.text) {
        return {Relatedness::Same, 0, fmt::format("both \"{}\"", left.text)};
    }
    const CategoryList::Entry* a = find_category(rules, left.unit, left.text);
    const CategoryList::Entry* b = find_category(rules, right.unit, right.text);
    if ((a != nullptr && holds(a->part_of, right.text)) ||
        (b != nullptr && holds(b->part_of, left.text))) {
        return {Relatedness::Contains, 0,
                fmt::format("\"{}\" and \"{}\" are part and whole", left.text, right.text)};
    }
    const bool names_rivals =
        (a != nullptr && !a->excludes.empty()) || (b != nullptr && !b->excludes.empty());
    const bool excludes = (a != nullptr && holds(a->excludes, right.text)) ||
                          (b != nullptr && holds(b->excludes, left.text));
    if (names_rivals && !excludes) {
        return {Relatedness::Near, 0,
                fmt::format("\"{}\" and \"{}\" do not exclude each other", left.text, right.text)};
    }
    return {Relatedness::Apart, 2, fmt::format("\"{}\" is not \"{}\"", left.text, right.text)};
}

std::set<std::string> as_set(const Value& value) {
    if (value.items.empty()) {
        return {value.text};
    }
    return {value.items.begin(), value.items.end()};
}

ValueRelation relate_sets(const Value& left, const Value& right) {
    const std::set<std::string> a = as_set(left);
    const std::set<std::string> b = as_set(right);
    if (a == b) {
        return {Relatedness::Same, 0, "the same set"};
    }
    if (std::includes(a.begin(), a.end(), b.begin(), b.end()) ||
        std::includes(b.begin(), b.end(), a.begin(), a.end())) {
        return {Relatedness::Contains, 0, "one set holds the other"};
    }
    return {Relatedness::Apart, 1,
            fmt::format("\"{}\" and \"{}\" each name what the other does not", fmt::join(a, ", "),
                        fmt::join(b, ", "))};
}

/// "More than 10" and "more than 18" could both hold, but nobody who knows of 18 writes 10: a bound
/// is stated near the amount. Half as much again is the guessed limit.
bool are_distant_bounds(const Value& left, const Value& right) {
    const auto is_lower = [](Bound bound) {
        return bound == Bound::Above || bound == Bound::AtLeast;
    };
    const auto is_upper = [](Bound bound) {
        return bound == Bound::Below || bound == Bound::AtMost;
    };
    const bool is_one_way = (is_lower(left.bound) && is_lower(right.bound)) ||
                            (is_upper(left.bound) && is_upper(right.bound));
    const Decimal a = left.amount.absolute();
    const Decimal b = right.amount.absolute();
    return is_one_way && std::max(a, b) > std::min(a, b) * Decimal(15, -1);
}

/// The words of a quotation in lower case between single blanks, so that case, punctuation,
/// quotation marks and brackets make no difference.
std::string words_of(std::string_view quotation) {
    std::string words = " ";
    for (const char c : to_lower(quotation)) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool is_beyond_ascii = static_cast<unsigned char>(c) >= 0xC3;
        const bool continues = static_cast<unsigned char>(c) >= 0x80 && words.back() != ' ';
        if (is_letter || is_beyond_ascii || continues) {
            words += c;
        } else if (words.back() != ' ') {
            words += ' ';
        }
    }
    return words.back() == ' ' ? words : words + " ";
}

ValueRelation relate_wordings(const Value& left, const Value& right, const CompareSpec& compare) {
    const std::set<std::string> a(left.items.begin(), left.items.end());
    const std::set<std::string> b(right.items.begin(), right.items.end());
    if (a.empty() || b.empty()) {
        return {Relatedness::Unrelated, 0, "a quotation without content words"};
    }
    std::vector<std::string> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    const auto smaller = static_cast<std::int64_t>(std::min(a.size(), b.size()));
    const Decimal overlap = Decimal(static_cast<std::int64_t>(shared.size())) / Decimal(smaller);
    const std::string why = fmt::format("{} of {} content words are shared: {}", shared.size(),
                                        smaller, fmt::join(shared, ", "));
    const std::string left_words = words_of(left.text);
    const std::string right_words = words_of(right.text);
    if (left_words == right_words) {
        return {Relatedness::Same, 0, "word for word the same"};
    }
    if (left_words.find(right_words) != std::string::npos ||
        right_words.find(left_words) != std::string::npos) {
        return {Relatedness::Contains, 0, "one quotation is part of the other, word for word"};
    }
    // One common word ("best") makes no two remarks one, unless they hardly have another.
    constexpr std::size_t kShortRemark = 3;
    const bool is_one_remark =
        shared.size() >= 2 || (!shared.empty() && std::max(a.size(), b.size()) <= kShortRemark);
    if (overlap >= compare.variant && is_one_remark) {
        return {Relatedness::Versions, overlap >= compare.same ? 0U : 1U, why};
    }
    return {Relatedness::Unrelated, 0, why + ": another remark"};
}

/// "XX-11-13" of a day stated without its year or of a single day, "XX-11" of a month; empty for
/// all else.
std::string day_of_year(const Value& value) {
    if (value.dates.empty()) {
        const bool is_yearless = value.text.starts_with("XX-") &&
                                 (value.text.size() == kMonthSize || value.text.size() == kDaySize);
        return is_yearless ? value.text : "";
    }
    const DayInterval& days = value.dates.front();
    if (value.bound != Bound::Exact || value.dates.size() != 1 || !days.from || !days.to) {
        return "";
    }
    const std::string first = "XX" + to_iso(*days.from).substr(4);
    if (days == one_day(*days.from)) {
        return first;
    }
    return value.grain == Grain::Month ? first.substr(0, kMonthSize) : "";
}

/// A leap year, so that each day of any year exists in it.
constexpr std::string_view kAnyYear = "2000";

/// "XX-05" or "XX-05-04" in the year kAnyYear; nothing where the text is neither.
std::optional<DayInterval> yearless_days(std::string_view text) {
    if (text.size() != kMonthSize && text.size() != kDaySize) {
        return std::nullopt;
    }
    const bool is_month = text.size() == kMonthSize;
    const std::optional<Day> first =
        parse_iso_day(fmt::format("{}{}{}", kAnyYear, text.substr(2), is_month ? "-01" : ""));
    if (!first) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{*first};
    const Day last =
        is_month ? std::chrono::sys_days{date.year() / date.month() / std::chrono::last} : *first;
    return DayInterval{*first, last + std::chrono::days{1}};
}

Day in_any_year(Day day) {
    const std::chrono::year_month_day date{day};
    return std::chrono::sys_days{std::chrono::year{2000} / date.month() / date.day()};
}

/// "Before 12 March" without a year, and a day or month of a stated year beside it, as days of
/// kAnyYear: two statements of one event mean the same year. Nothing for years and vague times.
std::optional<DayInterval> days_in_any_year(const Value& value) {
    if (value.dates.empty()) {
        const std::size_t at = value.text.find("XX-");
        std::optional<DayInterval> days =
            at == std::string::npos ? std::nullopt : yearless_days(value.text.substr(at));
        if (days && (value.bound == Bound::Below || value.bound == Bound::AtMost)) {
            return DayInterval{std::nullopt, value.bound == Bound::Below ? days->from : days->to};
        }
        if (days && (value.bound == Bound::Above || value.bound == Bound::AtLeast)) {
            return DayInterval{value.bound == Bound::Above ? days->to : days->from, std::nullopt};
        }
        return days;
    }
    const DayInterval& days = value.dates.front();
    const bool is_fine = value.grain == Grain::Day || value.grain == Grain::Month;
    const std::chrono::days one{1};
    if (!is_fine || (days.from && days.to && *days.to - *days.from > 31 * one)) {
        return std::nullopt;
    }
    DayInterval moved;
    if (days.from) {
        moved.from = in_any_year(*days.from);
    }
    if (days.to) {
        moved.to = in_any_year(*days.to - one) + one;
    }
    return moved;
}

/// A day of no stated year against a limit: "12 March" and "after 14 March".
ValueRelation relate_limits_of_year(const Value& left, const Value& right) {
    const std::optional<DayInterval> a = days_in_any_year(left);
    const std::optional<DayInterval> b = days_in_any_year(right);
    if (!a || !b) {
        return {Relatedness::Unrelated, 0, "a date that cannot be resolved"};
    }
    if (*a == *b) {
        return {Relatedness::Same, 0, "the same part of the year"};
    }
    return is_disjoint(*a, *b)
               ? ValueRelation{Relatedness::Apart, 2, "two different parts of the year"}
               : ValueRelation{Relatedness::Contains, 0, "the parts of the year overlap"};
}

ValueRelation relate_days_of_year(const Value& left, const Value& right) {
    const std::string a = day_of_year(left);
    const std::string b = day_of_year(right);
    if (a.empty() || b.empty()) {
        return relate_limits_of_year(left, right);
    }
    if (a == b) {
        return {Relatedness::Same, 0, "the same part of the year"};
    }
    if (a.starts_with(b) || b.starts_with(a)) {
        return {Relatedness::Contains, 0, "the day lies in the month"};
    }
    return {Relatedness::Apart, 2, "two different parts of the year"};
}

/// "Since May 1999" names the day from which on something holds, not the years behind it.
bool is_start(const Value& value) {
    return value.bound == Bound::AtLeast && value.dates.front().from && !value.dates.front().to;
}

DayInterval start_of(const Value& value) {
    const Day from = *value.dates.front().from;
    const std::chrono::year_month_day date{from};
    switch (value.grain) {
        case Grain::Year:
            return {from, std::chrono::sys_days{(date.year() + std::chrono::years{1}) /
                                                date.month() / date.day()}};
        case Grain::Month:
            return {from, std::chrono::sys_days{date.year() / date.month() / std::chrono::last} +
                              std::chrono::days{1}};
        default:
            return one_day(from);
    }
}

ValueRelation relate_starts(const Value& left, const Value& right) {
    const DayInterval a = start_of(left);
    const DayInterval b = start_of(right);
    if (a == b) {
        return {Relatedness::Same, 0, fmt::format("both since {}", to_display(a))};
    }
    if (!is_disjoint(a, b)) {
        return {Relatedness::Contains, 0,
                fmt::format("{} and {} overlap", to_display(a), to_display(b))};
    }
    return {Relatedness::Apart, 2,
            fmt::format("since {} and since {}", to_display(a), to_display(b))};
}

/// "The middle of the 22nd century" has no edges of a day.
bool is_loose(const Value& value) {
    return value.grain == Grain::Decade || value.grain == Grain::Century;
}

/// True where one interval ends within a year of the other's begin.
bool touch(const DayInterval& a, const DayInterval& b) {
    constexpr std::chrono::days kYear{366};
    const auto meet = [&](const std::optional<Day>& end, const std::optional<Day>& begin) {
        return end && begin && *begin <= *end + kYear;
    };
    return (a.to <= b.from && meet(a.to, b.from)) || (b.to <= a.from && meet(b.to, a.from));
}

/// Of "before X" and "after X" the strict reading only, which stands first.
std::span<const DayInterval> readings_of(const Value& value) {
    const bool is_strict = value.bound == Bound::Above || value.bound == Bound::Below;
    return std::span(value.dates).first(is_strict ? 1 : value.dates.size());
}

}  // namespace

ValueRelation relate_amounts(const Value& left, const Value& right, Decimal tolerance) {
    if (!is_comparable(left, right)) {
        return {Relatedness::Unrelated, 0, "values of different kinds"};
    }
    const std::string both = fmt::format("{} and {}", to_display(left), to_display(right));
    const Decimal larger = std::max(left.amount.absolute(), right.amount.absolute());
    const Decimal gap = (left.amount - right.amount).absolute();
    if (can_meet(left, right)) {
        if (are_distant_bounds(left, right)) {
            return {Relatedness::Apart, 1, both + " are bounds too far apart for one amount"};
        }
        const bool is_same = left.amount == right.amount && left.bound == right.bound;
        return {
            is_same ? Relatedness::Same : Relatedness::Contains, 0,
            is_same ? both + " are equal" : both + " meet once hedges and rounding are allowed"};
    }
    if (!tolerance.is_zero() && gap <= larger * tolerance) {
        return {Relatedness::Near, 0, both + " lie within the tolerance of the rule"};
    }
    const bool is_hard = larger.is_zero() || gap >= larger * Decimal(1, -1);
    return {Relatedness::Apart, is_hard ? 2U : 1U, both + " cannot both hold"};
}

ValueRelation relate_dates(const Value& left, const Value& right) {
    if (left.dates.empty() || right.dates.empty()) {
        return relate_days_of_year(left, right);
    }
    if (is_start(left) && is_start(right)) {
        return relate_starts(left, right);
    }
    const std::span<const DayInterval> of_left = readings_of(left);
    const std::span<const DayInterval> of_right = readings_of(right);
    for (const DayInterval& a : of_left) {
        for (const DayInterval& b : of_right) {
            if (a == b) {
                return {Relatedness::Same, 0, fmt::format("both {}", to_display(a))};
            }
            if (!is_disjoint(a, b)) {
                return {Relatedness::Contains, 0,
                        fmt::format("{} and {} overlap", to_display(a), to_display(b))};
            }
        }
    }
    if (is_loose(left) != is_loose(right) && touch(left.dates.front(), right.dates.front())) {
        return {Relatedness::Near, 0, "one date is too loose to exclude the other"};
    }
    return {Relatedness::Apart, 2,
            fmt::format("{} and {} have no day in common", to_display(left.dates.front()),
                        to_display(right.dates.front()))};
}

std::int64_t days_between(const DayInterval& a, const DayInterval& b) {
    const bool is_a_first = a.to && b.from && *a.to < *b.from;
    const std::optional<Day>& end = is_a_first ? a.to : b.to;
    const std::optional<Day>& start = is_a_first ? b.from : a.from;
    return end && start && *end < *start ? (*start - *end).count() : 0;
}

namespace {

/// What recurs ("met", "summoned") has a date for each time; far apart they are two times.
ValueRelation relate_occasions(const Value& left, const Value& right, Decimal most_days) {
    ValueRelation relation = relate_dates(left, right);
    if (most_days.is_zero() || relation.relatedness != Relatedness::Apart || left.dates.empty() ||
        right.dates.empty()) {
        return relation;
    }
    const std::int64_t days = days_between(left.dates.front(), right.dates.front());
    if (Decimal(days) > most_days) {
        return {Relatedness::Unrelated, 0,
                fmt::format("{} days lie between them: two occasions", days)};
    }
    return relation;
}

}  // namespace

ValueRelation relate(const Value& left, const Value& right, const Rule& rule,
                     const RuleSet& rules) {
    switch (rule.compare.kind) {
        case CompareKind::Steps:
            return relate_levels(left, right, rule.compare.steps);
        case CompareKind::Numbers:
            return relate_amounts(left, right, rule.compare.tolerance);
        case CompareKind::Exclusive:
            return relate_categories(left, right, rules);
        case CompareKind::Sets:
            return relate_sets(left, right);
        case CompareKind::Wording:
            return relate_wordings(left, right, rule.compare);
        case CompareKind::Dates:
            return relate_occasions(left, right, rule.compare.tolerance);
        case CompareKind::Polarity:
            return {Relatedness::Same, 0, "the same proposition"};
    }
    return {};
}

}  // namespace atodds
