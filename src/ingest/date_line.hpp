#pragma once
// Publication dates as pages and metadata write them. Only complete, unambiguous forms: 12/08/2025
// is a day in two different months, so it is nothing.

#include "base/date.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace atodds {

/// The first day in a metadata field that is there to hold a date: "2025-08-12", "12 August 2025",
/// "Aug 12, 2025", "Posted: Tuesday, 12th Aug. 2025 10:15 GMT". Nothing in fields over 120 bytes.
std::optional<Day> parse_date_field(std::string_view text);

enum class DateRole : std::uint8_t { Published, Updated };

struct DateLine {
    DateRole role = DateRole::Published;
    Day day;

    friend bool operator==(const DateLine&, const DateLine&) = default;
};

/// A line that is a date with or without a label: "Published: 12 August 2025", "Updated Aug 12,
/// 2025 10:15 GMT". Nothing for lines that say more.
std::optional<DateLine> parse_date_line(std::string_view line);

}  // namespace atodds
