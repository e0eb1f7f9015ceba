#pragma once
// Sameness of open facts. No rule says what they are about, so a score does: a few documented
// features, each with a small weight, summed; what falls short of the bar is another fact.

#include "compare/fact_source.hpp"
#include "compare/open_features.hpp"
#include "extract/entity_finder.hpp"
#include "model/finding.hpp"

namespace atodds {

/// What open facts are judged with; both must outlive the call.
struct OpenParts {
    const EntityFinder* entities;
    const OpenWeights* weights;
};

/// The verdict on two open facts. Same rule ("open/money") or it is `different`.
Judgement judge_open_facts(const OpenParts& parts, const Fact& left, const FactSource& left_source,
                           const Fact& right, const FactSource& right_source);

}  // namespace atodds
