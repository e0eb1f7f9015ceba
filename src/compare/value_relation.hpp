#pragma once
// How two values of one fact relate: the same, one inside the other, neighbours, or apart. Exact
// decimals and calendar days only; the words that explain the relation come with it.

#include "model/fact.hpp"
#include "model/value.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <string>

namespace atodds {

enum class Relatedness : std::uint8_t {
    Same,       ///< equal, or equal after hedges, rounding, units
    Contains,   ///< one holds the other: range and number, month and day, whole and part
    Near,       ///< closer than the rule calls apart
    Versions,   ///< wordings of one remark
    Apart,      ///< cannot both hold
    Unrelated,  ///< not comparable: other unit, other scale, another remark
};

struct ValueRelation {
    Relatedness relatedness = Relatedness::Unrelated;
    /// How far apart, in halves of what makes a clash hard: 0 none, 1 mild, 2 hard.
    std::uint32_t severity = 0;
    std::string why;
};

/// Relation of two values under the `compare` of a rule. `categories` knows parts and wholes.
ValueRelation relate(const Value& left, const Value& right, const Rule& rule, const RuleSet& rules);

/// Relation of two numeric values by interval; `tolerance` widens each side, 0 to 1.
ValueRelation relate_amounts(const Value& left, const Value& right, Decimal tolerance);

/// Relation of two dates at the grain of the coarser one.
ValueRelation relate_dates(const Value& left, const Value& right);

/// Days that lie between two intervals; 0 where they meet or overlap, or an end is open.
std::int64_t days_between(const DayInterval& a, const DayInterval& b);

/// A value as a reader would write it: "300,000 chipsets", "$3.6 billion", "ordered", "15 July
/// 2025". Entities stand as their ids.
std::string to_display(const Value& value);

/// The value of a fact with "not" before it where the statement denies it.
std::string to_display(const Fact& fact);

/// "15 July 2025", "July 2025", "2025", "3 to 9 May 2025", "until 7 May 2025".
std::string to_display(const DayInterval& interval);

}  // namespace atodds
