#pragma once
// Trains the parser on a treebank whose tags come from a tagger, as they will at run time.

#include "text/training/treebank.hpp"

#include <cstdint>
#include <vector>

namespace atodds {

struct ParserTraining {
    std::uint32_t pruning_rounds = 5;  ///< before the features that get a row are chosen
    std::uint32_t runs = 3;            ///< whose weights are added up, each in orders of its own
    std::uint32_t rounds = 10;         ///< with these
    std::uint32_t least_count = 2;     ///< features seen more rarely get no weight
    std::int32_t margin = 60;          ///< a right decision must win by this much, in updates
};

/// The bytes of parser.bin. `labels` are the tags to train with, a list for each sentence.
std::vector<std::uint8_t> train_parser(const std::vector<GoldSentence>& treebank,
                                       const std::vector<std::vector<TagLabel>>& labels,
                                       const ParserTraining& options);

}  // namespace atodds
