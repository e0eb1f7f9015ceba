#pragma once
// All rules compiled into one matcher. A statement is first looked through for the rare words that
// patterns cannot do without; only patterns whose word occurs are run. So cost follows the text
// and not the number of rules.

#include "extract/entity_finder.hpp"
#include "extract/pattern.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace atodds {

/// A rule's pattern found in a statement. Bindings are in the order of the text.
struct RuleMatch {
    std::uint32_t rule = 0;  ///< index into RuleSet::rules
    std::uint32_t find = 0;  ///< index into Rule::find
    PatternMatch match;
};

class RuleMatcher {
  public:
    /// Both must outlive the matcher.
    RuleMatcher(const RuleSet& rules, const EntityFinder& entities);

    /// Rules some pattern of which may match the tokens: an anchor word occurs, or it has none.
    /// Needs no tags; so a statement without candidates is never analysed.
    bool has_candidates(const Statement& statement) const;

    /// All matches, by rule, then place; of matches of one rule with the same value the tightest.
    /// Requires: tags, entities, values.
    std::vector<RuleMatch> find(const Statement& statement) const;

    /// Label of a phrase of a slot: the level, category or listed phrase it stands for.
    const std::string& label_text(std::uint32_t rule, std::uint32_t slot,
                                  std::uint32_t label) const;

    const std::vector<CompiledSlot>& slots_of(std::uint32_t rule) const {
        return compiled_[rule]->slots;
    }

  private:
    struct CompiledFind {
        Pattern pattern;
        std::vector<std::uint32_t> each;  ///< slot indices, in pattern order
    };

    struct CompiledRule {
        std::vector<CompiledSlot> slots;
        std::vector<std::vector<std::string>> labels;  ///< per slot
        std::vector<CompiledFind> finds;
        std::vector<Pattern> never;
    };

    struct Candidate {
        std::uint32_t rule = 0;
        std::uint32_t find = 0;
    };

    void compile_rule(const RuleSet& rules, std::uint32_t index, const EntityFinder& entities);
    std::vector<Candidate> candidates(const Statement& statement) const;
    void find_in(const MatchContext& context, Candidate candidate,
                 std::vector<RuleMatch>& matches) const;
    void add_paired(const MatchContext& context, Candidate candidate, const PatternMatch& match,
                    std::vector<RuleMatch>& matches) const;
    bool is_vetoed(const MatchContext& context, const CompiledRule& rule,
                   const PatternMatch& match) const;

    std::vector<std::unique_ptr<CompiledRule>> compiled_;
    std::unordered_map<std::uint64_t, std::vector<Candidate>> by_anchor_;  // lookups only
    std::vector<Candidate> unanchored_;
    const RuleSet* rules_;
};

}  // namespace atodds
