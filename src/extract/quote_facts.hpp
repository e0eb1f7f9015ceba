#pragma once
// A fact per quotation. Pieces between marks are joined to what one speaker said in one go, given
// a speaker, and told apart from terms and titles that only look quoted.

#include "extract/qualifier_reader.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"

#include <span>
#include <vector>

namespace atodds {

/// The rule id of quotations.
inline constexpr const char* kQuoteRule = "open/quote";

/// The quotations of one article, in text order. `contexts` holds one entry a statement.
///
/// Value: Wording, `text` the words of all pieces and `items` their content lemmas in order, in
/// standard spelling. Slots: "speaker" (entity id or ~name) with "speaker-kind" ("person",
/// "group"), "piece" (one for each run between marks, with its span; value "whole", or "part" where
/// the words are built into a sentence of the article), "occasion", "addressee", "said-on" and
/// "translated". The span reaches from the first piece to the last, the statement over all their
/// sentences.
///
/// Left out: terms of up to three words nobody is said to have spoken, titles of works, and
/// quotations without two content words. Linear in the text.
std::vector<Fact> read_quote_facts(const QualifierReader& qualifiers, const Article& article,
                                   std::span<const Statement> statements,
                                   std::span<const StatementContext> contexts);

}  // namespace atodds
