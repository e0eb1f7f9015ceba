#include "values/interval.hpp"

#include "values/unit_table.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace atodds {
namespace {

/// How a unit turns into the base of its dimension: (value + offset) * factor.
struct Conversion {
    std::string_view base;
    Decimal factor = Decimal(1);
    Decimal offset;
};

struct PlainUnit {
    std::string_view unit;
    std::string_view base;
    int factor;  ///< of the base, in units of 10^exponent
    int exponent = 0;
};

/// Subunits of money, ages in days, and the dollar that news leaves unnamed: it is taken as the US
/// dollar, as in most English news (guessed; a dollar of another country carries its name).
constexpr PlainUnit kPlainUnits[] = {
    {"$", "USD", 1},      {"cent", "USD", 1, -2}, {"pence", "GBP", 1, -2}, {"year", "day", 365},
    {"month", "day", 30}, {"week", "day", 7},     {"day", "day", 1},
};

Conversion find_conversion(const Value& value) {
    if (value.type == ValueType::Quantity && value.dimension != "age") {
        if (const auto unit = find_unit_symbol(value.unit)) {
            return {value.dimension, unit->factor, unit->offset};
        }
    }
    for (const PlainUnit& row : kPlainUnits) {
        if (row.unit == value.unit) {
            return {row.base, Decimal(row.factor, row.exponent), Decimal()};
        }
    }
    return {value.unit, Decimal(1), Decimal()};
}

std::optional<Decimal> convert(const std::optional<Decimal>& amount, const Conversion& conversion) {
    return amount ? std::optional<Decimal>((*amount + conversion.offset) * conversion.factor)
                  : std::nullopt;
}

/// Power of ten of the first digit: 5 for 300000, -1 for 0.25.
std::int32_t magnitude(Decimal value) {
    std::int64_t coefficient = value.absolute().coefficient();
    std::int32_t power = value.exponent();
    while (coefficient >= 10) {
        coefficient /= 10;
        ++power;
    }
    return power;
}

enum class Rounding : std::uint8_t { AsStated, Widened };

Interval make_interval(const Value& value, Rounding rounding) {
    std::optional<Decimal> low = value.low;
    std::optional<Decimal> high = value.high;
    if (value.change == Change::FromTo) {
        low = value.amount;
        high = value.amount;
    }
    // A hedge or a range says itself how far it reaches; only a plain amount hides its rounding.
    const Decimal slack = rounding_slack(value);
    const bool is_widened = rounding == Rounding::Widened && value.bound == Bound::Exact &&
                            !slack.is_zero() && low && high;
    if (is_widened) {
        low = *low - slack;
        high = *high + slack;
    }
    const Conversion conversion = find_conversion(value);
    // Half a unit above rounds up and away, so the upper end is out.
    return {convert(low, conversion), convert(high, conversion), value.low_is_in,
            value.high_is_in && !is_widened};
}

bool lies_below(const Interval& a, const Interval& b) {
    if (!a.high || !b.low) {
        return false;
    }
    return *a.high < *b.low || (*a.high == *b.low && !(a.high_is_in && b.low_is_in));
}

}  // namespace

Decimal rounding_slack(const Value& value) {
    const bool is_rank = value.type == ValueType::Ordinal;
    if (is_rank || value.amount.is_zero()) {
        return Decimal();
    }
    const std::int32_t power = std::min(value.last_digit_power, magnitude(value.amount) - 1);
    // Below ten the last digit of an integer is meant: "5" is not 5.4 people but may be 5.4 %.
    const std::int32_t meant = value.last_digit_power >= 0 ? std::max(power, 0) : power;
    const bool is_count =
        value.type == ValueType::Number && meant <= 0 && value.amount.is_integer();
    return is_count ? Decimal() : Decimal(5, meant - 1);
}

Interval to_interval(const Value& value) {
    return make_interval(value, Rounding::Widened);
}

bool is_comparable(const Value& a, const Value& b) {
    return a.type == b.type && find_conversion(a).base == find_conversion(b).base && a.per == b.per;
}

bool can_meet(const Value& a, const Value& b) {
    if (!is_comparable(a, b)) {
        return true;
    }
    const Interval stated_a = make_interval(a, Rounding::AsStated);
    const Interval stated_b = make_interval(b, Rounding::AsStated);
    return !is_disjoint(to_interval(a), stated_b) || !is_disjoint(stated_a, to_interval(b));
}

bool is_disjoint(const Interval& a, const Interval& b) {
    return lies_below(a, b) || lies_below(b, a);
}

}  // namespace atodds
