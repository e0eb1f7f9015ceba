#pragma once
// All rules compiled into one matcher. Each pattern lies in one index: under the rarest words that
// it cannot do without, failing that under the classes of an entity or the kind of a value that it
// needs. A statement calls up only the patterns that its words, entities and values lead to, so
// cost follows the text and not the number of rules.

#include "base/id_map.hpp"
#include "extract/entity_classes.hpp"
#include "extract/entity_finder.hpp"
#include "extract/pattern.hpp"
#include "extract/word_marks.hpp"
#include "extract/word_needs.hpp"
#include "ruleset/ruleset.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
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
    /// The rules must outlive the matcher.
    explicit RuleMatcher(const RuleSet& rules);

    /// Which entities belong to the classes that the rules name. Requires: called once, before
    /// anything below.
    void close(const EntityFinder& entities) { classes_.close(rules_->entities, entities); }

    /// For each rule whether it may read an article of these statements: it names nothing that the
    /// article must be about, or one of the mentions is that or part of it.
    std::vector<bool> wanted_rules(std::span<const Statement> statements) const;

    /// All matches of the rules that are `wanted`, by rule, then place; of matches of one rule with
    /// the same value the tightest. Requires: tags, entities, values.
    std::vector<RuleMatch> find(const Statement& statement, const std::vector<bool>& wanted) const;

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
        std::optional<Pattern> pair{};    ///< the slots of `each` in a row; where there are some
    };

    struct CompiledRule {
        std::vector<CompiledSlot> slots;
        std::vector<std::vector<std::string>> labels;  ///< per slot
        std::vector<CompiledFind> finds;
        std::vector<Pattern> never;
    };

    struct Place {
        std::uint32_t rule = 0;
        std::uint32_t find = 0;
        std::uint32_t needs = 0;  ///< row of needs_
    };

    /// A pattern that may match in a statement.
    struct Candidate {
        std::uint32_t place = 0;     ///< index into places_
        std::uint32_t programs = 0;  ///< Pattern::runnable
    };

    /// What finding works on; a thread keeps one and its memory.
    struct Scratch {
        MatchContext context;
        std::vector<std::uint64_t> places;  ///< a bit for each of places_ that is led to
        std::vector<Candidate> candidates;
    };

    static constexpr std::size_t kSlotKinds = static_cast<std::size_t>(SlotKind::Quote) + 1;

    void add_slots(const Rule& rule);
    static void compile(const RuleSet& rules, const Rule& rule, CompiledRule& compiled);
    void index_rule(std::uint32_t rule);
    static std::vector<std::vector<std::uint64_t>> needs_of(const CompiledRule& rule,
                                                            const Pattern& pattern);
    void index_find(const CompiledRule& rule, const Pattern& pattern, std::uint32_t place);
    void mark_places(Scratch& scratch) const;
    void collect_candidates(const std::vector<bool>& wanted, Scratch& scratch) const;
    void find_in(const MatchContext& context, Candidate candidate,
                 std::vector<RuleMatch>& matches) const;
    void add_paired(const MatchContext& context, Place place, const PatternMatch& match,
                    std::vector<RuleMatch>& matches) const;
    bool is_vetoed(const MatchContext& context, const CompiledRule& rule,
                   const PatternMatch& match) const;

    std::vector<std::unique_ptr<CompiledRule>> compiled_;
    std::vector<std::vector<std::uint32_t>> about_;  ///< per rule: classes; empty: any article
    EntityClasses classes_;
    std::vector<Place> places_;  ///< of all patterns, by rule, then find
    WordNeeds<8192> needs_;
    // Indices into places_ by what leads to them; each place stands in one of the indices.
    IdMap<std::vector<std::uint32_t>> by_anchor_;
    WordMarks<16384> anchor_marks_;  ///< of the ids in by_anchor_; most words stop here
    std::vector<std::vector<std::uint32_t>> by_class_;
    std::array<std::vector<std::uint32_t>, kSlotKinds> by_kind_;
    std::vector<std::uint32_t> anywhere_;
    const RuleSet* rules_;
};

}  // namespace atodds
