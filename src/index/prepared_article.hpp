#pragma once
// An article with its facts as the index stores it. Making one is most of the work of indexing and
// touches no database, so that many threads can do it while few of them write.

#include "base/result.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace atodds {

/// Holds neither the article nor its facts any more. For one thread at a time.
class PreparedArticle {
  public:
    ~PreparedArticle();
    PreparedArticle(PreparedArticle&&) noexcept;
    PreparedArticle& operator=(PreparedArticle&&) noexcept;

    /// Size of the article's text.
    std::size_t text_bytes() const;

  private:
    friend class ArticlePreparer;
    friend class IndexWriter;
    friend class PartWriter;
    struct Parts;
    explicit PreparedArticle(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// Keeps a cache of word stems: one object a thread.
class ArticlePreparer {
  public:
    /// `rules_hash` is that of the rules that read the facts (RuleSet::content_hash).
    explicit ArticlePreparer(std::string_view rules_hash);
    ~ArticlePreparer();
    ArticlePreparer(ArticlePreparer&&) noexcept;
    ArticlePreparer& operator=(ArticlePreparer&&) noexcept;

    Result<PreparedArticle> prepare(const Article& article, std::span<const Fact> facts);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace atodds
