#pragma once
// What a fact can state. One flat struct for all types: which members mean something depends on
// `type` and is said beside each. Amounts are exact; what the text leaves open stays an interval.

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atodds {

enum class ValueType : std::uint8_t {
    Number,            ///< a bare or counted number; `unit` is empty, `counted` the noun
    Ordinal,           ///< a rank: "third", "fourth-best", "21st"
    Percent,           ///< of a whole
    PercentagePoints,  ///< a difference of percents; basis points are 0.01 each
    Money,             ///< `unit` is an ISO 4217 code, or "$" where the dollar is not named
    Quantity,          ///< `unit` is a symbol of the unit table, `dimension` its dimension
    Duration,          ///< `amount` in seconds; a month is 30 days, a year 365
    Date,              ///< `dates`
    Level,             ///< `unit` is the scale, `text` the level, `amount` its rank from 0
    Category,          ///< `unit` is the category list, `text` the category
    Entity,            ///< `text` is the entity id
    EntitySet,         ///< `items` are entity ids, sorted
    Polarity,          ///< `text` is "yes" or "no"
    Wording,           ///< `text` is the quotation, `items` its content words
};

/// How an amount or a date was bounded.
enum class Bound : std::uint8_t {
    Exact,
    About,      ///< about, around, some, roughly
    JustBelow,  ///< nearly, almost, close to
    Above,      ///< more than, over
    AtLeast,    ///< at least, no fewer than
    Below,      ///< less than, under
    AtMost,     ///< up to, at most, no more than
    Between,    ///< a stated range
};

/// Whether an amount is a level or a movement. "Rose from 30 to 50" is a change and no range.
enum class Change : std::uint8_t { None, FromTo, Increase, Decrease, Multiple };

struct Value {
    ValueType type = ValueType::Number;
    Bound bound = Bound::Exact;
    Change change = Change::None;
    /// The stated amount in base form ("3.6 billion" is 3600000000). For a range or FromTo the
    /// second amount.
    Decimal amount;
    /// What the statement allows, hedges and ranges included, before rounding is considered;
    /// absent is open. For Exact both equal `amount`. For FromTo `low` is the old amount and
    /// `high` the new one, in the order stated.
    std::optional<Decimal> low;
    std::optional<Decimal> high;
    bool low_is_in = true;   ///< false for "more than"
    bool high_is_in = true;  ///< false for "less than"
    /// Power of ten of the last stated digit, in base form: "3.6 billion" 8, "298,000" 3 (zeros
    /// at the end of an integer count as rounded), "15" 0, "2.50" -2.
    std::int32_t last_digit_power = 0;
    std::string unit;
    std::string dimension;  ///< Quantity: "length", "mass", ..., "data-rate"
    std::string counted;    ///< Number: head noun that is counted, as written; may be empty
    std::string per;        ///< "each", "day", "barrel" in "50 dollars a barrel"; else empty
    std::string text;       ///< Level, Category, Entity, Polarity, Wording
    std::vector<std::string> items;
    /// Date: all readings, most likely first; with a reference date usually one. Yearless dates
    /// without a reference date have no interval: then month and day stand in `text` as "XX-07-15".
    std::vector<DayInterval> dates;
    Grain grain = Grain::None;
    bool is_vague = false;  ///< "the past few weeks", "tens of thousands"

    friend bool operator==(const Value&, const Value&) = default;
};

/// A value with its place. Spans are in the text that was read.
struct ValueMention {
    ByteSpan span;  ///< the whole expression, hedge included for ranges ("more than four")
    ByteSpan core;  ///< the amount with its unit, without the hedge
    Value value;

    friend bool operator==(const ValueMention&, const ValueMention&) = default;
};

}  // namespace atodds
