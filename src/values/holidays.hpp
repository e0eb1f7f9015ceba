#pragma once
// Named days that news uses as dates: fixed ones, weekday-of-month ones and those that follow
// Easter or the Islamic calendar. Names are lower-case words; the table is the only list.

#include "values/calendar.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace atodds {

/// A holiday found at the front of a list of word ids.
struct HolidayMatch {
    std::size_t holiday = 0;  ///< to be handed to holiday_in_year
    std::size_t words = 0;    ///< how many words its name has
};

/// All names; a name stands for a holiday by its index.
std::span<const std::string_view> holiday_names();

/// The longest name that `word_ids` (hashes of lower-case words) start with.
std::optional<HolidayMatch> find_holiday(std::span<const std::uint64_t> word_ids);

/// The day of that holiday in `year`. Requires: holiday < holiday_names().size().
Day holiday_in_year(std::size_t holiday, int year);

}  // namespace atodds
