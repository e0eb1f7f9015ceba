#pragma once
// Reads one stated amount with what it measures: sign, currency, percent sign, unit, compounds
// ("3 dollars 50 cents", "7 ft 10 in"), ages, and the "a share" behind a price. Hedges and ranges
// are laid around measures by the value reader.

#include "model/value.hpp"
#include "values/amount_reader.hpp"
#include "values/lexeme_view.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace atodds {

struct Measure {
    std::size_t begin = 0;
    std::size_t end = 0;  ///< lexeme after the last of the expression
    std::size_t read_end =
        0;  ///< lexeme to go on reading at: behind "a dozen" in "5 cents a dozen"
    ValueType type = ValueType::Number;
    Amount amount;  ///< with the sign applied
    std::string unit;
    std::string dimension;
    std::string per;
    bool is_prefixed = false;  ///< the currency stood before the amount
    bool is_age = false;

    bool has_unit() const { return type != ValueType::Number && type != ValueType::Ordinal; }
};

/// The measure that starts at lexeme `at`.
std::optional<Measure> read_measure(const LexemeView& view, std::size_t at);

}  // namespace atodds
