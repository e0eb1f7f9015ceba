#pragma once
// Builds the lexicon table from WordNet's files and the treebank.

#include "text/training/treebank.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atodds {

/// The bytes of lexicon.bin; nothing where WordNet cannot be read from the folder.
std::optional<std::vector<std::uint8_t>> build_lexicon(const std::string& wordnet,
                                                       const std::vector<GoldSentence>& treebank);

}  // namespace atodds
