#pragma once
// Who beat whom, and by how much: "Ostrow lost to Velmark 3-1", "a 2-1 win over Ostrow", "Velmark
// 2-1 Ostrow". Verbs and nouns of the list "contests"; a score belongs to the two names it stands
// beside, so that votes, seats and page numbers are none.

#include "extract/open_fact_builder.hpp"
#include "extract/parties.hpp"
#include "model/fact.hpp"

#include <vector>

namespace atodds {

/// Adds the contest told at `token`, where `found` begins: rule "open/contest", value a category of
/// the list "contest" with the result in words, slots "winner" and "loser", or "drawn" twice, all
/// entity ids, "score" ("3-1", the larger first), "occasion", "part", "decider" and "competition".
/// One of "winner" and "loser" may be missing. Nothing where it is denied or not yet played.
void read_contest(OpenFactBuilder& builder, const RoleWords& words, RoleWords::Found found,
                  std::uint32_t token, std::vector<Fact>& facts);

/// "Velmark 2-1 Ostrow": adds the contest of a score between two names, where `token` is a score.
void read_score_line(OpenFactBuilder& builder, const RoleWords& words, std::uint32_t token,
                     std::vector<Fact>& facts);

}  // namespace atodds
