#pragma once
// The words of an article as a short list of fingerprints, so that copied text is found without
// comparing texts: five words in a row make a shingle, and of every four shingles in a row the one
// with the least hash is kept (winnowing; Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms
// for document fingerprinting", SIGMOD 2003). Eight words in a row that two texts share always
// leave a fingerprint in both. Quotations and titles are left out: who quotes one speech has not
// copied the other, and copies change their title first.

#include "base/span.hpp"
#include "model/article.hpp"

#include <cstdint>
#include <vector>

namespace atodds {

struct Shingle {
    std::uint64_t hash = 0;
    std::uint32_t word = 0;  ///< index of its first word among the words outside quotations
    ByteSpan span;           ///< of the five words, in bytes of the article

    friend bool operator==(const Shingle&, const Shingle&) = default;
};

struct Sketch {
    std::vector<Shingle> shingles;  ///< in text order
    std::uint32_t word_count = 0;   ///< outside quotations
};

/// Words of body blocks outside double quotation marks, in lower case; anything but letters and
/// digits separates. Linear in the text. The same text gives the same hashes on every machine, so
/// they may be stored.
Sketch sketch_of(const Article& article);

/// Every fourth fingerprint by its hash: enough to meet a copy, few enough to list. Sorted, each
/// once.
std::vector<std::uint64_t> sampled_hashes(const Sketch& sketch);

}  // namespace atodds
