#pragma once
// What two open facts share and where they part, as a short row of small whole numbers. The row is
// all the sameness score sees, so it is also all that `explain` has to show.

#include "compare/open_words.hpp"
#include "extract/entity_finder.hpp"
#include "model/fact.hpp"
#include "ruleset/feature_names.hpp"
#include "ruleset/ruleset.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace atodds {

/// One number a name of kOpenFeatureNames, in that order.
using OpenFeatures = std::array<std::int32_t, kOpenFeatureCount>;

/// The features of a pair. Symmetric.
OpenFeatures open_features(const EntityFinder& entities, const OpenFact& one,
                           const OpenFact& other);

/// "accept" and "reject": predicates that exclude each other.
bool has_opposite_predicates(const Fact& left, const Fact& right);

/// "fifth best" and "fifth worst": ranks from two ends of a scale.
bool are_of_two_ends(const Fact& left, const Fact& right);

/// "born" and "died": events of which each has a date of its own.
bool are_events_in_turn(const Fact& left, const Fact& right);

/// Which column of weights a pair is scored by.
enum class OpenKind : std::uint8_t { Value, Claim };

/// The weights of a rule set. Without any every score is 0; see has_any.
class OpenWeights {
  public:
    explicit OpenWeights(const std::vector<FeatureWeight>& weights);

    /// Sum of weight x feature, in hundredths; 0 is "as likely as not".
    std::int32_t score(const OpenFeatures& features, OpenKind kind) const;

    /// "same noun +250, share of words 8 x +30": what moved the score, strongest first.
    std::string explain(const OpenFeatures& features, OpenKind kind) const;

    /// The part of a score that a stated bound and close amounts give, at least 0: both make a
    /// clash likelier and say little about sameness.
    std::int32_t bound_effect(const OpenFeatures& features) const;

    /// False for a rule set without a weights file, which cannot judge open facts.
    bool has_any() const { return values_ != Row{} || claims_ != Row{}; }

  private:
    using Row = std::array<std::int32_t, kOpenFeatureCount>;

    const Row& of(OpenKind kind) const { return kind == OpenKind::Claim ? claims_ : values_; }

    Row values_{};
    Row claims_{};
};

/// Content words and names that both sides have.
std::int32_t shared_words(const OpenFeatures& features);

/// Two actors, and no name that both sides have.
bool have_other_actors(const OpenFeatures& features);

/// "The first country on the south pole" and "the fourth country to land".
bool is_limited_on_one_side(const OpenFeatures& features);

/// Another verb, or what is claimed is done to another thing: an equal value says little then.
bool tells_another_act(const OpenFeatures& features, OpenKind kind);

/// Whether the predicates were found to exclude each other.
bool is_opposite(const OpenFeatures& features);

}  // namespace atodds
