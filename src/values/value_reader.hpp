#pragma once
// Reads every value in a text: numbers, ordinals, percents, money, quantities, ranges, changes,
// dates and durations. The one reader behind `atodds values`, facts, rules and comparison.

#include "base/date.hpp"
#include "model/value.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace atodds {

struct ReadValuesOptions {
    /// Dates are resolved against this day, past before future; no clock is ever read.
    std::optional<Day> reference_day;
    /// Spans that are names ("H20", "Ascend 910B"): no value is read inside them. Sorted.
    std::span<const ByteSpan> claimed = {};
};

/// All values of `text`, in text order, not overlapping. Linear in the text. Thread safe.
std::vector<ValueMention> read_values(std::string_view text, const ReadValuesOptions& options = {});

}  // namespace atodds
