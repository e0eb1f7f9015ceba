#pragma once
// What the parser looks at, for the runtime and the trainer alike: the words on top of the stack
// and in front of the buffer, their tags, their dependents and the distance between them.

#include "text/parser_state.hpp"
#include "text/tag_label.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace atodds {

/// A word as the parser sees it.
struct ParserWord {
    std::uint64_t word = 0;  ///< Token::lower_id
    std::uint64_t tag = 0;   ///< TagLabel, kTagLabels for the root, 32 for nothing
    std::uint64_t both = 0;
};

/// The words of a sentence with the root behind them and "nothing" last.
void fill_parser_words(std::span<const Token> tokens, std::span<const TagLabel> labels,
                       std::vector<ParserWord>& words);

inline constexpr std::size_t kTransitionFeatures = 76;
inline constexpr std::size_t kRelationFeatures = 32;
using TransitionFeatures = std::array<std::uint64_t, kTransitionFeatures>;
using RelationFeatures = std::array<std::uint64_t, kRelationFeatures>;

/// For the choice of the next transition.
void transition_features(const ParserState& state, std::span<const ParserWord> words,
                         TransitionFeatures& features);

/// For the relation of `word`, complete, to `head`.
void relation_features(const ParserState& state, std::span<const ParserWord> words,
                       std::uint32_t word, std::uint32_t head, RelationFeatures& features);

}  // namespace atodds
