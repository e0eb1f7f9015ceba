#pragma once
// How much a change of words in a quotation matters: from an ending to a dropped "not".

#include "compare/quotation_alignment.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace atodds {

/// Weakest first. Up to Slight a finding is a note, from Omission up a warning; from Number up the
/// two sides assert different things.
enum class ChangeKind : std::uint8_t {
    None,      ///< spelling: "world view" and "worldview"
    Slight,    ///< articles, prepositions, contractions, endings, a word said twice
    Omission,  ///< words or sentences left out without an ellipsis
    Words,     ///< other words
    Number,    ///< another number in the same place
    Name,      ///< another name in the same place
    Opposite,  ///< a word against its opposite
    Negation,  ///< a "not" on one side only
};

ChangeKind kind_of_change(std::span<const QuoteWord> left, std::span<const QuoteWord> right,
                          const WordChange& change);

/// "“a” against “the”", "“just” only on one side": the change in words, cut where it is long.
std::string describe_change(std::span<const QuoteWord> left, std::span<const QuoteWord> right,
                            const WordChange& change);

}  // namespace atodds
