#pragma once
// Yes/no propositions: what a clause asserts or denies ("the bridge was closed", "no, it was not
// closed"), what a headline without a finite verb says ("Mayor to resign"), and what a statement
// takes back as a whole ("reports of a closed bridge are a hoax").

#include "extract/open_fact_builder.hpp"
#include "model/fact.hpp"

#include <vector>

namespace atodds {

/// Adds the claims of one statement: rule "open/claim", value Polarity "yes", and the polarity and
/// stance among the qualifiers. At most one a clause and kMostFrameClaims of a denial as a whole.
void read_claims(OpenFactBuilder& builder, std::vector<Fact>& facts);

}  // namespace atodds
