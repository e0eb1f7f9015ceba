#pragma once
// Dates and durations. Called by the value reader, which hands over its lexemes.

#include "base/date.hpp"
#include "model/value.hpp"
#include "values/lexeme.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace atodds {

/// All dates (and date ranges) and durations of `text`, in text order, not overlapping.
/// `lexemes` are those of `text`. Absent `reference_day`: relative dates have no interval and
/// yearless dates stay yearless (Value::text holds "XX-07-15").
std::vector<ValueMention> read_dates(std::string_view text, std::span<const Lexeme> lexemes,
                                     std::optional<Day> reference_day);

}  // namespace atodds
