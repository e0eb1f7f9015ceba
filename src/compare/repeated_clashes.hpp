#pragma once
// One clash read twice: a denial is a claim of its own ("did not arrest") and turns round the
// number or the date beside it ("not 12 people"). Two findings of one pair of sentences are one
// piece of work for a checker.

#include "model/finding.hpp"

namespace atodds {

/// Of findings that hold one assertion against one denial in the same sentences the surest stays:
/// by level, then declared before open, then claims first. Its trace names the others. The same for
/// a contest or a role and the claims of its sentences, which come last there.
void drop_repeated_denials(Report& report);

}  // namespace atodds
