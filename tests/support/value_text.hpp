#pragma once
// Values as one line of text, so that a test table shows sentence and reading side by side.

#include "base/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace atodds::test {

/// Each value of `text` as `words=reading`, joined by "; ". A reading is the amount or range
/// ("30..50", "40<.." for more than 40, "30 to 50" for a change from one to the other), then what
/// stands behind it: the unit or % or pp, `/per`, `[counted noun]`, `up` or `down`, `about`,
/// `nearly`, `vague`. Dates are `date`, durations carry `s`.
std::string value_text(std::string_view text, std::optional<Day> reference_day = {});

}  // namespace atodds::test
