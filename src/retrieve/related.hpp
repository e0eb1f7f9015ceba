#pragma once
// A new article -> the articles of an index that it is worth comparing with: those that share keys
// of facts or rare words with it, weighed by how rare what they share is.

#include "base/result.hpp"
#include "index/fact_index.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace atodds {

struct RelatedArticles {
    std::vector<std::string> ids;  ///< those that share most first, then in id order
    /// Articles beyond `ids` that share enough, and holders of popular keys that were not looked
    /// at.
    std::uint64_t left_out = 0;
};

/// At most `limit` articles. The same for every layout of the index in shards. Articles with the id
/// of `article` are not left out. Cost follows what the article holds, not the size of the index.
/// Fails with: what IndexReader fails with.
Result<RelatedArticles> related_articles(const IndexReader& index, const Article& article,
                                         std::span<const Fact> facts, std::size_t limit);

}  // namespace atodds
