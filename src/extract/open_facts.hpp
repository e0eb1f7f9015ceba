#pragma once
// The open tier: facts of any topic, read without a rule. Every amount, date, rank and every
// finite clause becomes a fact with a soft key: what is measured, the predicate, who takes part,
// when, and the other content words. Sameness is decided later, by compare/open_comparator.

#include "extract/qualifier_reader.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"

#include <span>
#include <vector>

namespace atodds {

/// The open facts of one article, in text order. `contexts` holds one entry a statement.
///
/// Slots: "noun" the measured noun (lemma), "predicate" the verb (lemma), "role" the grammatical
/// role of the value ("subject", "object", or its preposition), "entity" ids and "stem" content
/// lemmas (both repeated), "subject" the head of the subject. Rules: "open/number", "open/money",
/// "open/percent", "open/quantity", "open/rank", "open/date", "open/duration", "open/claim".
std::vector<Fact> read_open_facts(const QualifierReader& qualifiers, const Article& article,
                                  std::span<const Statement> statements,
                                  std::span<const StatementContext> contexts);

}  // namespace atodds
