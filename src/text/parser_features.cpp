#include "text/parser_features.hpp"

#include <array>
#include <cstddef>

namespace atodds {
namespace {

constexpr std::size_t kRootTag = kTagLabels;
constexpr std::size_t kNothingTag = kTagLabels + 1;

/// The finaliser of splitmix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", 2014).
constexpr std::uint64_t scattered(std::uint64_t number) {
    std::uint64_t z = (number + 1) * 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

constexpr auto kTagAtoms = [] {
    std::array<std::uint64_t, kNothingTag + 1> atoms{};
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        atoms[i] = scattered(i);
    }
    return atoms;
}();

constexpr ParserWord word_of(std::uint64_t word, std::size_t tag) {
    return {word, kTagAtoms[tag], word + std::rotl(kTagAtoms[tag], 7)};
}

}  // namespace

void fill_parser_words(std::span<const Token> tokens, std::span<const TagLabel> labels,
                       std::vector<ParserWord>& words) {
    words.resize(tokens.size() + kParserPadding);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        words[i] = word_of(tokens[i].lower_id, static_cast<std::size_t>(labels[i]));
    }
    words[tokens.size()] = word_of(scattered(1002), kRootTag);
    for (std::size_t i = tokens.size() + 1; i < words.size(); ++i) {
        words[i] = word_of(scattered(1003), kNothingTag);
    }
}

}  // namespace atodds
