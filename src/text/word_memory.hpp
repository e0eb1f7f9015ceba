#pragma once
// What the tagger has worked out about words it met: their traits, and the sums of all weights that
// depend on that word alone. Text repeats its words, so half of the rows of a decision need not be
// fetched again. A memory belongs to one thread and one tagger; it never changes an answer.

#include "base/id_map.hpp"
#include "text/lexicon.hpp"
#include "text/row_sum.hpp"
#include "text/tagger_features.hpp"
#include "text/weight_table.hpp"

#include <cstdint>
#include <vector>

namespace atodds {

struct KnownWord {
    WordTraits traits;
    WideSum own;    ///< of word_features
    WideSum after;  ///< for the word before it; the others likewise
    WideSum second_after;
    WideSum third_after;
    WideSum before;
    WideSum second_before;
};

class WordMemory {
  public:
    /// Number of the blank word.
    static constexpr std::uint32_t kBlank = 0;

    /// Makes room before a sentence: forgets all when it has grown large or belongs to another
    /// tagger. `owner` is never 0.
    void prepare(std::uint64_t owner, const WeightTable<32>& weights);

    /// The number of a word, worked out where it is new. It holds until the next `prepare`.
    std::uint32_t number_of(const Token& token, std::uint8_t capital, const Lexicon& lexicon,
                            const WeightTable<32>& weights);

    const KnownWord& word(std::uint32_t number) const { return words_[number]; }

  private:
    void add_neighbours(KnownWord& word, const WeightTable<32>& weights) const;

    std::uint64_t owner_ = 0;
    IdMap<std::uint32_t> numbers_;  ///< by word and capital
    std::vector<KnownWord> words_;
};

}  // namespace atodds
