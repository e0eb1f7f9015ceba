#include "text/word_memory.hpp"

namespace atodds {
namespace {

// Words of 400 bytes each: some 1.6 MB a thread. On a megabyte of news half or twice as many change
// the tagger's time by less than runs differ.
constexpr std::size_t kMostWords = 4096;

}  // namespace

void WordMemory::prepare(std::uint64_t owner, const WeightTable<32>& weights) {
    if (owner_ == owner && words_.size() < kMostWords) {
        return;
    }
    owner_ = owner;
    numbers_ = {};
    words_.clear();
    words_.emplace_back();
    words_.back().traits = blank_traits();
    add_neighbours(words_.back(), weights);
}

std::uint32_t WordMemory::number_of(const Token& token, std::uint8_t capital,
                                    const Lexicon& lexicon, const WeightTable<32>& weights) {
    // Numbers above 0, so that a new word shows.
    std::uint32_t& number = numbers_[token.lower_id ^ capital * 0x9E3779B97F4A7C15ULL];
    if (number != 0) {
        return number;
    }
    number = static_cast<std::uint32_t>(words_.size());
    KnownWord& word = words_.emplace_back();
    word.traits = traits_of(token, capital, lexicon);
    add_rows(weights, word_features(token, word.traits), word.own);
    add_neighbours(word, weights);
    return number;
}

void WordMemory::add_neighbours(KnownWord& word, const WeightTable<32>& weights) const {
    const NeighbourFeatures features = neighbour_features(word.traits);
    add_rows(weights, features.after, word.after);
    add_rows(weights, features.second_after, word.second_after);
    add_rows(weights, features.third_after, word.third_after);
    add_rows(weights, features.before, word.before);
    add_rows(weights, features.second_before, word.second_before);
}

}  // namespace atodds
