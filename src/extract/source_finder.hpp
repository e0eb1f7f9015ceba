#pragma once
// Who speaks: the noun phrase that is the subject of a verb of saying, or that follows "according
// to", turned into a SourceRef.

#include "extract/clause_map.hpp"
#include "extract/cue_matcher.hpp"
#include "model/statement.hpp"

#include <optional>
#include <span>

namespace atodds {

/// The subject of the verb at `verb`: before it, behind it where the order is turned round ("said
/// Jane Roe"), or shared with the clause before ("adding that"). Empty where none is found.
TokenRange find_subject(const Statement& statement, const ClauseMap& clauses, std::uint32_t verb);

/// The noun phrase that begins at `begin`: up to a verb, comma or conjunction, at most twelve
/// tokens.
TokenRange noun_phrase_at(const Statement& statement, std::uint32_t begin);

/// What the noun phrase names as a source: "anonymous" where one of `anonymous` (matches of such
/// cues) or a word like "sources" is its head, else the entity it holds, else "~" and its words.
/// Nothing for an empty range.
std::optional<SourceRef> source_of(const Statement& statement, TokenRange phrase,
                                   std::span<const TokenRange> anonymous);

/// "the report", "it", "he": what refers back to a source named before.
enum class BackReference : std::uint8_t { None, Report, Pronoun };

BackReference back_reference_of(const Statement& statement, TokenRange phrase);

}  // namespace atodds
