#pragma once
// Article -> facts: the whole reading of one article, the work of all extractors in order.

#include "model/article.hpp"
#include "model/fact.hpp"
#include "ruleset/ruleset.hpp"

#include <memory>
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

    /// The statements behind them with entities and values, for `facts` and tests.
    std::vector<Statement> read_statements(const Article& article) const;

    /// The names of the lexicon, which took a tenth of a start to make: for all who need them.
    /// Lives as long as the reader, also when that is moved.
    const EntityFinder& entities() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace atodds
