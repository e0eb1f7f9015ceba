#pragma once
// Part-of-speech tagging: an averaged perceptron that reads left to right, greedy. Words that the
// treebank always tags alike are not decided at all. A third of a microsecond a token.

#include "model/statement.hpp"
#include "text/lexicon.hpp"
#include "text/tag_label.hpp"
#include "text/weight_table.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace atodds {

class Tagger {
  public:
    /// Requires: bytes made by the trainer with this lexicon; both outlive the tagger.
    Tagger(std::span<const std::uint8_t> bytes, const Lexicon& lexicon);

    /// The one that is linked into the library.
    static const Tagger& shipped();

    /// The label of each token, into `labels` (its memory is reused). Thread safe.
    void label(std::span<const Token> tokens, std::vector<TagLabel>& labels) const;

    /// Fills tag and form of each token; the labels go into `labels` for the parser.
    void tag(std::span<Token> tokens, std::vector<TagLabel>& labels) const;

  private:
    struct Scratch;

    void fill_scratch(std::span<const Token> tokens, Scratch& scratch) const;

    WeightTable<32> weights_;
    const Lexicon& lexicon_;
    std::uint64_t serial_ = 0;  ///< another for each tagger: whose word memory it is
};

/// Tag and form that a label means for this word.
TagMeaning meaning_for(TagLabel label, std::string_view lower);

}  // namespace atodds
