#pragma once
// The slots of an open fact by name, read once for all the pairs it stands in: of a story most
// facts meet most others, and looking up a slot by its name took half of what a pair costs.

#include "model/fact.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace atodds {

enum class OpenSlot : std::uint8_t {
    Noun,
    Predicate,
    Subject,
    Actor,
    Object,
    Role,
    Modifier,
    Entity,
    Stem,
    Scope,
    Denied,
    Passed,
    Figure,
    FigureKind,
    FigureOf,
};

class OpenWords {
  public:
    /// Sorted, each once. They point into the fact.
    using Words = std::vector<std::string_view>;

    /// Requires: the fact outlives it and stays where it is.
    explicit OpenWords(const Fact& fact);

    const Words& of(OpenSlot slot) const { return slots_.at(static_cast<std::size_t>(slot)); }

    /// Nouns and predicates that say what is measured: "people" and "be" say nothing.
    const Words& measures() const { return measures_; }

    /// "It was founded in 1987": who is meant stands in another sentence, so other names here say
    /// nothing.
    bool has_pronoun_subject() const { return has_pronoun_subject_; }

  private:
    static constexpr std::size_t kSlots = 15;

    std::array<Words, kSlots> slots_;
    Words measures_;
    bool has_pronoun_subject_ = false;
};

/// A fact with its words, for the length of one comparison.
struct OpenFact {
    const Fact* fact = nullptr;
    const OpenWords* words = nullptr;
};

}  // namespace atodds
