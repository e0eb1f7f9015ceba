#pragma once
// All articles of an index -> groups that are worth comparing, each small: the stories, and a few
// articles for each key on which articles of different stories differ. The cost grows with what is
// in the index, not with the pairs of its articles.

#include "base/result.hpp"
#include "index/fact_index.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace atodds {

/// Most articles of one story that are compared with each other. What a larger one states
/// differently is found by the keys of its facts. Guessed: facts of 64 articles are compared in a
/// second.
inline constexpr std::size_t kMostInGroup = 64;

struct ArticleGroup {
    std::vector<std::uint32_t> articles;  ///< indices into the ids, ascending; at least two
    /// Hashes of keys (kKeyHashSize bytes): only what is found of these is meant. Empty: all.
    std::vector<std::string> keys;
};

struct ArticleGroups {
    std::vector<std::string> ids;  ///< all articles of the index, sorted, each once
    std::vector<ArticleGroup> groups;
    /// Statements of values, by article, that are in no group: behind the first few of a value of a
    /// popular key, or beyond the bound on all groups together.
    std::uint64_t left_out = 0;
};

/// The same for every layout of the index in shards. Memory: some hundred bytes an article.
/// Fails with: what IndexReader fails with.
Result<ArticleGroups> group_articles(const IndexReader& index);

}  // namespace atodds
