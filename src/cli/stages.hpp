#pragma once
// Readers and comparator of one rule set, and the stages behind them: facts -> findings -> Report.

#include "base/result.hpp"
#include "compare/comparator.hpp"
#include "extract/fact_reader.hpp"
#include "model/finding.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace atodds {

/// Whether a comparison may use a second thread, or is one of many that run side by side.
enum class Cores : std::uint8_t { One, Spare };

/// Readers and comparator made from one rule set: built once, used for many articles. Thread safe.
/// Requires: the rule set outlives it.
class Stages {
  public:
    explicit Stages(const RuleSet& rules, Tiers tiers = Tiers::Both);

    const RuleSet& rules() const { return *rules_; }

    const FactReader& reader() const { return reader_; }

    const Comparator& comparator() const { return comparator_; }

    /// What disagrees among `facts`, all of which stand in `articles`; both in any order.
    Report compare(std::vector<Article> articles, std::vector<Fact> facts,
                   Cores cores = Cores::One) const;

    /// The same of that in which articles take part that somebody asks about, by their ids.
    Report compare_of(const std::set<std::string>& asked, std::vector<Article> articles,
                      std::vector<Fact> facts, Cores cores = Cores::One) const;

    /// Reads the facts of a few short texts and judges every pair of them, sharing a key or not.
    Report compare_all_pairs(std::vector<Article> articles) const;

  private:
    const RuleSet* rules_;
    FactReader reader_;
    Comparator comparator_;
};

}  // namespace atodds
