#pragma once
// The open tier: facts of any topic, read without a rule. Every amount, date, rank and every
// finite clause becomes a fact with a soft key: what is measured, the predicate, who takes part,
// when, and the other content words. Sameness is decided later, by compare/open_comparator.

#include "extract/open_context.hpp"
#include "extract/qualifier_reader.hpp"
#include "extract/role_words.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"

#include <span>
#include <vector>

namespace atodds {

/// What open facts are read from. `contexts` holds one entry a statement.
struct OpenFactSources {
    const QualifierReader& qualifiers;
    const WordFamilies& families;
    const RoleWords& roles;
    const Article& article;
    std::span<const Statement> statements;
    std::span<const StatementContext> contexts;
};

/// Adds the open facts of one article to `facts`, statement by statement.
///
/// Slots: "noun" the measured noun and "predicate" the verb (word families), "subject" the head of
/// the subject, "modifier" of the noun, "role" of the value ("subject", "object", or its
/// preposition), "scope" the place or extent it is said of, "time" other dates of the statement,
/// "entity" ids and "stem" content families. All but role may repeat. Rules: "open/number",
/// "open/ratio", "open/money", "open/percent", "open/quantity", "open/rank", "open/date",
/// "open/duration", "open/claim", "open/office", "open/place", "open/contest", "open/role".
void read_open_facts(const OpenFactSources& from, std::vector<Fact>& facts);

}  // namespace atodds
