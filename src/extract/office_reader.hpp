#pragma once
// Who holds which office: "Ada Rell, the transport minister of Velmark", "the captain of the Venn,
// Ivo Rell", "Transport Minister Ada Rell". A title or a name that two sources give differently is
// among the commonest slips in news.

#include "extract/open_fact_builder.hpp"
#include "extract/role_words.hpp"
#include "model/fact.hpp"

#include <vector>

namespace atodds {

/// Adds one fact a person with an office beside the name: rule "open/office", value the
/// name with the office, slots "entity" (the id), "person" (the name in lower case), "office" (its
/// head word), "branch" (what stands before the head: "transport"), "of" (the body it is held in)
/// "past" ("former", "deputy"), "single" where the body has one such office at a time, "gained"
/// where somebody is elected or named to it, and "then" where the statement tells of a day long
/// before or after its article. Only for names of two words or more.
void read_offices(OpenFactBuilder& builder, const RoleWords& words, std::vector<Fact>& facts);

}  // namespace atodds
