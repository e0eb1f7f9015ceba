#pragma once
// One pattern of a rule, compiled and matched against one statement.
//
// The simplest case is a row of words: walk it along the tokens. Alternatives, optional parts and
// gaps turn the row into small programs (pattern_program.hpp). Most patterns match nowhere in most
// statements, so two questions come before a program is run: does the statement hold all that each
// match must hold (may_match), and can a match begin at this token at all.

#include "extract/compiled_slot.hpp"
#include "extract/match_context.hpp"
#include "extract/pattern_program.hpp"
#include "extract/pattern_run.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace atodds {

class Pattern {
  public:
    /// `slots` must outlive the pattern.
    Pattern(const std::vector<PatternElement>& elements, const std::vector<SlotSpec>& specs,
            const std::vector<CompiledSlot>& slots);

    /// The programs that may match somewhere in the statement, a bit for each; 0 where none does.
    std::uint32_t runnable(const MatchContext& context) const;

    /// The same where the words are known to be there.
    std::uint32_t runnable_programs(const MatchContext& context) const;

    /// Word ids of which every match holds one a set, sets of rare words first.
    const std::vector<std::vector<std::uint64_t>>& word_sets() const { return word_sets_; }

    /// The best match that begins at token `start`, or nothing. `programs` is what `runnable` said.
    std::optional<PatternMatch> match_at(const MatchContext& context, std::uint32_t start,
                                         std::uint32_t programs) const;

    /// Word ids one of which every match holds, rare ones if there is a choice; empty where there
    /// is no such word.
    const std::vector<std::uint64_t>& anchor_ids() const { return anchors_; }

    /// The slots that every match binds.
    const std::vector<std::uint32_t>& needed_slots() const { return needed_slots_; }

  private:
    using WordSets = std::vector<std::vector<std::uint64_t>>;

    WordSets word_sets_of(const std::vector<PatternElement>& elements,
                          const std::vector<SlotSpec>& specs) const;
    /// Appends what each match of the element holds one word of.
    void add_word_sets(const PatternElement& element, const std::vector<SlotSpec>& specs,
                       WordSets& sets) const;
    bool may_stand_in(const PatternInstruction& instruction, const MatchContext& context) const;
    bool may_begin(const PatternProgram& program, const MatchContext& context,
                   std::uint32_t start) const;

    const std::vector<CompiledSlot>* slots_;
    std::vector<PatternProgram> programs_;  ///< most slots first; at most 16
    WordSets word_sets_;                    ///< every match holds one word of each; rarest first
    std::vector<std::uint64_t> anchors_;
    std::vector<std::uint32_t> needed_slots_;
};

}  // namespace atodds
