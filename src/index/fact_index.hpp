#pragma once
// Articles and facts in Xapian. The only folder that names the engine; this header does not.
// Self-contained: evidence text and metadata come back from the index, so it can live elsewhere.

#include "base/result.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

/// The number of an article inside one reader. Another layout of the same articles (one database,
/// three shards) numbers them otherwise, so what is shown must be chosen by ids.
using ArticleNumber = std::uint32_t;

/// The articles that state one value of a key.
struct ValueHolders {
    std::string value;           ///< kValueHashSize bytes, none of them NUL; no text
    std::uint32_t articles = 0;  ///< exact, from the term dictionary
    /// Ascending. All of them up to kMostHolders, above that those of the sample, which may be
    /// none; none for values behind the first kMostValues of a key.
    std::vector<ArticleNumber> numbers;
};

/// A key with all values stated of it, those of most articles first.
struct KeyHolders {
    std::string key;             ///< kKeyHashSize bytes, likewise
    std::uint32_t articles = 0;  ///< sum over the values; who states two counts twice
    std::vector<ValueHolders> values;
};

/// Articles that hold a word.
struct TermHolders {
    std::uint32_t articles = 0;
    std::vector<ArticleNumber> numbers;  ///< ascending
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

    /// Up to this many articles of one value are all named; evidence of more is a sample. Guessed:
    /// twice what one group of a report holds.
    static constexpr std::uint32_t kMostHolders = 128;
    /// Values of one key whose articles are named. Guessed: a reader looks at fewer.
    static constexpr std::size_t kMostValues = 16;

    /// Every key that at least two articles hold, in byte order. Walks the term dictionary and
    /// opens no document.
    Result<Done> walk_keys(const std::function<void(const KeyHolders& key)>& take) const;

    /// Every stem that 2 to `most` articles hold, in byte order.
    Result<Done> walk_stems(std::uint32_t most,
                            const std::function<void(const TermHolders& term)>& take) const;

    // Many at once, in the order asked for: each question to a server is a round trip.

    /// Who holds the keys, each the first kKeyHashSize bytes of a stored key. Of a key that more
    /// than `most` articles hold only how many state each value: name_holders names those it is
    /// asked for.
    Result<std::vector<KeyHolders>> holders_of_keys(std::span<const std::string> keys,
                                                    std::uint32_t most) const;

    /// Fills in the numbers of the values of these keys.
    Result<Done> name_holders(std::span<KeyHolders> keys) const;

    /// Who holds the stems (see stems_of), ascending. A common one has very many holders: ask for
    /// their frequencies before.
    Result<std::vector<std::vector<ArticleNumber>>> holders_of_stems(
        std::span<const std::string> stems) const;

    /// In how many articles the stems occur; 0 for unknown words. For weighing rare words.
    Result<std::vector<std::uint32_t>> article_frequencies(
        std::span<const std::string> stems) const;

    /// Ids of the articles, in the order of `numbers`.
    Result<std::vector<std::string>> ids_of(std::span<const ArticleNumber> numbers) const;

    /// All ids with their numbers, sorted; an id in several shards stands there as often.
    Result<std::vector<std::pair<std::string, ArticleNumber>>> numbered_ids() const;

    Result<std::vector<std::string>> article_ids() const;
    /// Text and metadata; its facts are read from them again.
    Result<Article> article(std::string_view id) const;
    /// How many facts were read in an article when it was indexed.
    Result<std::uint64_t> fact_count(std::string_view id) const;
    Result<std::uint32_t> article_count() const;
    Result<std::vector<SearchHit>> search(std::string_view query, std::uint32_t limit) const;
    Result<IndexStats> stats() const;

    /// The first place whose facts were read last with rules of another hash
    /// (RuleSet::content_hash); nothing where all agree.
    std::optional<std::string> place_of_other_rules(std::string_view rules_hash) const;

  private:
    struct Parts;
    explicit IndexReader(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

inline constexpr std::size_t kKeyHashSize = 5;    ///< bytes: the tier and 39 bits
inline constexpr std::size_t kValueHashSize = 2;  ///< bytes, 16 bits

/// True for the keys of declared facts, which stand before those of open facts.
/// Requires: not empty.
constexpr bool is_declared_key(std::string_view key) {
    return static_cast<unsigned char>(key.front()) < 0x80;
}

/// What a fact that states a value is found by: hashes of what it is about (its rule and a slot;
/// measured noun and entity) followed by a hash of what it states. In byte order, each once. Claims
/// and quotations have none, nor has what was quarantined.
std::vector<std::string> stored_keys(const Fact& fact);

/// Stems of the content words of title and prose, sorted, each once.
std::vector<std::string> stems_of(const Article& article);

}  // namespace atodds
