#pragma once
// Trains the parser on a treebank whose tags come from a tagger, as they will at run time.

#include "text/training/treebank.hpp"

#include <cstdint>
#include <vector>

namespace atodds {

struct ParserTraining {
    std::uint32_t rounds = 10;
    std::uint32_t least_count = 2;  ///< features seen more rarely get no weight
    std::int32_t margin = 20;       ///< a right decision must win by this much, in updates
    unsigned transition_bits = 22;  ///< log2 of the bytes of each table
    unsigned relation_bits = 21;
};

/// The bytes of parser.bin. `labels` are the tags to train with, a list for each sentence.
std::vector<std::uint8_t> train_parser(const std::vector<GoldSentence>& treebank,
                                       const std::vector<std::vector<TagLabel>>& labels,
                                       const ParserTraining& options);

}  // namespace atodds
