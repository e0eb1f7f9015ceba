#pragma once
// Two names in the roles of one act: who succeeded whom, who bought or founded what, whose parent
// and whose child, who got or declined a prize, who accused or cleared whom. The words stand in the
// lists role-verbs.yml and its neighbours.

#include "extract/open_fact_builder.hpp"
#include "extract/role_words.hpp"
#include "model/fact.hpp"

#include <vector>

namespace atodds {

/// Adds the roles and contests (contest_reader.hpp) of one statement: rule "open/role", value a
/// category of the list "role" with the words, slots "act", "first" and "second" (entity ids; as
/// "A succeeds B" has them), "from" (who sold or gave it), "kind" (role-kinds.yml), "exclusion"
/// (acts that cannot hold as well), "list" where the first is one of several. "first" is missing
/// where a pronoun stands for nobody known. Nothing where the act is denied or not certain.
void read_roles(OpenFactBuilder& builder, const RoleWords& words, std::vector<Fact>& facts);

}  // namespace atodds
