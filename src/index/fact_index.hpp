#pragma once
// Articles and facts in Xapian. The only folder that names the engine; this header does not.
// Self-contained: evidence text and metadata come back from the index, so it can live elsewhere.

#include "base/result.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

class PreparedArticle;

struct IndexStats {
    std::uint64_t articles = 0;
    std::uint64_t facts = 0;
    std::uint64_t keys = 0;
    std::uint64_t text_bytes = 0;
};

/// How much is written between two commits. Small ones are the fast ones: Xapian's posting buffer
/// in memory is the slow part (measured: 1,000 articles 8.8 MB/s, 10,000 5.0, 100,000 2.4).
struct WritePace {
    std::uint32_t commit_articles = 500;     ///< at least 1; what a killed run loses at most
    std::uint64_t commit_bytes = 3U << 20U;  ///< of text
    std::uint32_t part_articles = 25'000;    ///< of one part of a first build
};

/// What became of one article handed to the writer.
enum class PutOutcome : std::uint8_t { Added, Replaced, Unchanged };

/// One writer at a time. Commits in batches; a killed run loses at most the last batch.
class IndexWriter {
  public:
    /// Creates or opens for update. An empty `folder` is an index in memory. `rules_hash` is that
    /// of the rules that read the facts; another hash than the stored one makes every article
    /// stale. Fails with: IndexLocked, IndexOutdated, IndexDamaged, Unwritable.
    static Result<IndexWriter> open(const std::string& folder, std::string_view rules_hash,
                                    const WritePace& pace = {});
    ~IndexWriter();
    IndexWriter(IndexWriter&&) noexcept;
    IndexWriter& operator=(IndexWriter&&) noexcept;

    /// True where an article with this id and content hash is in, so reading it can be skipped.
    bool is_current(const Article& article) const;

    Result<PutOutcome> put(const Article& article, const std::vector<Fact>& facts);
    /// The same for what an ArticlePreparer of the same rules has made.
    Result<PutOutcome> put(PreparedArticle article);
    Result<bool> remove(std::string_view article_id);
    Result<Done> commit();
    /// The last commit of a run; `input` says what the run has read, see KnownArticles::input.
    Result<Done> commit_all_of(std::string_view input);

  private:
    friend class IndexReader;
    struct Parts;
    explicit IndexWriter(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

struct StoredArticle {
    Article article;  ///< text included
    std::vector<Fact> facts;
};

struct SearchHit {
    std::string article;
    std::uint32_t score_percent = 0;  ///< 0 to 100
};

/// Many readers, also while a writer commits.
class IndexReader {
  public:
    /// Fails with: IndexMissing, IndexOutdated, IndexDamaged.
    static Result<IndexReader> open(const std::vector<std::string>& places);
    /// Reads what the writer committed; the only way to read an index in memory.
    static Result<IndexReader> open(IndexWriter& writer);
    ~IndexReader();
    IndexReader(IndexReader&&) noexcept;
    IndexReader& operator=(IndexReader&&) noexcept;

    /// Every comparable key held by at least `least_articles` articles, in byte order, with counts.
    /// Walks the term dictionary and opens no document.
    Result<Done> walk_keys(
        std::uint32_t least_articles,
        const std::function<void(std::string_view key, std::uint32_t articles)>& take) const;

    /// Facts of all articles that hold `key`, in article id order, at most `limit`.
    Result<std::vector<Fact>> facts_of(std::string_view key, std::uint32_t limit) const;

    /// Articles that share text fingerprints (sampled_hashes of text/sketch.hpp) with these, those
    /// that share most first, then in id order; at most `limit`. Of a fingerprint that very many
    /// articles hold the first sixty-four count.
    Result<std::vector<std::string>> articles_sharing(std::span<const std::uint64_t> hashes,
                                                      std::uint32_t limit) const;

    Result<std::vector<std::string>> article_ids() const;
    Result<StoredArticle> article(std::string_view id) const;
    Result<std::vector<SearchHit>> search(std::string_view query, std::uint32_t limit) const;
    /// In how many articles a stem occurs; 0 for unknown words. For weighing rare words.
    std::uint32_t article_frequency(std::string_view stem) const;
    Result<IndexStats> stats() const;

    /// Hash of the rules (RuleSet::content_hash) its facts were read with last.
    Result<std::string> rules_hash() const;

  private:
    struct Parts;
    explicit IndexReader(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// The terms a fact is found by, in byte order: its rule's key for declared facts, blocking keys
/// (measured noun with entity, predicate with entity, ...) for open ones.
std::vector<std::string> key_terms(const Fact& fact);

}  // namespace atodds
