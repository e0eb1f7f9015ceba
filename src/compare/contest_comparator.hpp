#pragma once
// Two results of one match: "Ostrow lost to Velmark 3-1" against "Ostrow beat Velmark".

#include "compare/fact_source.hpp"
#include "extract/entity_finder.hpp"
#include "model/finding.hpp"

namespace atodds {

/// The verdict on two facts "open/contest". They disagree where two sides met once and the winner
/// or the score differs. Sides meet again and again, so articles some days apart, other dates,
/// rounds and competitions, and two results in one article tell of two matches; half-time, sets and
/// shoot-outs have scores of their own. Error only where the same score is told for both sides.
/// Votes of a body ("ruled 5-4") disagree where three words more than the body are shared.
Judgement judge_contests(const EntityFinder& entities, const Fact& left,
                         const FactSource& left_source, const Fact& right,
                         const FactSource& right_source);

/// Articles so many days apart, without a common date, that two sides may have met twice.
bool may_tell_two_contests(const Fact& left, const FactSource& left_source, const Fact& right,
                           const FactSource& right_source);

}  // namespace atodds
