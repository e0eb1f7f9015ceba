#pragma once
// Lives: "Ada Rell (3 May 1917 - 11 June 2006)" tells two dates, each of an event of its own.

#include "extract/open_fact_builder.hpp"
#include "model/fact.hpp"

#include <vector>

namespace atodds {

/// Adds the birth and the death that the dates `mention` at `range` tell, where they stand in a
/// parenthesis behind a name: two facts of rule "open/date", slots "predicate" ("birth", "death"),
/// "turn", "actor" and "subject". False, and nothing added, where they are no life.
bool read_life(OpenFactBuilder& builder, const ValueMention& mention, TokenRange range,
               std::vector<Fact>& facts);

}  // namespace atodds
