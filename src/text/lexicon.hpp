#pragma once
// What is known of single words: which parts of speech WordNet gives them, which labels the
// treebank gave them, and irregular forms. A compact read-only table, made by `atodds_train`;
// docs of the layout in training/lexicon_builder.cpp.

#include "text/tag_label.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace atodds {

/// Facts on a lower-case word; all zero for an unknown one.
struct WordFacts {
    static constexpr std::uint8_t kNoun = 1;
    static constexpr std::uint8_t kVerb = 2;
    static constexpr std::uint8_t kAdjective = 4;
    static constexpr std::uint8_t kAdverb = 8;
    static constexpr std::uint8_t kName = 0x40;  ///< WordNet writes it with a capital

    /// Bits above; bits 4 and 5 hold the number (0 to 3) of the most frequent part of speech.
    std::uint8_t parts = 0;
    /// 0 for words that are rare in the treebank; 1 to kTagLabels for a word that is always the
    /// label of that number less one; above, the number of a set of labels.
    std::uint8_t label_class = 0;

    friend bool operator==(const WordFacts&, const WordFacts&) = default;
};

class Lexicon {
  public:
    /// Requires: bytes made by the trainer, which outlive the lexicon.
    explicit Lexicon(std::span<const std::uint8_t> bytes);

    /// The one that is linked into the library.
    static const Lexicon& shipped();

    /// `word_id` is hash_bytes of the word in lower case. One in 20,000 unknown words is mistaken.
    WordFacts find(std::uint64_t word_id) const;

    WordFacts find(std::string_view lower) const;

    /// The base of an irregular form, or an empty view. `part` is 'n', 'v' or 'a'. The view points
    /// into the table.
    std::string_view irregular(char part, std::string_view lower) const;

  private:
    std::string_view entry(std::uint32_t index) const;

    std::span<const std::uint8_t> slots_;
    std::span<const std::uint8_t> offsets_;
    std::string_view forms_;
    std::uint64_t mask_ = 0;
    std::uint32_t form_count_ = 0;
};

}  // namespace atodds
