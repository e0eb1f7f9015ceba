#pragma once
// Where a thing happened that happens once: "the ferry sank off Gannet Rock", "Rell was born in
// Ketterby".

#include "extract/open_fact_builder.hpp"
#include "model/fact.hpp"

#include <vector>

namespace atodds {

/// Adds one fact a clause whose verb is in the category list "once" and that names actor and place:
/// rule "open/place", value the place, slots "predicate", "actor" and "role" (the preposition).
void read_places(OpenFactBuilder& builder, std::vector<Fact>& facts);

}  // namespace atodds
