#pragma once
// The number words of English (and the Chinese magnitudes): what each stands for. Grammar lives in
// the amount reader; the date reader uses the same table for "the twenty-first" and "two weeks".

#include "base/decimal.hpp"
#include "values/word_table.hpp"

#include <cstdint>

namespace atodds {

enum class NumberWordKind : std::uint8_t {
    Zero,      ///< zero, nought
    Unit,      ///< one to nine
    Teen,      ///< ten to nineteen
    Tens,      ///< twenty to ninety
    Hundred,   ///< hundred
    Scale,     ///< thousand and above, lakh, crore, dozen; bn, mn, 万, 亿
    Ordinal,   ///< first to nineteenth, twentieth, hundredth, thousandth...
    Ordinals,  ///< the plural, which only fractions use: thirds, fifths
    Half,      ///< half, halves
    Quarter,   ///< quarter, quarters
};

struct NumberWord {
    NumberWordKind kind = NumberWordKind::Zero;
    std::int64_t value = 0;    ///< of the cardinal: "fifth" 5, "million" 1000000; half 2, quarter 4
    bool is_plural = false;    ///< dozens, millions, halves
    bool is_dozen = false;     ///< a scale that adds after hundreds ("three hundred and two dozen")
    bool is_suffix = false;    ///< an abbreviation that only follows digits (bn, mn, mln)
    bool is_compound = false;  ///< written as one word: "thirtyfirst", "twentyone"
};

/// Points to a constant table; null when the word is no number word. "a", "k" and "m" are not in
/// it: they need context.
const NumberWord* find_number_word(std::uint64_t word_id);

/// All of them, for tables that hold words of several kinds.
const WordTable<NumberWord>& number_words();

}  // namespace atodds
