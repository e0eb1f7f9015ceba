#pragma once
// Two tellings of one act by two names: "Rell succeeded Marrak" against "Marrak succeeded Rell",
// "was founded by Ada Rell" against "was founded by Ivo Lund".

#include "compare/fact_source.hpp"
#include "extract/entity_finder.hpp"
#include "model/finding.hpp"

namespace atodds {

/// The verdict on two facts "open/role". They disagree where one act is told with its two names
/// turned round, where what one does alone is given to another, where seller and buyer are
/// exchanged, and where one name got and refused one thing. Names that may be one, lists, a name
/// that the other side knows as well and times that do not meet are excuses. Never error.
Judgement judge_roles(const EntityFinder& entities, const Fact& left, const FactSource& left_source,
                      const Fact& right, const FactSource& right_source);

}  // namespace atodds
