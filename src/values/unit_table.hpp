#pragma once
// Units of measure: names and symbols, dimension, and the exact factor to the base of the
// dimension. Names are found in any case, symbols only as written (MB is no Mb). Squares, cubes
// and rates ("square miles", "km3", "GB/s", "miles an hour") are derived, not listed.

#include "base/decimal.hpp"
#include "values/lexeme_view.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace atodds {

struct Unit {
    std::string symbol;             ///< what Value::unit holds
    std::string name;               ///< singular long name, lower case
    std::string dimension;          ///< "length", "mass", ...
    Decimal factor;                 ///< how many base units one of these is
    Decimal offset;                 ///< temperatures: base = (value + offset) * factor
    bool is_everyday_noun = false;  ///< "a bit", "a cup": one of it only before "of"
};

struct UnitMatch {
    Unit unit;
    std::size_t end = 0;  ///< lexeme after the last of the unit
};

/// The longest unit that starts at lexeme `at`, derived units included.
std::optional<UnitMatch> find_unit(const LexemeView& view, std::size_t at);

/// True where a unit name or symbol could start with this word; cheap.
bool may_start_unit(std::uint64_t word_id);

/// The unit that `symbol`, as find_unit wrote it, stands for.
std::optional<Unit> find_unit_symbol(std::string_view symbol);

}  // namespace atodds
