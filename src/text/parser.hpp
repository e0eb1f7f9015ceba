#pragma once
// Dependency parsing: a greedy arc-hybrid parser with an averaged perceptron. One decision for
// each word and each attachment, never taken back; time is linear in the sentence.

#include "model/statement.hpp"
#include "text/parser_table.hpp"
#include "text/tag_label.hpp"

#include <cstdint>
#include <span>

namespace atodds {

inline constexpr std::size_t kParserRelations = static_cast<std::size_t>(Relation::Other) + 1;
static_assert(kParserRelations <= 30, "a row has room for the relations and the check");

class Parser {
  public:
    /// Requires: bytes made by the trainer, which outlive the parser.
    explicit Parser(std::span<const std::uint8_t> bytes);

    /// The one that is linked into the library.
    static const Parser& shipped();

    /// Fills head and relation of each token; exactly one is the root. Thread safe.
    /// Requires: a label for each token.
    void parse(std::span<Token> tokens, std::span<const TagLabel> labels) const;

  private:
    TransitionTable transitions_;
    RelationTable relations_;
    SureRelations sure_relations_;
};

}  // namespace atodds
