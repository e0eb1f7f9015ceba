#pragma once
// Wording that got firmer on its way from one article to the next: "asked" in the report, "ordered"
// in the article that has it from there. Told only where an edge of the origins graph proves the
// way.

#include "compare/origins.hpp"
#include "model/finding.hpp"

namespace atodds {

/// Findings in which one side repeats the other, an edge proves it, and the words got firmer become
/// findings of kind Hardening; of findings with more articles the pair is told as one more finding.
/// Silent where the copy has the softer wording too, or the report the firmer one. Requires:
/// note_origins was called.
void find_hardening(Report& report, const Origins& origins);

}  // namespace atodds
