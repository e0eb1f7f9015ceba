#pragma once
// How a court or a board split: "the court ruled 5-4 that ...", "in a 5-4 decision, the court ...".

#include "extract/open_fact_builder.hpp"
#include "extract/role_words.hpp"
#include "model/fact.hpp"

#include <cstdint>
#include <vector>

namespace atodds {

/// Adds the vote told by the score at `token`: rule "open/contest", value a category of the list
/// "vote" with the figures, slots "body" (the last word of who voted), "score" (the larger figure
/// first) and "matter" (the other content words, as families). False, and nothing added, where no
/// word of a vote stands beside the score or nobody is told to have voted.
bool read_vote(OpenFactBuilder& builder, const RoleWords& words, std::uint32_t token,
               std::vector<Fact>& facts);

}  // namespace atodds
