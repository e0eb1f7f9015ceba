#pragma once
// One pattern of a rule, compiled and matched against one statement.
//
// The simplest case is a row of words: walk it along the tokens. Alternatives, optional parts and
// gaps turn the row into a small program of instructions with branches, run by backtracking. A
// record of every (instruction, token) that failed keeps it from trying the same thing twice, so a
// run costs at most instructions x tokens (the method of RE2's BitState, docs/decisions/003).
// Optional parts that hold slots are tried as present first: the match that binds most slots wins.

#include "extract/phrase_table.hpp"
#include "model/statement.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace atodds {

/// What a slot of a match is bound to.
struct Binding {
    std::uint32_t slot = 0;  ///< index into Rule::slots
    TokenRange tokens;
    std::uint32_t label = 0;              ///< phrase label for words, categories and levels
    std::uint32_t value = kNoToken;       ///< index into Statement::values
    std::vector<std::uint32_t> entities;  ///< indices into Statement::entities, in text order
};

/// A statement prepared for matching: which mention or value begins at each token, and where gaps
/// must stop.
struct MatchContext {
    explicit MatchContext(const Statement& statement);

    const Statement* statement;
    std::vector<std::uint32_t> entity_at;  ///< per token: index of the mention, or kNoToken
    std::vector<std::uint32_t> value_at;
    std::vector<std::uint16_t> segment;  ///< per token: main clause, from 0
};

/// What slots accept, resolved against the lexicon.
struct CompiledSlot {
    SlotKind kind = SlotKind::Words;
    bool is_many = false;
    PhraseTable phrases;          ///< Words, Categories, Level
    std::vector<std::string> of;  ///< Entity: ids, classes, types; Quantity: dimensions
    /// Entity: decides whether a mention fits.
    std::function<bool(const EntityMention&)> accepts;
};

struct PatternMatch {
    TokenRange tokens;
    std::vector<Binding> bindings;
    std::vector<std::uint32_t> words;  ///< tokens that the words of the pattern took, in order
};

class Pattern {
  public:
    /// `slots` must outlive the pattern.
    Pattern(const std::vector<PatternElement>& elements, const std::vector<SlotSpec>& specs,
            const std::vector<CompiledSlot>& slots);

    /// The best match that begins at token `start`, or nothing.
    std::optional<PatternMatch> match_at(const MatchContext& context, std::uint32_t start) const;

    /// Word ids one of which every match holds; empty where there is no such word.
    const std::vector<std::uint64_t>& anchor_ids() const { return anchors_; }

  private:
    friend class PatternCompiler;
    friend class PatternRun;
    enum class Op : std::uint8_t { Word, Slot, Gap, Split, Jump, Match };

    struct Instruction {
        Op op = Op::Match;
        WordTest word = {};
        std::uint32_t slot = 0;
        std::uint32_t first = 0;   ///< Split: tried first; Jump: target
        std::uint32_t second = 0;  ///< Split: tried second
    };

    using Program = std::vector<Instruction>;
    std::vector<std::uint64_t> anchors_of(const std::vector<PatternElement>& elements,
                                          const std::vector<SlotSpec>& specs) const;
    std::vector<std::uint64_t> anchors_of_element(const PatternElement& element,
                                                  const std::vector<SlotSpec>& specs) const;

    const std::vector<CompiledSlot>* slots_;
    std::vector<Program> variants_;  ///< most slots first
    std::vector<std::uint64_t> anchors_;
};

/// True for tokens that may stand unnamed between two elements of a pattern.
bool is_light(const Token& token);

}  // namespace atodds
