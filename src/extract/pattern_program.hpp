#pragma once
// The small program that a pattern becomes: a row of tests with branches for alternatives and
// optional parts. Programs never loop.

#include "extract/phrase_table.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace atodds {

enum class PatternOp : std::uint8_t { Word, Slot, Gap, Split, Jump, Match };

struct PatternInstruction {
    PatternOp op = PatternOp::Match;
    WordTest word = {};
    std::uint32_t slot = 0;
    std::uint32_t first = 0;   ///< Split: tried first; Jump: target
    std::uint32_t second = 0;  ///< Split: tried second
};

struct PatternProgram {
    std::vector<PatternInstruction> instructions;
    /// The words and slots one of which stands at the begin of every match. Empty where a match
    /// may begin anywhere.
    std::vector<std::uint32_t> openers;
    /// The words and slots that every match holds.
    std::vector<std::uint32_t> needed;
};

/// The programs of a pattern: one for each choice of optional parts that hold slots, those with
/// most of them present first, since the match that binds most slots wins.
std::vector<PatternProgram> compile_programs(const std::vector<PatternElement>& elements,
                                             const std::vector<SlotSpec>& specs);

/// Index of the slot `name`, or kNoToken.
std::uint32_t slot_index(const std::vector<SlotSpec>& specs, const std::string& name);

}  // namespace atodds
