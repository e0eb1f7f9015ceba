#pragma once
// When two open facts hold, as far as their statements say so: "as of 9 April" against "before 4
// April". Figures of two times do not clash, they follow each other.

#include "model/fact.hpp"

#include <cstdint>

namespace atodds {

enum class TimeOrder : std::uint8_t {
    Unknown,     ///< a side states no time
    Meeting,     ///< the stated times meet in part: "before May" and "in March"
    Same,        ///< a time of one side meets a time of the other
    LeftFirst,   ///< every time of the left side ends before any of the right side begins
    RightFirst,  ///< the other way round
};

/// Order of the "time" slots of two facts. A day without a year ("XX-04-16") takes the year of the
/// time it is held against. Symmetric but for left and right.
TimeOrder time_order(const Fact& left, const Fact& right);

/// True where a figure that only grows could read `earlier` first and `later` afterwards.
/// Requires: two amounts of one unit.
bool can_have_grown(const Value& earlier, const Value& later);

}  // namespace atodds
