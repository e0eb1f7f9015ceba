#pragma once
// What a new article is compared with: the articles of an index that belong to it.

#include "base/result.hpp"
#include "index/fact_index.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"
#include "retrieve/related.hpp"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace atodds {

/// Adds to `wanted` the ids of the articles of the index that are worth comparing with an article
/// that shares these words with them and has these facts; `not_these` are left out. Counts in
/// `left_out` what was behind the best. Fails with: what IndexReader fails with.
Result<Done> find_related(const IndexReader& index, WordScores words, std::span<const Fact> facts,
                          const std::set<std::string>& not_these, std::set<std::string>& wanted,
                          std::uint64_t& left_out);

/// Adds the articles of these ids to `articles`, in their order, but for those that are there.
/// Fails with: what IndexReader fails with.
Result<Done> fetch_articles(const IndexReader& index, const std::set<std::string>& ids,
                            std::vector<Article>& articles);

/// All of it for one article.
Result<Done> read_related(const IndexReader& index, const Article& article,
                          std::span<const Fact> facts, const std::set<std::string>& not_these,
                          std::vector<Article>& articles, std::uint64_t& left_out);

}  // namespace atodds
