#pragma once
// What every open fact of a statement is made of: its proof, its qualifiers and the slots that say
// what stands around it. open_facts.cpp adds what is measured, claim_reader.cpp what is asserted.

#include "extract/open_context.hpp"
#include "extract/qualifier_reader.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"
#include "model/statement.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace atodds {

/// Builds the open facts of one statement. Everything it is given must outlive it.
class OpenFactBuilder {
  public:
    OpenFactBuilder(const QualifierReader& qualifiers, const WordFamilies& families,
                    const Article& article, const Statement& statement,
                    const StatementContext& context);

    const Statement& statement() const { return statement_; }

    const Article& article() const { return article_; }

    const WordFamilies& families() const { return families_; }

    /// An open fact of `rule` that stands at `range`, with its qualifiers and without slots.
    Fact new_fact(std::string rule, TokenRange range) const;

    /// How what stands at `range` is said.
    Qualifiers qualify(TokenRange range) const;

    /// Fills `slot` with the family of a token.
    void add(Fact& fact, const char* slot, std::uint32_t token) const;

    /// Predicate and subject of `clause` (null: none), the entities of the statement, the content
    /// words outside `range` and `noun` (kNoToken: none), the times; then sorts the slots.
    void add_surroundings(Fact& fact, const Clause* clause, TokenRange range,
                          std::uint32_t noun) const;

    /// Fills "actor" with the entity that the token is part of; false where it is part of none.
    bool add_actor(Fact& fact, std::uint32_t token) const;

    /// The clause that holds a token; null where the statement was not analysed so far.
    const Clause* clause_of(std::uint32_t token) const;

  private:
    /// A slot that every fact of the statement has, but the content words of the fact itself.
    struct Shared {
        SlotValue slot;
        std::uint32_t token = kNoToken;  ///< of a content word
    };

    const QualifierReader& qualifiers_;
    const WordFamilies& families_;
    const Article& article_;
    const Statement& statement_;
    const StatementContext& context_;
    std::vector<Shared> shared_;  ///< entities and content words, sorted as the slots of a fact
};

/// Nouns, verbs, adjectives and the longer adverbs: the words that say what a statement is about.
bool is_content(const Token& token);

}  // namespace atodds
