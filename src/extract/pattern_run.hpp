#pragma once
// One attempt of one program of a pattern from one token. Run by backtracking with a record of
// every (instruction, token) that failed, so an attempt costs at most instructions x tokens (the
// method of RE2's BitState, docs/decisions/003).

#include "extract/compiled_slot.hpp"
#include "extract/match_context.hpp"
#include "extract/pattern_program.hpp"
#include "model/statement.hpp"

#include <cstdint>
#include <optional>
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

struct PatternMatch {
    TokenRange tokens;
    std::vector<Binding> bindings;
    std::vector<std::uint32_t> words;  ///< tokens that the words of the pattern took, in order
};

/// The match of `program` that begins at token `start`, or nothing.
std::optional<PatternMatch> run_program(const MatchContext& context,
                                        const std::vector<CompiledSlot>& slots,
                                        const PatternProgram& program, std::uint32_t start);

}  // namespace atodds
