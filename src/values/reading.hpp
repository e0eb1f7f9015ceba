#pragma once
// A value with the lexemes it was read from: what the passes of the value reader hand to each
// other.

#include "model/value.hpp"
#include "values/lexeme_view.hpp"
#include "values/measure_reader.hpp"
#include "values/word_table.hpp"

#include <cstddef>
#include <optional>

namespace atodds {

struct Reading {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t core_begin = 0;
    std::size_t core_end = 0;
    std::size_t read_end = 0;  ///< lexeme to go on reading at
    Value value;
};

/// The measure as a value, without any hedge.
Value to_value(const Measure& measure);

/// A range, change, ratio or bounded amount around the measure, or the measure itself. `floor`: the
/// first lexeme that no earlier reading has taken. Nothing where a dash ties digits to the measure
/// and the two are no range.
std::optional<Reading> read_around(const LexemeView& view, const Measure& measure,
                                   std::size_t floor);

/// True where a dash ties digits to the end of the measure: a range, or else a score, a part number
/// or a phone number.
bool is_tied_by_dash(const LexemeView& view, const Measure& measure);

/// True where the measure is an amount and not a label, a time, a version or a pronoun.
bool is_stated_amount(const LexemeView& view, const Measure& measure);

/// "dozens", "tens of thousands": an interval. "a couple of": about two.
std::optional<Reading> read_vague_count(const LexemeView& view, std::size_t at);

/// "doubled", "threefold", "ten-fold": a change by a factor.
std::optional<Reading> read_multiple(const LexemeView& view, std::size_t at);

/// The words that `read_multiple` starts at, with their factor in tenths.
const WordTable<int>& multiple_words();

/// The noun an amount at the end of `at` counts, as written; empty where none is seen.
std::string find_counted_noun(const LexemeView& view, std::size_t at);

/// Joins "more than 10 and less than 20" into one range where they bound the same thing.
bool merge_bounds(const LexemeView& view, Reading& first, const Reading& second);

/// Sets what the bound lets the amount be.
void apply_bound(Value& value, Bound bound);

}  // namespace atodds
