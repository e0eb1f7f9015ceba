#pragma once
// Two facts -> a verdict with its trace. The decision order of docs/architecture.md, one function
// per step. Knows nothing of indexes and reports.

#include "compare/fact_source.hpp"
#include "compare/open_comparator.hpp"
#include "compare/open_features.hpp"
#include "compare/running_totals.hpp"
#include "extract/entity_finder.hpp"
#include "model/finding.hpp"
#include "ruleset/ruleset.hpp"

#include <optional>
#include <string>
#include <unordered_map>

namespace atodds {

class Comparator {
  public:
    /// Both must outlive the comparator.
    Comparator(const RuleSet& rules, const EntityFinder& entities);

    /// Symmetric but for the order of sides in texts. Same input, same judgement.
    Judgement judge(const Fact& left, const FactSource& left_source, const Fact& right,
                    const FactSource& right_source) const;

    /// The same for facts that stand in many pairs; nothing is said of why two are different.
    Judgement judge_briefly(const OpenFact& left, const FactSource& left_source,
                            const OpenFact& right, const FactSource& right_source) const;

    /// The rule of a declared fact; nothing for open facts and unknown rules.
    const Rule* rule_of(const Fact& fact) const;

    /// True for newspapers, agencies and broadcasters of the lexicon.
    bool is_outlet(const std::string& id) const { return entities_->is_a(id, "outlet"); }

    const EntityFinder& entities() const { return *entities_; }

    /// Name of an entity for readers.
    std::string name_of(const std::string& id) const { return entities_->name_of(id); }

  private:
    Judgement judge_declared(const Fact& left, const FactSource& left_source, const Fact& right,
                             const FactSource& right_source) const;
    Judgement judge_open(const OpenFact& left, const FactSource& left_source, const OpenFact& right,
                         const FactSource& right_source, Reasons reasons) const;

    const RuleSet* rules_;
    const EntityFinder* entities_;
    OpenWeights weights_;
    RunningTotals totals_;
    std::unordered_map<std::string, const Rule*> by_id_;  // lookups only
};

}  // namespace atodds
