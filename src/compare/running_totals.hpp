#pragma once
// Which open amounts are running totals (tolls, arrests, money raised): amounts that grow from
// report to report, so that a later figure is an update and no disagreement.

#include "compare/fact_source.hpp"
#include "model/fact.hpp"
#include "model/finding.hpp"
#include "ruleset/ruleset.hpp"

#include <set>
#include <string>
#include <vector>

namespace atodds {

/// The words of rules/lexicon/categories/running-totals.yml. Immutable once built.
class RunningTotals {
  public:
    /// Copies what it needs; lists of other names are ignored.
    explicit RunningTotals(const std::vector<CategoryList>& categories);

    /// True for a number or an amount of money that counts such a noun or stands with such a verb.
    /// A share, a rank, a rate ("12 a day") and a change ("12 more") are no totals.
    bool is_total(const Fact& fact) const;

  private:
    std::set<std::string> nouns_;
    std::set<std::string> verbs_;
    std::set<std::string> never_;
    std::vector<std::string> phrases_;  ///< anywhere in the statement
};

/// The judgement of two open facts, where a clash is an update by time, phase or stage.
Judgement excuse_open_update(const RunningTotals& totals, const Fact& left,
                             const FactSource& left_source, const Fact& right,
                             const FactSource& right_source, Judgement judgement);

}  // namespace atodds
