#pragma once
// Words that are written with a full stop which does not end a sentence.

#include <string_view>

namespace atodds {

/// What may follow the abbreviation.
enum class AbbreviationKind {
    None,         ///< the word is no abbreviation
    Title,        ///< "Mr.", "vs.": never ends a sentence
    Plain,        ///< "Inc.", "a.m.": ends one when a word follows that opens sentences
    BeforeDigit,  ///< "No.", "pp.": an abbreviation only before a number
};

/// Kind of `lower`, given in lower case and without its last full stop.
AbbreviationKind abbreviation_kind(std::string_view lower);

/// True for words that open sentences far more often than they follow an abbreviation inside
/// one ("The", "It", "However").
bool is_sentence_opener(std::string_view lower);

}  // namespace atodds
