#pragma once
// Trains the tagger on a treebank.

#include "text/lexicon.hpp"
#include "text/training/treebank.hpp"

#include <cstdint>
#include <vector>

namespace atodds {

struct TaggerTraining {
    std::uint32_t rounds = 8;
    std::uint32_t least_count = 2;  ///< features seen more rarely get no weight
    std::int32_t margin = 30;       ///< a right decision must win by this much, in updates
    unsigned table_bits = 22;       ///< log2 of the bytes of the table
};

/// The bytes of tagger.bin. Same input, same bytes.
std::vector<std::uint8_t> train_tagger(const std::vector<GoldSentence>& treebank,
                                       const Lexicon& lexicon, const TaggerTraining& options);

}  // namespace atodds
