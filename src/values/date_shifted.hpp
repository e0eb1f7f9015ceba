#pragma once
// "This", "next" and "last" in front of a weekday, month, season or holiday.

#include "values/date_node.hpp"

#include <cstddef>
#include <optional>

namespace atodds {

struct ShiftAt {
    ShiftWord shift = ShiftWord::This;
    std::size_t end = 0;  ///< first token behind the words
};

/// "last", "this coming", "the next" without the article.
std::optional<ShiftAt> shift_at(const DateContext& context, std::size_t i);

/// The named day or period at token `at`, shifted; the node starts with token `begin`.
ParsedDate shifted_name_at(const DateContext& context, std::size_t begin, const ShiftAt& shift,
                           std::size_t at);

}  // namespace atodds
