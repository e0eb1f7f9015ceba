#pragma once
// Lengths of time: "three and a half years", "90 minutes", "a couple of days", "1 year 2 months".
// Also the front half of "two weeks ago" and "within 9 months".

#include "base/decimal.hpp"
#include "model/value.hpp"
#include "values/calendar.hpp"
#include "values/date_node.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace atodds {

struct DurationPart {
    CalendarUnit unit = CalendarUnit::Day;
    Decimal amount;
};

struct DurationNode {
    std::size_t begin = 0;
    std::size_t core_begin = 0;  ///< behind the hedge
    std::size_t end = 0;
    std::vector<DurationPart> parts;
    std::optional<Decimal> first_amount;  ///< "3" of "3 to 5 years", in the unit of parts[0]
    Bound bound = Bound::Exact;
    bool is_vague = false;       ///< few, several
    bool is_article = false;     ///< "a day": a rate as often as a length
    bool is_one_letter = false;  ///< "3y"
};

/// What may belong to a duration. The words before it decide, so the caller says.
enum class DurationTail : std::uint8_t {
    Any,    ///< "1 hour and 30 minutes"
    NoAnd,  ///< "5 years 1 month", but not beyond an "and"
};

/// An amount with its unit at i, without hedges; what follows may turn it into something else.
std::optional<DurationNode> plain_duration_at(const DateContext& context, std::size_t i,
                                              DurationTail tail = DurationTail::Any);

/// A duration as a mention of its own: with hedges, and not where the words around it make it an
/// age ("two years old"), a rate ("$5 a day") or a share ("three quarters of").
std::optional<DurationNode> duration_at(const DateContext& context, std::size_t i);

/// All of it in seconds; a month is 30 days, a year 365.
Decimal duration_seconds(const DurationNode& duration);

/// `day` moved by the duration: unit by unit where all amounts are whole, else by whole days.
Day shift_by(Day day, const DurationNode& duration, int sign);

/// "7d", "1y2m": the form of offsets without a reference day.
std::string duration_text(const DurationNode& duration);

/// Longest unit of the duration.
CalendarUnit longest_unit(const DurationNode& duration);

/// The Value of a duration mention.
Value to_value(const DurationNode& duration);

}  // namespace atodds
