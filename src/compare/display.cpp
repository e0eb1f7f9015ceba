// How values are shown to readers: magnitudes in words, units behind the number.

#include "compare/value_relation.hpp"

#include <fmt/format.h>

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

std::string duration_text(const Value& value) {
    struct Unit {
        std::int64_t seconds;
        const char* name;
    };

    constexpr Unit kUnits[] = {{31'536'000, "years"}, {2'592'000, "months"}, {604'800, "weeks"},
                               {86'400, "days"},      {3'600, "hours"},      {60, "minutes"}};
    for (const Unit& unit : kUnits) {
        const Decimal count = value.amount / Decimal(unit.seconds);
        if (count >= Decimal(1) &&
            count * Decimal(2) ==
                Decimal((count * Decimal(2)).coefficient(), (count * Decimal(2)).exponent()) &&
            (count * Decimal(2)).is_integer()) {
            return count.to_string() + " " + unit.name;
        }
    }
    return value.amount.to_string() + " seconds";
}

}  // namespace

std::string to_display(const Value& value) {
    const std::string amount = bounded(value, amount_text(value.amount));
    switch (value.type) {
        case ValueType::Number:
            return value.counted.empty() ? amount : amount + " " + value.counted;
        case ValueType::Ordinal:
            return "rank " + amount;
        case ValueType::Percent:
            return amount + " %";
        case ValueType::PercentagePoints:
            return amount + " percentage points";
        case ValueType::Money:
            return value.per.empty() ? fmt::format("{} {}", value.unit, amount)
                                     : fmt::format("{} {} per {}", value.unit, amount, value.per);
        case ValueType::Quantity:
            return value.dimension == "clock" ? value.text : amount + " " + value.unit;
        case ValueType::Duration:
            return duration_text(value);
        case ValueType::Date:
            return value.dates.empty() ? value.text : to_text(value.dates.front());
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

}  // namespace atodds
