#pragma once
// What happens to findings between judging and printing: open findings that only repeat what a rule
// has judged go, the rest is put in the order a checker reads in, entities get their names.

#include "model/finding.hpp"
#include "ruleset/ruleset.hpp"

#include <compare>
#include <cstddef>
#include <functional>
#include <string>

namespace atodds {

/// The judgement on two facts of the report, to replace one that no longer fits its finding.
using Judge = std::function<Judgement(const Fact&, const Fact&)>;

/// Takes clashes out of open findings and agreements whose two values rules have read as well:
/// where one declared finding or agreement holds both statements it stands for the clash, and
/// where no rule reads both they are different facts. Sides without a clash go, and findings
/// without sides. What a rule read and could not judge stays.
void drop_what_rules_judged(Report& report, const Judge& judge);

/// Makes one agreement of each set of values that agree with each other; those of one article go.
/// Two values of one question that are each shared are two agreements.
void split_agreements(Report& report, const Judge& judge);

/// Findings by level, then declared before open, then by number of independent origins; agreements
/// by tier and origins. The same findings in any order come out in the same order.
void sort_for_checkers(Report& report);

/// The order of sort_for_checkers, for those who keep the first of many findings: by what a finding
/// is and who states it, nothing else.
class CheckerRank {
  public:
    explicit CheckerRank(const Finding& finding) : CheckerRank(finding, finding.id) {}

    /// The same under another id.
    CheckerRank(const Finding& finding, std::string id);

    friend auto operator<=>(const CheckerRank&, const CheckerRank&) = default;

  private:
    Level level_;
    Tier tier_;
    std::size_t fewer_origins_;  ///< smaller with more independent origins
    Verdict verdict_;
    FindingKind kind_;
    std::string rule_;
    std::string id_;
};

/// Fills Report::names for every entity that findings, agreements and credits name; `name_of` gives
/// an id back that it does not know.
void name_entities(Report& report, const std::function<std::string(const std::string&)>& name_of);

/// Fills Report::rules for every declared rule that findings and agreements name.
void note_rules(Report& report, const RuleSet& rules);

}  // namespace atodds
