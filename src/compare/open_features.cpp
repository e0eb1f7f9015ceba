#include "compare/open_features.hpp"

#include "compare/open_names.hpp"
#include "compare/open_time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

namespace atodds {
namespace {

enum Index : std::size_t {
    kBase,
    kNounSame,
    kNounDiffers,
    kMeasureShared,
    kMeasureClash,
    kMeasureMissing,
    kPredicateSame,
    kPredicateDiffers,
    kSubjectSame,
    kSubjectDiffers,
    kObjectSame,
    kObjectDiffers,
    kNamesShared,
    kNamesClash,
    kWordShare,
    kWordsShared,
    kRoleSame,
    kRoleDiffers,
    kModifiersShared,
    kModifiersClash,
    kScopeSame,
    kScopeClash,
    kScopeOneSided,
    kBounded,
    kFarApart,
    kClose,
    kTimesSame,
    kTimesDiffer,
    kIsMoney,
    kIsPercent,
    kIsRank,
    kIsDate,
    kIsDuration,
    kIsRatio,
    kIsQuantity,
    kTentative,
    kOpposite,
    kDeniedKnown,
    kDeniedMissing,
    kTimesMeet,
    kDateOfOther,
    kLong,
    kActorSame,
    kActorDiffers,
};

std::int32_t count_shared(const Words& a, const Words& b) {
    std::int32_t shared = 0;
    auto other = b.begin();
    for (const std::string_view word : a) {
        while (other != b.end() && *other < word) {
            ++other;
        }
        shared += other != b.end() && *other == word ? 1 : 0;
    }
    return shared;
}

void set_pair(OpenFeatures& features, const Fact& left, const Fact& right, const char* slot,
              Index same, Index differs) {
    const Words a = values_of(left, slot);
    const Words b = values_of(right, slot);
    if (a.empty() || b.empty()) {
        return;
    }
    const bool is_same = count_shared(a, b) > 0;
    features[same] = is_same ? 1 : 0;
    features[differs] = is_same ? 0 : 1;
}

/// True where the slot holds an entity and no plain noun.
bool is_name(const Fact& fact, const char* slot) {
    return count_shared(values_of(fact, slot), values_of(fact, "entity")) > 0;
}

/// Tenths, 0 to 10, of the words of the poorer side that the other side has too.
std::int32_t share_in_tenths(std::int32_t shared, std::size_t left, std::size_t right) {
    const auto smaller = static_cast<std::int32_t>(std::min(left, right));
    return smaller == 0 ? 0 : shared * 10 / smaller;
}

/// Content words from which on a statement says more than one thing. Guessed from news headlines,
/// which stay below it.
constexpr std::size_t kManyWords = 12;

/// Words too general to say what is measured.
bool is_general(std::string_view word) {
    constexpr std::string_view kGeneral[] = {"be",   "have",  "people", "number", "total", "say",
                                             "hold", "reach", "get",    "report", "see",   "do"};
    return std::find(std::begin(kGeneral), std::end(kGeneral), word) != std::end(kGeneral);
}

Words measures_of(const Fact& fact) {
    Words measures = values_of(fact, "noun");
    for (const std::string_view predicate : values_of(fact, "predicate")) {
        measures.push_back(predicate);
    }
    std::erase_if(measures, is_general);
    std::sort(measures.begin(), measures.end());
    measures.erase(std::unique(measures.begin(), measures.end()), measures.end());
    return measures;
}

void set_measures(OpenFeatures& features, const Fact& left, const Fact& right) {
    const Words a = measures_of(left);
    const Words b = measures_of(right);
    if (a.empty() || b.empty()) {
        features[kMeasureMissing] = 1;
        return;
    }
    // "21 member towns" and "21 members": the modifier may be the measure of the other side.
    const bool is_one = count_shared(a, b) > 0 ||
                        count_shared(values_of(left, "modifier"), b) > 0 ||
                        count_shared(a, values_of(right, "modifier")) > 0;
    features[is_one ? kMeasureShared : kMeasureClash] = 1;
    features[kNounDiffers] = is_one ? 0 : features[kNounDiffers];
}

bool are_set_apart(const Fact& left, const Fact& right, TimeOrder order) {
    if (order != TimeOrder::LeftFirst && order != TimeOrder::RightFirst) {
        return false;
    }
    const bool is_count =
        left.value.type == ValueType::Number || left.value.type == ValueType::Money;
    const Value& earlier = order == TimeOrder::LeftFirst ? left.value : right.value;
    const Value& later = order == TimeOrder::LeftFirst ? right.value : left.value;
    return !is_count || can_have_grown(earlier, later);
}

void set_times(OpenFeatures& features, const Fact& left, const Fact& right) {
    const TimeOrder order = time_order(left, right);
    features[kTimesSame] = order == TimeOrder::Same ? 1 : 0;
    // A count that has fallen between the times clashes because of them.
    features[kTimesDiffer] = are_set_apart(left, right, order) ? 1 : 0;
    features[kTimesMeet] = order == TimeOrder::Meeting ? 1 : 0;
}

/// What a denial denies, held against everything the other side says.
void set_denied(OpenFeatures& features, const Fact& left, const Fact& right) {
    for (const auto& [denial, other] : {std::pair(&left, &right), std::pair(&right, &left)}) {
        const Words denied = values_of(*denial, "denied");
        Words said = values_of(*other, "stem");
        for (const char* slot : {"predicate", "object", "subject"}) {
            const Words more = values_of(*other, slot);
            said.insert(said.end(), more.begin(), more.end());
        }
        std::sort(said.begin(), said.end());
        said.erase(std::unique(said.begin(), said.end()), said.end());
        const std::int32_t shared = count_shared(denied, said);
        features[kDeniedKnown] += std::min(shared, 4);
        features[kDeniedMissing] += std::min(static_cast<std::int32_t>(denied.size()) - shared, 4);
    }
}

/// "More than 12". A mark that was passed bounds an amount too, but no one compares it.
bool states_bound(const Fact& fact) {
    return fact.value.bound != Bound::Exact && values_of(fact, "passed").empty();
}

void set_amounts(OpenFeatures& features, const Fact& left, const Fact& right) {
    features[kBounded] = states_bound(left) || states_bound(right) ? 1 : 0;
    const Decimal a = left.value.amount.absolute();
    const Decimal b = right.value.amount.absolute();
    features[kFarApart] = a > b * Decimal(10) || b > a * Decimal(10) ? 1 : 0;
    features[kClose] = a <= b * Decimal(12, -1) && b <= a * Decimal(12, -1) ? 1 : 0;
}

void set_type(OpenFeatures& features, const std::string& rule) {
    constexpr std::pair<std::string_view, Index> kTypes[] = {
        {"open/money", kIsMoney},       {"open/percent", kIsPercent},
        {"open/rank", kIsRank},         {"open/date", kIsDate},
        {"open/ratio", kIsRatio},       {"open/duration", kIsDuration},
        {"open/quantity", kIsQuantity},
    };
    for (const auto& [name, index] : kTypes) {
        features[index] = rule == name ? 1 : 0;
    }
}

void set_names(OpenFeatures& features, const EntityFinder& entities, const Fact& left,
               const Fact& right) {
    const Words a = values_of(left, "entity");
    const Words b = values_of(right, "entity");
    const std::int32_t shared = count_shared_entities(entities, a, b);
    features[kNamesShared] = std::min(shared, 3);
    const bool is_open = has_pronoun_subject(left) || has_pronoun_subject(right);
    features[kNamesClash] = shared == 0 && !a.empty() && !b.empty() && !is_open ? 1 : 0;
}

void set_words(OpenFeatures& features, const Fact& left, const Fact& right) {
    const Words a = values_of(left, "stem");
    const Words b = values_of(right, "stem");
    const std::int32_t shared = count_shared(a, b);
    features[kWordsShared] = std::min(shared, 10);
    features[kLong] = std::max(a.size(), b.size()) > kManyWords ? 1 : 0;
    features[kWordShare] = share_in_tenths(shared, a.size(), b.size());
}

void set_scope(OpenFeatures& features, const EntityFinder& entities, const Fact& left,
               const Fact& right) {
    const Words a = values_of(left, "scope");
    const Words b = values_of(right, "scope");
    if (a.empty() != b.empty()) {
        features[kScopeOneSided] = 1;
    } else if (!a.empty()) {
        features[count_shared_entities(entities, a, b) > 0 ? kScopeSame : kScopeClash] = 1;
    }
}

bool is_tentative(Certainty certainty) {
    return certainty == Certainty::Possible || certainty == Certainty::Hypothetical;
}

}  // namespace

OpenWeights::OpenWeights(const std::vector<FeatureWeight>& weights) {
    for (const FeatureWeight& weight : weights) {
        const auto* name =
            std::find(kOpenFeatureNames.begin(), kOpenFeatureNames.end(), weight.name);
        if (name != kOpenFeatureNames.end()) {
            const auto index = static_cast<std::size_t>(name - kOpenFeatureNames.begin());
            values_[index] = weight.values;
            claims_[index] = weight.claims;
        }
    }
}

OpenFeatures open_features(const EntityFinder& entities, const Fact& left, const Fact& right) {
    OpenFeatures features{};
    features[kBase] = 1;
    set_pair(features, left, right, "noun", kNounSame, kNounDiffers);
    set_measures(features, left, right);
    set_pair(features, left, right, "predicate", kPredicateSame, kPredicateDiffers);
    set_pair(features, left, right, "subject", kSubjectSame, kSubjectDiffers);
    set_pair(features, left, right, "actor", kActorSame, kActorDiffers);
    if (!is_name(left, "actor") || !is_name(right, "actor")) {
        features[kActorDiffers] = 0;
    }
    set_pair(features, left, right, "object", kObjectSame, kObjectDiffers);
    set_pair(features, left, right, "role", kRoleSame, kRoleDiffers);
    set_pair(features, left, right, "modifier", kModifiersShared, kModifiersClash);
    set_names(features, entities, left, right);
    set_words(features, left, right);
    set_scope(features, entities, left, right);
    set_times(features, left, right);
    set_amounts(features, left, right);
    set_type(features, left.rule);
    features[kDateOfOther] = left.value.type == ValueType::Date &&
                                     features[kPredicateDiffers] != 0 && features[kNounSame] == 0 &&
                                     features[kMeasureShared] == 0
                                 ? 1
                                 : 0;
    if (has_opposite_predicates(left, right)) {
        features[kOpposite] = 1;
        features[kPredicateDiffers] = 0;
    }
    if (left.value.type == ValueType::Polarity) {
        set_denied(features, left, right);
    }
    features[kTentative] =
        is_tentative(left.qualifiers.certainty) != is_tentative(right.qualifiers.certainty) ? 1 : 0;
    return features;
}

namespace {

/// "+x" on one side and "-x" on the other among the values of a slot.
bool lie_opposite(const Fact& left, const Fact& right, std::string_view slot) {
    std::vector<std::string_view> axes;
    for (const SlotValue& candidate : left.slots) {
        if (candidate.slot == slot) {
            axes.push_back(candidate.value);
        }
    }
    return !axes.empty() &&
           std::any_of(right.slots.begin(), right.slots.end(), [&](const SlotValue& other) {
               return other.slot == slot &&
                      std::any_of(axes.begin(), axes.end(), [&](std::string_view axis) {
                          return axis.front() != other.value.front() &&
                                 axis.substr(1) == std::string_view(other.value).substr(1);
                      });
           });
}

}  // namespace

bool has_opposite_predicates(const Fact& left, const Fact& right) {
    return lie_opposite(left, right, "axis");
}

bool are_of_two_ends(const Fact& left, const Fact& right) {
    return lie_opposite(left, right, "extreme");
}

bool are_events_in_turn(const Fact& left, const Fact& right) {
    return lie_opposite(left, right, "turn");
}

std::int32_t OpenWeights::score(const OpenFeatures& features, OpenKind kind) const {
    std::int32_t score = 0;
    for (std::size_t i = 0; i < kOpenFeatureCount; ++i) {
        score += features[i] * of(kind)[i];
    }
    return score;
}

std::int32_t OpenWeights::bound_effect(const OpenFeatures& features) const {
    std::int32_t effect = 0;
    for (const Index index : {kBounded, kClose}) {
        effect += features[index] * std::max(values_[index], 0);
    }
    return effect;
}

bool have_other_actors(const OpenFeatures& features) {
    return features[kActorDiffers] != 0 && features[kNamesClash] != 0;
}

std::int32_t shared_words(const OpenFeatures& features) {
    return features[kWordsShared];
}

bool is_opposite(const OpenFeatures& features) {
    return features[kOpposite] != 0;
}

std::string OpenWeights::explain(const OpenFeatures& features, OpenKind kind) const {
    const Row& weights = of(kind);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < kOpenFeatureCount; ++i) {
        if (features[i] * weights[i] != 0) {
            order.push_back(i);
        }
    }
    const auto effect = [&](std::size_t i) { return std::abs(features[i] * weights[i]); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return effect(a) > effect(b); });
    std::string text;
    for (const std::size_t i : order) {
        text += text.empty() ? "" : ", ";
        text += kOpenFeatureNames[i];
        text += features[i] == 1 ? fmt::format(" {:+}", weights[i])
                                 : fmt::format(" {} x {:+}", features[i], weights[i]);
    }
    return text;
}

}  // namespace atodds
