#include "compare/open_features.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <vector>

namespace atodds {
namespace {

enum Index : std::size_t {
    kNounSame,
    kNounDiffers,
    kNounMissing,
    kPredicateSame,
    kPredicateDiffers,
    kSubjectSame,
    kSubjectDiffers,
    kEntitiesShared,
    kEntitiesClash,
    kStemShare,
    kStemsShared,
    kRoleSame,
    kRoleDiffers,
    kModifiersClash,
    kModifiersShared,
    kBounded,
    kFarApart,
    kTimesDiffer,
};

constexpr std::int32_t kBias = -250;

// Hundredths of a log-odds unit; see docs/decisions for how they were fitted.
constexpr std::array<OpenFeature, kOpenFeatureCount> kTable{{
    {"same noun", 250},
    {"other noun", -400},
    {"noun unknown", -60},
    {"same predicate", 60},
    {"other predicate", -40},
    {"same subject", 80},
    {"other subject", -40},
    {"shared names", 50},
    {"no shared name", -120},
    {"share of words", 30},
    {"shared words", 10},
    {"same role", 30},
    {"other role", -40},
    {"other modifiers", -120},
    {"shared modifiers", 60},
    {"a bound is stated", 40},
    {"far apart", -100},
    {"other times", -250},
}};

std::vector<std::string> values_of(const Fact& fact, std::string_view slot) {
    std::vector<std::string> values;
    for (const SlotValue& candidate : fact.slots) {
        if (candidate.slot == slot) {
            values.push_back(candidate.value);
        }
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

std::int32_t count_shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    return static_cast<std::int32_t>(shared.size());
}

std::int32_t count_shared_entities(const EntityFinder& entities, const std::vector<std::string>& a,
                                   const std::vector<std::string>& b) {
    std::int32_t shared = 0;
    for (const std::string& id : a) {
        shared += std::any_of(b.begin(), b.end(), [&](const std::string& other) {
            return id == other || entities.is_a(id, other) || entities.is_a(other, id);
        });
    }
    return shared;
}

void set_pair(OpenFeatures& features, const Fact& left, const Fact& right, const char* slot,
              Index same, Index differs) {
    const std::vector<std::string> a = values_of(left, slot);
    const std::vector<std::string> b = values_of(right, slot);
    if (a.empty() || b.empty()) {
        return;
    }
    const bool is_same = count_shared(a, b) > 0;
    features[same] = is_same ? 1 : 0;
    features[differs] = is_same ? 0 : 1;
}

/// Tenths, 0 to 10, of the words of the poorer side that the other side has too.
std::int32_t share_in_tenths(std::int32_t shared, std::size_t left, std::size_t right) {
    const auto smaller = static_cast<std::int32_t>(std::min(left, right));
    return smaller == 0 ? 0 : shared * 10 / smaller;
}

}  // namespace

const std::array<OpenFeature, kOpenFeatureCount>& open_feature_table() {
    return kTable;
}

OpenFeatures open_features(const EntityFinder& entities, const Fact& left, const Fact& right) {
    OpenFeatures features{};
    set_pair(features, left, right, "noun", kNounSame, kNounDiffers);
    features[kNounMissing] = features[kNounSame] + features[kNounDiffers] == 0 ? 1 : 0;
    set_pair(features, left, right, "predicate", kPredicateSame, kPredicateDiffers);
    set_pair(features, left, right, "subject", kSubjectSame, kSubjectDiffers);
    set_pair(features, left, right, "role", kRoleSame, kRoleDiffers);
    set_pair(features, left, right, "modifier", kModifiersShared, kModifiersClash);
    const std::vector<std::string> names_a = values_of(left, "entity");
    const std::vector<std::string> names_b = values_of(right, "entity");
    const std::int32_t names = count_shared_entities(entities, names_a, names_b);
    features[kEntitiesShared] = std::min(names, 3);
    features[kEntitiesClash] = names == 0 && !names_a.empty() && !names_b.empty() ? 1 : 0;
    const std::vector<std::string> stems_a = values_of(left, "stem");
    const std::vector<std::string> stems_b = values_of(right, "stem");
    const std::int32_t shared = count_shared(stems_a, stems_b);
    features[kStemsShared] = std::min(shared, 10);
    features[kStemShare] = share_in_tenths(shared, stems_a.size(), stems_b.size());
    features[kBounded] =
        left.value.bound != Bound::Exact || right.value.bound != Bound::Exact ? 1 : 0;
    const Decimal a = left.value.amount.absolute();
    const Decimal b = right.value.amount.absolute();
    features[kFarApart] = a > b * Decimal(10) || b > a * Decimal(10) ? 1 : 0;
    features[kTimesDiffer] =
        is_disjoint(left.qualifiers.event_time, right.qualifiers.event_time) ? 1 : 0;
    return features;
}

std::int32_t open_score(const OpenFeatures& features) {
    std::int32_t score = kBias;
    for (std::size_t i = 0; i < kOpenFeatureCount; ++i) {
        score += features[i] * kTable[i].weight;
    }
    return score;
}

std::string explain_score(const OpenFeatures& features) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < kOpenFeatureCount; ++i) {
        if (features[i] != 0) {
            order.push_back(i);
        }
    }
    const auto effect = [&](std::size_t i) { return std::abs(features[i] * kTable[i].weight); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return effect(a) > effect(b); });
    std::string text;
    for (const std::size_t i : order) {
        text += fmt::format("{}{} {:+}", text.empty() ? "" : ", ", kTable[i].name,
                            features[i] * kTable[i].weight);
    }
    return text;
}

}  // namespace atodds
