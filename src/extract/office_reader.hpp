#pragma once
// Who holds which office: "Ada Rell, the transport minister of Velmark", "the captain of the Venn,
// Ivo Rell", "Transport Minister Ada Rell". A title or a name that two sources give differently is
// among the commonest slips in news.

#include "extract/open_fact_builder.hpp"
#include "model/fact.hpp"

#include <vector>

namespace atodds {

/// Adds one fact a person with an office beside the name: rule "open/office", value the
/// name with the office, slots "entity" (the id), "person" (the name in lower case), "office" (its
/// head word), "branch" (what stands before the head: "transport"), "of" (the body it is held in)
/// and "past" ("former", "deputy"). Only for names of two words or more.
void read_offices(OpenFactBuilder& builder, std::vector<Fact>& facts);

}  // namespace atodds
