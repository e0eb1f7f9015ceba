#pragma once
// What a stated amount allows, as an interval, and whether two amounts can both be true. The
// rounding policy is written down in docs/values.md and decided here, nowhere else.

#include "base/decimal.hpp"
#include "model/value.hpp"

#include <optional>

namespace atodds {

/// Absent ends are open. Amounts are in the base unit of the value's dimension.
struct Interval {
    std::optional<Decimal> low;
    std::optional<Decimal> high;
    bool low_is_in = true;
    bool high_is_in = true;

    friend bool operator==(const Interval&, const Interval&) = default;
};

/// Half a unit of the digit up to which the amount was visibly rounded: "3.6 billion" 50 million,
/// "300,000" 5,000 (at least two digits are taken as meant), "15" one half. Never negative.
Decimal rounding_slack(const Value& value);

/// What the statement allows: hedge and range, widened by the rounding slack where a single amount
/// is stated. A FromTo counts with its new amount. Requires: not a Date, Level, ... but an amount.
Interval to_interval(const Value& value);

/// True where both measure the same: equal types, and units of one dimension or one currency.
bool is_comparable(const Value& a, const Value& b);

/// True where one amount, taken as rounded, leaves room for the other as stated; also where the two
/// are not comparable, for then nothing sets them apart. Only one side is widened at a time: two
/// roundings must not add up to a meeting.
bool can_meet(const Value& a, const Value& b);

/// True where no point lies in both.
bool is_disjoint(const Interval& a, const Interval& b);

}  // namespace atodds
