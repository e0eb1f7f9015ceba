#pragma once
// Article -> statements: sentences of prose blocks with tokens, lemmas, tags, heads and clauses.

#include "model/article.hpp"
#include "model/statement.hpp"

#include <span>
#include <vector>

namespace atodds {

/// How much of the analysis is wanted; deeper is slower.
enum class Depth : std::uint8_t { Tokens, Tags, Clauses };

/// The statements of all prose blocks, in text order. Reads Article::reading; quarantined blocks
/// and front matter give none. Fills tokens and clauses only. Thread safe.
std::vector<Statement> split_statements(const Article& article);

/// Fills tags, lemmas, heads and clauses of one statement. Requires: tokens are there.
void analyse(Statement& statement, Depth depth = Depth::Clauses);

/// The same for all statements of an article, one stage after the other, so that each finds its
/// tables in the caches.
void analyse(std::span<Statement> statements, Depth depth = Depth::Clauses);

}  // namespace atodds
