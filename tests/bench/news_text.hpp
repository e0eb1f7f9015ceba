#pragma once
// News-like articles for measuring, made from a seed: the same bytes on every machine. Sentences
// mix names, counts, money, percents, dates and quotations about as densely as agency reports do,
// with plain sentences between them; names are put together from syllables, so the vocabulary
// grows with the text as it does in real collections.

#include "model/article.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace atodds::bench {

/// Articles of about 3,000 bytes each, together at least `bytes` long, ids "made/0", "made/1", ...
std::vector<Article> made_articles(std::uint64_t seed, std::size_t bytes);

}  // namespace atodds::bench
