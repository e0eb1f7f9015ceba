#pragma once
// What two open facts share and where they part, as a short row of small whole numbers. The row is
// all the sameness score sees, so it is also all that `explain` has to show.

#include "extract/entity_finder.hpp"
#include "model/fact.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace atodds {

/// Names and weights stand in one table, `kOpenFeatures`; see open_features.cpp.
inline constexpr std::size_t kOpenFeatureCount = 44;

using OpenFeatures = std::array<std::int32_t, kOpenFeatureCount>;

struct OpenFeature {
    std::string_view name;
    std::int32_t
        value_weight;  ///< amounts and dates; hundredths, positive speaks for the same fact
    std::int32_t claim_weight;  ///< claims
};

/// The table of features, in the order of OpenFeatures.
const std::array<OpenFeature, kOpenFeatureCount>& open_feature_table();

/// The features of a pair. Symmetric.
OpenFeatures open_features(const EntityFinder& entities, const Fact& left, const Fact& right);

/// "accept" and "reject": predicates that exclude each other.
bool has_opposite_predicates(const Fact& left, const Fact& right);

/// "born" and "died": events of which each has a date of its own.
bool are_events_in_turn(const Fact& left, const Fact& right);

/// Which column of weights a pair is scored by.
enum class OpenKind : std::uint8_t { Value, Claim };

/// Sum of weight x feature, in hundredths; 0 is "as likely as not".
std::int32_t open_score(const OpenFeatures& features, OpenKind kind);

/// The part of a score that a stated bound and close amounts give, at least 0: both make a clash
/// likelier and say little about sameness.
std::int32_t bound_effect(const OpenFeatures& features);

/// Content words and names that both sides have.
std::int32_t shared_words(const OpenFeatures& features);

/// Two actors, and no name that both sides have.
bool have_other_actors(const OpenFeatures& features);

/// Whether the predicates were found to exclude each other.
bool is_opposite(const OpenFeatures& features);

/// "same noun +250, share of words 8 x +30": what moved the score, strongest first.
std::string explain_score(const OpenFeatures& features, OpenKind kind);

}  // namespace atodds
