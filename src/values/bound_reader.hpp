#pragma once
// Hedges and bounds around an amount: "more than", "at least", "up to", "about" before it; "or
// more", "or so", "+" behind it.

#include "model/value.hpp"
#include "values/lexeme_view.hpp"

#include <cstddef>
#include <optional>

namespace atodds {

struct BoundPhrase {
    Bound bound = Bound::Exact;
    std::size_t begin = 0;  ///< first lexeme
    std::size_t end = 0;    ///< lexeme after the last
};

/// The phrase that ends right before lexeme `at` ("the" may stand between). Looks no further back
/// than `floor`.
std::optional<BoundPhrase> find_bound_before(const LexemeView& view, std::size_t at,
                                             std::size_t floor);

/// The phrase that starts at lexeme `at`, before the amount it bounds.
std::optional<BoundPhrase> find_bound_at(const LexemeView& view, std::size_t at);

/// The phrase that starts at lexeme `at`, behind the amount it bounds.
std::optional<BoundPhrase> find_bound_after(const LexemeView& view, std::size_t at);

}  // namespace atodds
