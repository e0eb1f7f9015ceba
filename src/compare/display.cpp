// How values are shown to readers: magnitudes in words, units behind the number.

#include "compare/value_relation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

namespace atodds {
namespace {

/// Digits with commas at the thousands; decimals stay.
std::string grouped(std::string digits) {
    const std::size_t point = std::min(digits.find('.'), digits.size());
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t at = point; at > first + 3; at -= 3) {
        digits.insert(at - 3, ",");
    }
    return digits;
}

std::string amount_text(const Decimal& amount) {
    const Decimal size = amount.absolute();
    if (size >= Decimal(1, 9) && size < Decimal(1, 15)) {
        const bool is_trillion = size >= Decimal(1, 12);
        return grouped(amount.shifted(is_trillion ? -12 : -9).to_string()) +
               (is_trillion ? " trillion" : " billion");
    }
    // "1.2 million", but 1,234,567 in full: more decimals are harder to read than digits.
    if (size >= Decimal(1, 6) && (amount.shifted(-4)).is_integer()) {
        return amount.shifted(-6).to_string() + " million";
    }
    return grouped(amount.to_string());
}

std::string bounded(const Value& value, const std::string& amount) {
    switch (value.bound) {
        case Bound::Exact:
            return amount;
        case Bound::About:
            return "about " + amount;
        case Bound::JustBelow:
            return "nearly " + amount;
        case Bound::Above:
            return "more than " + amount;
        case Bound::AtLeast:
            return "at least " + amount;
        case Bound::Below:
            return "less than " + amount;
        case Bound::AtMost:
            return "at most " + amount;
        case Bound::Between:
            return fmt::format("{} to {}", value.low ? amount_text(*value.low) : "..",
                               value.high ? amount_text(*value.high) : "..");
    }
    return amount;
}

std::string counted_text(const Decimal& count, std::string_view unit) {
    return fmt::format("{} {}{}", count.to_string(), unit, count == Decimal(1) ? "" : "s");
}

// "second", "21st": how a rank is written.
std::string ordinal_text(const Value& value) {
    static constexpr std::array<std::string_view, 10> kWords = {
        "first", "second",  "third",  "fourth", "fifth",
        "sixth", "seventh", "eighth", "ninth",  "tenth"};
    const std::string digits = value.amount.to_string();
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        if (value.amount == Decimal(static_cast<std::int64_t>(i) + 1)) {
            return std::string(kWords[i]);
        }
    }
    const bool is_teen = digits.size() > 1 && digits[digits.size() - 2] == '1';
    const char last = is_teen ? '0' : digits.back();
    return digits + (last == '1' ? "st" : last == '2' ? "nd" : last == '3' ? "rd" : "th");
}

// In the largest unit of which it is a whole or half number.
std::string length_text(const Decimal& seconds) {
    struct Unit {
        std::int64_t seconds;
        const char* name;
    };

    constexpr Unit kUnits[] = {{31'536'000, "year"}, {2'592'000, "month"}, {604'800, "week"},
                               {86'400, "day"},      {3'600, "hour"},      {60, "minute"}};
    for (const Unit& unit : kUnits) {
        const Decimal count = seconds / Decimal(unit.seconds);
        if (count >= Decimal(1) && (count * Decimal(2)).is_integer()) {
            return counted_text(count, unit.name);
        }
    }
    return counted_text(seconds, "second");
}

std::string duration_text(const Value& value) {
    return value.bound == Bound::Between && value.low && value.high
               ? fmt::format("{} to {}", length_text(*value.low), length_text(*value.high))
               : bounded(value, length_text(value.amount));
}

// The sign in front of the number, codes apart from it; hedges go in front of both.
std::string money_text(const Value& value) {
    const bool is_sign =
        !value.unit.empty() &&
        (value.unit.back() == '$' || static_cast<unsigned char>(value.unit.back()) > 127);
    const std::string unit = is_sign || value.unit.empty() ? value.unit : value.unit + " ";
    std::string text = bounded(value, unit + amount_text(value.amount));
    if (value.bound == Bound::Between) {
        text = unit + text;
    }
    return value.per.empty() ? text : fmt::format("{} per {}", text, value.per);
}

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string_view month_name(unsigned month) {
    return month >= 1 && month <= 12 ? kMonths[month - 1] : "";
}

std::string day_text(Day day) {
    const std::chrono::year_month_day date(day);
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()),
                       month_name(static_cast<unsigned>(date.month())),
                       static_cast<int>(date.year()));
}

// A day of no stated year, "XX-07-15" in the model.
std::string yearless_text(const std::string& text) {
    constexpr std::size_t kSize = std::string_view("XX-07-15").size();
    if (text.size() != kSize || !text.starts_with("XX-")) {
        return text;
    }
    const auto digit = [&](std::size_t at) { return static_cast<unsigned>(text[at] - '0') % 10; };
    const std::string_view month = month_name(digit(3) * 10 + digit(4));
    return month.empty() ? text : fmt::format("{} {}", digit(6) * 10 + digit(7), month);
}

std::string date_text(const Value& value) {
    return value.dates.empty() ? yearless_text(value.text) : to_display(value.dates.front());
}

}  // namespace

std::string to_display(const DayInterval& interval) {
    if (!interval.from || !interval.to) {
        return interval.from ? "from " + day_text(*interval.from)
               : interval.to ? "until " + day_text(*interval.to - std::chrono::days(1))
                             : "any day";
    }
    using std::chrono::year_month_day;
    const Day last_day = *interval.to - std::chrono::days(1);
    const year_month_day first(*interval.from);
    const year_month_day last(last_day);
    const year_month_day next(*interval.to);
    const bool is_one_month = first.year() == last.year() && first.month() == last.month();
    if (last_day <= *interval.from) {
        return day_text(*interval.from);
    }
    if (static_cast<unsigned>(first.day()) == 1 && static_cast<unsigned>(next.day()) == 1) {
        if (is_one_month) {
            return fmt::format("{} {}", month_name(static_cast<unsigned>(first.month())),
                               static_cast<int>(first.year()));
        }
        if (first.month() == std::chrono::January && next.month() == std::chrono::January &&
            first.year() == last.year()) {
            return fmt::format("{}", static_cast<int>(first.year()));
        }
    }
    return is_one_month
               ? fmt::format("{} to {}", static_cast<unsigned>(first.day()), day_text(last_day))
               : fmt::format("{} to {}", day_text(*interval.from), day_text(last_day));
}

std::string to_display(const Value& value) {
    const std::string amount = bounded(value, amount_text(value.amount));
    switch (value.type) {
        case ValueType::Number:
            return value.counted.empty() ? amount : amount + " " + value.counted;
        case ValueType::Ordinal:
            return ordinal_text(value);
        case ValueType::Percent:
            return amount + "%";
        case ValueType::PercentagePoints:
            return amount + " percentage points";
        case ValueType::Money:
            return money_text(value);
        case ValueType::Quantity:
            return value.dimension == "clock" ? value.text
                   : value.dimension == "age" ? amount + " " + value.unit + "s old"
                                              : amount + " " + value.unit;
        case ValueType::Duration:
            return duration_text(value);
        case ValueType::Date:
            return date_text(value);
        case ValueType::EntitySet:
            return fmt::format("{}", fmt::join(value.items, ", "));
        case ValueType::Level:
        case ValueType::Category:
        case ValueType::Entity:
        case ValueType::Polarity:
        case ValueType::Wording:
            return value.text;
    }
    return value.text;
}

std::string to_display(const Fact& fact) {
    const Qualifiers& said = fact.qualifiers;
    const bool is_denied = (said.polarity == Polarity::Negative) != (said.stance == Stance::Denies);
    const char* no = is_denied ? "not " : "";
    // "7 people", "7 others" and "7 missing" are one head count, "7 miners" is another.
    const bool is_head_count = std::ranges::any_of(
        fact.slots, [](const SlotValue& slot) { return slot.slot == "head-count"; });
    const bool is_of_a_kind = std::ranges::any_of(fact.slots, [](const SlotValue& slot) {
        return slot.slot == "figure" && slot.value.find(' ') != std::string::npos;
    });
    if (!is_head_count || is_of_a_kind) {
        return no + to_display(fact.value);
    }
    Value people = fact.value;
    people.counted = people.amount == Decimal(1) ? "person" : "people";
    return no + to_display(people);
}

}  // namespace atodds
