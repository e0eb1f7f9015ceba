#pragma once
// Words as lists: opposites, negations, and how much a word says. Data for comparing quotations;
// English only.

#include <cstdint>
#include <string>
#include <string_view>

namespace atodds {

/// How much it matters when a word of a quotation is another or missing.
enum class WordRank : std::uint8_t {
    Slight,    ///< articles, conjunctions, prepositions, fillers
    Function,  ///< pronouns, auxiliaries, modals, quantifiers
    Common,    ///< verbs and nouns of all talk: "make", "people", "good"
    Content,   ///< everything else
};

/// Rank of a lower-case word. Numbers and names are Content.
WordRank rank_of_word(std::string_view lower);

/// True for words that turn a statement round: not, never, no, without ...
bool is_negation(std::string_view lower);

/// True where one is the opposite of the other: "rise" and "fall". Takes inflected forms.
bool are_opposites(std::string_view left, std::string_view right);

/// The word without an ending of inflection; no stem that anybody would read. Words shorter than
/// three letters have none: empty.
std::string trunk_of_word(std::string_view lower);

/// True for forms of one word: "look" and "looks", "run" and "running". By endings alone.
bool are_inflections(std::string_view left, std::string_view right);

}  // namespace atodds
