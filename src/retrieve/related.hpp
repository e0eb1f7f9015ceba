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
#include <unordered_map>
#include <vector>

namespace atodds {

struct RelatedArticles {
    std::vector<std::string> ids;  ///< those that share most first, then in id order
    /// Articles beyond `ids` that share enough, and holders of popular keys that were not looked
    /// at.
    std::uint64_t left_out = 0;
};

/// How much each article of an index shares with another one in words.
using WordScores = std::unordered_map<ArticleNumber, std::int64_t>;

/// By the rarest words of the article, which take no reading of facts.
/// Fails with: what IndexReader fails with.
Result<WordScores> shared_words(const IndexReader& index, const Article& article);

/// At most `limit` articles. The same for every layout of the index in shards. Articles with the id
/// of `article` are not left out. Cost follows what the article holds, not the size of the index.
/// Fails with: what IndexReader fails with.
Result<RelatedArticles> related_articles(const IndexReader& index, const Article& article,
                                         std::span<const Fact> facts, std::size_t limit);

/// The same where the words were looked up before, in this index.
Result<RelatedArticles> related_articles(const IndexReader& index, WordScores words,
                                         std::span<const Fact> facts, std::size_t limit);

}  // namespace atodds
