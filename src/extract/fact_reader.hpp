#pragma once
// Articles -> facts: the whole reading, the work of all extractors in order.
//
// The tables of the stages together are larger than the caches of a core. So articles are read by
// batches of some kilobytes, one stage after the other over all of a batch: each finds its tables
// and its code warm. An article has the same facts in whatever batch it stands.

#include "model/article.hpp"
#include "model/fact.hpp"
#include "ruleset/ruleset.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace atodds {

class EntityFinder;

/// Which tiers read facts.
enum class Tiers : std::uint8_t { DeclaredOnly, OpenOnly, Both };

/// Rules and lexicons compiled for matching. Immutable and thread safe once built.
class FactReader {
  public:
    explicit FactReader(const RuleSet& rules, Tiers tiers = Tiers::Both);
    ~FactReader();
    FactReader(FactReader&&) noexcept;
    FactReader& operator=(FactReader&&) noexcept;

    /// Facts of one article, sorted by span then rule. Linear in its text.
    std::vector<Fact> read(const Article& article) const;

    /// The facts of each article, as above. Holds the statements of all at once, some thirty times
    /// their bytes: batch_size() says how many to hand over.
    std::vector<std::vector<Fact>> read(std::span<const Article> articles) const;

    /// The statements behind them with entities and values, for `facts` and tests.
    std::vector<Statement> read_statements(const Article& article) const;

    /// The names of the lexicon, which took a tenth of a start to make: for all who need them.
    /// Lives as long as the reader, also when that is moved.
    const EntityFinder& entities() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// Bytes of text in a batch. Measured on articles of two kilobytes: from one to the next of 2, 4,
/// 8, 16 and 32 kilobytes a byte took 357, 346, 326, 313 and 317 ns.
inline constexpr std::size_t kBatchBytes = 16U * 1024;

/// How many of the first of `articles` make a batch for FactReader::read: 0 only where there are
/// none, else as many as have `bytes` of text together, and the one that goes beyond.
std::size_t batch_size(std::span<const Article> articles, std::size_t bytes = kBatchBytes);

}  // namespace atodds
