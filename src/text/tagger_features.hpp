#pragma once
// What the tagger looks at. Used by the runtime and by the trainer alike, so that a model always
// meets the features it was trained on.

#include "model/statement.hpp"
#include "text/lexicon.hpp"
#include "text/tag_label.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace atodds {

/// How a sentence is written; headlines put capitals everywhere and say nothing by them.
enum class SentenceCase : std::uint8_t { Normal, Title, Upper };

SentenceCase sentence_case(std::span<const Token> tokens);

/// The view of one word that all features are made of.
struct WordTraits {
    std::uint64_t word = 0;  ///< Token::lower_id; numbers share an id by their shape
    std::uint64_t suffix3 = 0;
    std::uint32_t look = 0;    ///< what the lexicon says or, failing that, how the word looks
    std::uint8_t capital = 0;  ///< small, first word, inside, all capitals; by sentence case
    std::uint8_t label_class = 0;
};

/// Traits of the whole sentence, with kTraitPadding blank words before and after.
inline constexpr std::size_t kTraitPadding = 3;
void fill_traits(std::span<const Token> tokens, const Lexicon& lexicon,
                 std::vector<WordTraits>& traits);

/// The traits of a token whose capital is known.
WordTraits traits_of(const Token& token, std::uint8_t capital, const Lexicon& lexicon);

/// The traits of the blank words around a sentence.
WordTraits blank_traits();

/// What the capitals of each token say in their sentence.
void read_capitals(std::span<const Token> tokens, std::vector<std::uint8_t>& capitals);

/// What was decided before. Whether a finite verb is still wanted tells past forms from
/// participles over any distance: "The firm, which made chips, posted a loss".
struct TagHistory {
    std::uint8_t last = kTagLabels;       ///< label of the word before; kTagLabels = none
    std::uint8_t second = kTagLabels;     ///< of the one before that
    std::uint8_t wanted = 2;              ///< clauses opened less finite verbs seen, plus 1; 0 to 4
    std::uint8_t last_verb = kTagLabels;  ///< of the nearest verb or auxiliary

    /// The history once the next word is decided.
    TagHistory after(std::uint8_t label) const;
};

/// Hashes of what the word itself shows.
using WordFeatures = std::array<std::uint64_t, 16>;
WordFeatures word_features(const Token& token, const WordTraits& traits);

/// Hashes of what one word says of its neighbours, by where it stands from them.
struct NeighbourFeatures {
    std::array<std::uint64_t, 3> after;
    std::array<std::uint64_t, 1> second_after;
    std::array<std::uint64_t, 1> third_after;
    std::array<std::uint64_t, 2> before;
    std::array<std::uint64_t, 1> second_before;
};

NeighbourFeatures neighbour_features(const WordTraits& traits);

/// Hashes of what several words or the decisions before show together. `traits` points at the word
/// in a padded list.
using ContextFeatures = std::array<std::uint64_t, 25>;
ContextFeatures context_features(const WordTraits* traits, TagHistory history);

/// All of them, for the trainer; the runtime keeps the sums of the first two kinds by word.
using TagFeatures = std::array<std::uint64_t, 49>;
TagFeatures tag_features(const Token& token, const WordTraits* traits, TagHistory history);

/// The label of a word that needs no decision, or kTagLabels.
inline std::uint8_t fixed_label(const WordTraits& traits) {
    return traits.label_class >= 1 && traits.label_class <= kTagLabels
               ? static_cast<std::uint8_t>(traits.label_class - 1)
               : static_cast<std::uint8_t>(kTagLabels);
}

}  // namespace atodds
