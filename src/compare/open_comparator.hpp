#pragma once
// Sameness of open facts. No rule says what they are about, so a score does: a few documented
// features, each with a small weight, summed; what falls short of the bar is another fact.

#include "compare/fact_source.hpp"
#include "compare/open_features.hpp"
#include "extract/entity_finder.hpp"
#include "model/finding.hpp"

#include <cstdint>

namespace atodds {

/// Whether a verdict of two different facts says why. Nearly all pairs are different and dropped,
/// and the words took more than the verdict.
enum class Reasons : std::uint8_t {
    Always,
    /// Not for different facts; of those far from the same the values are not compared either.
    OfFindings,
};

/// What open facts are judged with; both must outlive the call.
struct OpenParts {
    const EntityFinder* entities;
    const OpenWeights* weights;
    Reasons reasons = Reasons::Always;
};

/// The verdict on two open facts. Same rule ("open/money") or it is `different`.
Judgement judge_open_facts(const OpenParts& parts, const OpenFact& one,
                           const FactSource& left_source, const OpenFact& other,
                           const FactSource& right_source);

}  // namespace atodds
