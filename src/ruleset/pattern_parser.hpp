#pragma once
// The pattern language of rules (docs/rules.md, "Patterns"): text -> PatternElement trees. One left
// to right pass, no backtracking; all problems of a pattern are told, each with its place in it.

#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

struct PatternProblem {
    std::uint32_t begin = 0;  ///< bytes in the pattern
    std::uint32_t end = 0;
    std::string message;
    std::string hint;

    friend bool operator==(const PatternProblem&, const PatternProblem&) = default;
};

/// A slot named by a pattern and where.
struct SlotUse {
    std::string slot;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

struct ParsedPattern {
    std::vector<PatternElement> elements;  ///< meaningful only without problems
    std::vector<PatternProblem> problems;
    std::vector<SlotUse> slots;  ///< in the order written
};

constexpr std::size_t kMostPatternElements = 200;
constexpr std::size_t kMostPatternAlternatives = 200;

ParsedPattern parse_pattern(std::string_view source);

/// A phrase of a word list: words with blanks between, each with an optional class. Nothing if it
/// is one, else what is wrong.
std::vector<PatternProblem> check_phrase(std::string_view phrase);

}  // namespace atodds
