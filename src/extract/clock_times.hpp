#pragma once
// Times of day in a sentence: "at 19:40", "7.40 p.m.", "7pm". They are quantities of the dimension
// "clock", in minutes after midnight, so that rules and the open tier compare them as they compare
// other amounts. A pair of digits alone ("won 3:10") is none: a preposition or a half of the day
// must stand beside it. Linear in the text.

#include "model/value.hpp"

#include <string_view>
#include <vector>

namespace atodds {

/// The times of day in `text`, in order; spans are bytes of `text`.
std::vector<ValueMention> read_clock_times(std::string_view text);

}  // namespace atodds
