#pragma once
// Two places of one event: "sank off Gannet Rock" against "sank off Morrow Head".

#include "extract/entity_finder.hpp"
#include "model/finding.hpp"

namespace atodds {

/// The verdict on two facts "open/place". Places disagree only where actor, act and preposition are
/// the same, neither is known to lie in the other and neither statement names both: few maps are in
/// the lexicon, so the level is never error.
Judgement judge_places(const EntityFinder& entities, const Fact& left, const Fact& right);

}  // namespace atodds
