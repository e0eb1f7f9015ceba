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

inline constexpr std::size_t kWordFeatures = 16;
inline constexpr std::size_t kContextFeatures = 29;
inline constexpr std::size_t kTagFeatures = kWordFeatures + kContextFeatures;
using TagFeatures = std::array<std::uint64_t, kTagFeatures>;

/// Labels decided before: of the word before and of the one before that. kTagLabels = none.
struct TagHistory {
    std::uint8_t last = kTagLabels;
    std::uint8_t second = kTagLabels;
};

/// Hashes of what the word itself shows, into the first kWordFeatures.
void word_features(const Token& token, const WordTraits& traits, TagFeatures& features);

/// Hashes of what the neighbours show, into the rest. `traits` points at the word in a padded list.
void context_features(const WordTraits* traits, TagHistory history, TagFeatures& features);

/// The label of a word that needs no decision, or kTagLabels.
inline std::uint8_t fixed_label(const WordTraits& traits) {
    return traits.label_class >= 1 && traits.label_class <= kTagLabels
               ? static_cast<std::uint8_t>(traits.label_class - 1)
               : static_cast<std::uint8_t>(kTagLabels);
}

}  // namespace atodds
