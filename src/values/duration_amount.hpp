#pragma once
// The amount in front of a unit of time: "3", "2 1/2", "three and a half", "a couple of", "all".

#include "base/decimal.hpp"
#include "values/calendar.hpp"
#include "values/date_node.hpp"

#include <cstddef>
#include <optional>

namespace atodds {

struct TimeAmount {
    Decimal value;
    std::size_t end = 0;
    bool is_vague = false;
    bool is_article = false;
    bool is_digits = false;
};

/// The amount at token i, up to where its unit would stand.
std::optional<TimeAmount> amount_at(const DateContext& context, std::size_t i);

/// The unit at token i. "Second" is one, too: whether it is an ordinal the number before it tells.
std::optional<CalendarUnit> unit_at(const DateContext& context, std::size_t i);

/// Behind a hyphen that joins two words, else i.
std::size_t skip_dash(const DateContext& context, std::size_t i);

}  // namespace atodds
