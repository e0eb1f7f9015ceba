#pragma once
// Two facts -> a verdict with its trace. The decision order of docs/architecture.md, one function
// per step. Knows nothing of indexes and reports.

#include "extract/entity_finder.hpp"
#include "model/finding.hpp"
#include "ruleset/ruleset.hpp"

#include <optional>

namespace atodds {

/// What is known of the article a fact stands in.
struct FactSource {
    std::string article;
    std::string publisher;
    std::optional<Day> published;
    DayInterval date_bounds;
    std::string origin;  ///< who the article has it from; empty if its own
};

class Comparator {
  public:
    Comparator(const RuleSet& rules, const EntityFinder& entities);

    /// Symmetric but for the order of sides in texts. Same input, same judgement.
    Judgement judge(const Fact& left, const FactSource& left_source, const Fact& right,
                    const FactSource& right_source) const;

  private:
    const RuleSet* rules_;
    const EntityFinder* entities_;
};

}  // namespace atodds
