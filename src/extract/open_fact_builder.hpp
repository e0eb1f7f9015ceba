#pragma once
// What every open fact is made of: its proof, its qualifiers and the slots that say what stands
// around it. open_facts.cpp adds what is measured, claim_reader.cpp what is asserted.
//
// An article gives a fact for every thirty bytes, each with some twenty slots. So what all facts of
// a statement share is found and sorted once, the slots of a fact are views until they are in
// order, and only then become strings.

#include "extract/open_context.hpp"
#include "extract/qualifier_reader.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"
#include "model/statement.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// Builds the open facts of the statements of one article, one statement after the other.
/// Everything it is given must outlive it.
class OpenFactBuilder {
  public:
    OpenFactBuilder(const QualifierReader& qualifiers, const WordFamilies& families,
                    const Article& article)
        : qualifiers_(qualifiers), families_(families), article_(article) {}

    /// Turns to a statement. Requires: called before anything below.
    void turn_to(const Statement& statement, const StatementContext& context);

    const Statement& statement() const { return *statement_; }

    const Article& article() const { return article_; }

    const WordFamilies& families() const { return families_; }

    /// Adds an open fact of `rule` that stands at `range` to `facts`, with its qualifiers and
    /// without slots, and opens an empty list of slots for it.
    Fact& new_fact(std::string_view rule, TokenRange range, std::vector<Fact>& facts);

    /// How what stands at `range` is said.
    Qualifiers qualify(TokenRange range) const;

    /// Adds a slot to the fact in the making. Both views must last until the slots are filled in.
    void add(std::string_view slot, std::string_view value, ByteSpan span) {
        own_.push_back({slot, value, span});
    }

    /// Fills `slot` with the family of a token.
    void add(std::string_view slot, std::uint32_t token);

    /// The entity that the token is part of; null where it is part of none.
    const EntityMention* entity_at(std::uint32_t token) const;

    /// Fills "actor" with the entity that the token is part of; false where it is part of none.
    bool add_actor(std::uint32_t token);

    /// Adds the limits of the value at `range`: open_context.hpp, add_scope.
    void add_scope(TokenRange range) { atodds::add_scope(*statement_, range, own_); }

    /// The last step: the slots added so far, predicate and subject of `clause` (null: none), the
    /// entities of the statement, the content words outside `range` and `noun` (kNoToken: none) and
    /// the times become the slots of the fact, sorted.
    void fill_slots(Fact& fact, const Clause* clause, TokenRange range, std::uint32_t noun);

    /// The clause that holds a token; null where the statement was not analysed so far.
    const Clause* clause_of(std::uint32_t token) const;

  private:
    /// An entity or a content word of the statement. Sorted by value, then by place.
    struct Shared {
        std::uint64_t start = 0;  ///< the first bytes of the value as a number, see start_of
        std::string_view value;
        ByteSpan span;
        std::uint32_t token = kNoToken;  ///< of a content word
    };

    static bool comes_before(const Shared& a, const Shared& b);
    bool goes_on_doing(std::uint32_t verb) const;
    void add_clause(const Clause& clause);

    const QualifierReader& qualifiers_;
    const WordFamilies& families_;
    const Article& article_;
    const Statement* statement_ = nullptr;
    const StatementContext* context_ = nullptr;
    std::vector<Shared> entities_;
    std::vector<Shared> stems_;
    std::vector<std::uint32_t> models_;  ///< tokens of "Marlin-3"
    std::vector<DateText> dates_;
    std::vector<const DateText*> told_dates_;  ///< of dates_, for the fact in the making
    std::vector<SlotView> own_;                ///< of the fact in the making
};

/// Nouns, verbs, adjectives and the longer adverbs: the words that say what a statement is about.
bool is_content(const Token& token);

}  // namespace atodds
