#pragma once
// Where, when and to whom words were spoken, as far as the words beside a quotation say: "in a
// statement on Tuesday", "told reporters", "on the programme". And whether they were translated.

#include "model/fact.hpp"
#include "model/statement.hpp"

#include <span>
#include <vector>

namespace atodds {

/// Slots "occasion" (a noun: statement, interview, speech ...), "said-on" (dates, written as
/// intervals), "addressee" (entity id, or "~" and words) and "translated" ("yes" where the words
/// say so, "likely" by way of state media, "no" for "said in English") that the tokens `frame`
/// beside a quotation state; in token order, each with its span. `verb` is the verb of saying,
/// kNoToken if none.
std::vector<SlotValue> occasion_slots(const Statement& statement, TokenRange frame,
                                      std::uint32_t verb);

/// A notice that the article, or what it quotes, was translated: "Translated from the Polish by
/// Jane Roe", "The interview was translated by ...".
bool is_translated(std::span<const Statement> statements);

}  // namespace atodds
