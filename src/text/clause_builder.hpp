#pragma once
// Tree -> clauses: one for each verb group and each predicate of a copula, with the arguments that
// the tree gives or that grammar lets it share.

#include "model/statement.hpp"

#include <span>
#include <vector>

namespace atodds {

/// The clauses of a parsed statement in the order of their verbs; the first is a clause without
/// verb where the statement has none. Fills Token::clause. Requires: tags, lemmas and heads.
std::vector<Clause> build_clauses(std::span<Token> tokens);

}  // namespace atodds
