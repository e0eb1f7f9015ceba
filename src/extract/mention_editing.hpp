#pragma once
// Small questions about the mentions of a statement and the one way to add mentions.

#include "model/statement.hpp"

#include <string>
#include <vector>

namespace atodds {

/// One flag a token: true where a mention or a value already claims it.
std::vector<bool> claimed_tokens(const Statement& statement);

/// Adds `mentions`, keeps token order, fills spans from tokens. Requires: none overlaps.
void add_mentions(Statement& statement, std::vector<EntityMention> mentions);

/// The mention that holds `token`, or null. Points into the statement.
const EntityMention* mention_at(const Statement& statement, std::uint32_t token);

/// True where the mention is, or holds, the subject of a clause; without clauses, where it stands
/// before the first verb and behind no preposition.
bool is_subject(const Statement& statement, const EntityMention& mention);

/// The lower-case words of `tokens` with one blank between them.
std::string lower_words(const Statement& statement, TokenRange tokens);

/// True for headlines in title case or capitals: there a capital letter is no sign of a name.
bool is_title_case(const Statement& statement);

}  // namespace atodds
