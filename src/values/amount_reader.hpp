#pragma once
// Reads one bare amount: digits with separators, words, and the mixtures news uses ("2.5 million",
// "half a million", "three and a fifth", "1.2e9", "twenty-first"). No unit, no hedge, no range:
// those are laid around it by the measure and bound readers.

#include "base/decimal.hpp"
#include "values/lexeme_view.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace atodds {

struct Amount {
    std::size_t end = 0;  ///< lexeme after the last of the amount
    Decimal value;
    Decimal mantissa;            ///< what stood before the last scale: 3.5 in "3.5 billion"
    Decimal scale = Decimal(1);  ///< the last scale: a billion in "3.5 billion"
    std::int32_t last_digit_power = 0;
    bool is_ordinal = false;
    bool is_fraction = false;
    bool is_digits = false;        ///< starts with digits and not with a word
    bool is_plain = false;         ///< digits only: no separator, no scale, no sign
    bool has_decimals = false;     ///< digits behind a point
    bool is_lone_article = false;  ///< "a": one, if a unit follows
    bool is_vague = false;         ///< "a couple of"
};

/// The amount that starts at lexeme `at`, without a sign. `is_money`: a currency stands before it,
/// so that "5m" is five million and "5b" five billion.
enum class AmountContext : std::uint8_t { Plain, Money };
std::optional<Amount> read_amount(const LexemeView& view, std::size_t at, AmountContext context);

/// Digits with separators and decimals at `at`; no scale, no fraction.
std::optional<Amount> read_digit_amount(const LexemeView& view, std::size_t at);

}  // namespace atodds
