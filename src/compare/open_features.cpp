#include "compare/open_features.hpp"

#include "compare/open_excuses.hpp"
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
    kAgeOfOne,
    kIsClock,
    kFigureSame,
    kFigureDiffers,
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

void set_pair(OpenFeatures& features, const OpenFact& left, const OpenFact& right, OpenSlot slot,
              Index same, Index differs) {
    const Words& a = left.words->of(slot);
    const Words& b = right.words->of(slot);
    if (a.empty() || b.empty()) {
        return;
    }
    const bool is_same = count_shared(a, b) > 0;
    features[same] = is_same ? 1 : 0;
    features[differs] = is_same ? 0 : 1;
}

/// True where the slot holds an entity and no plain noun.
bool is_name(const OpenFact& fact, OpenSlot slot) {
    return count_shared(fact.words->of(slot), fact.words->of(OpenSlot::Entity)) > 0;
}

/// Tenths, 0 to 10, of the words of the poorer side that the other side has too.
std::int32_t share_in_tenths(std::int32_t shared, std::size_t left, std::size_t right) {
    const auto smaller = static_cast<std::int32_t>(std::min(left, right));
    return smaller == 0 ? 0 : shared * 10 / smaller;
}

/// Content words from which on a statement says more than one thing. Guessed from news headlines,
/// which stay below it.
constexpr std::size_t kManyWords = 12;

void set_measures(OpenFeatures& features, const OpenFact& left, const OpenFact& right) {
    const Words& a = left.words->measures();
    const Words& b = right.words->measures();
    if (a.empty() || b.empty()) {
        features[kMeasureMissing] = 1;
        return;
    }
    // "21 member towns" and "21 members": the modifier may be the measure of the other side.
    const bool is_one = count_shared(a, b) > 0 ||
                        count_shared(left.words->of(OpenSlot::Modifier), b) > 0 ||
                        count_shared(a, right.words->of(OpenSlot::Modifier)) > 0;
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
void set_denied(OpenFeatures& features, const OpenFact& left, const OpenFact& right) {
    for (const auto& [denial, other] : {std::pair(&left, &right), std::pair(&right, &left)}) {
        const Words& denied = denial->words->of(OpenSlot::Denied);
        Words said = other->words->of(OpenSlot::Stem);
        for (const OpenSlot slot : {OpenSlot::Predicate, OpenSlot::Object, OpenSlot::Subject}) {
            const Words& more = other->words->of(slot);
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
bool states_bound(const OpenFact& fact) {
    return fact.fact->value.bound != Bound::Exact && fact.words->of(OpenSlot::Passed).empty();
}

void set_amounts(OpenFeatures& features, const OpenFact& left, const OpenFact& right) {
    features[kBounded] = states_bound(left) || states_bound(right) ? 1 : 0;
    const Decimal a = left.fact->value.amount.absolute();
    const Decimal b = right.fact->value.amount.absolute();
    features[kFarApart] = a > b * Decimal(10) || b > a * Decimal(10) ? 1 : 0;
    features[kClose] = a <= b * Decimal(12, -1) && b <= a * Decimal(12, -1) ? 1 : 0;
}

/// "650 injured passengers were taken" and "900 passengers were injured": what one side says of the
/// counted in front of the noun the other says behind it.
void set_told_modifiers(OpenFeatures& features, const OpenFact& left, const OpenFact& right) {
    const Words& nouns = left.words->of(OpenSlot::Noun);
    if (features[kNounSame] == 0 || features[kPredicateSame] != 0 ||
        std::ranges::any_of(nouns, is_fate)) {
        return;
    }
    const bool is_told =
        count_shared(left.words->of(OpenSlot::Modifier), right.words->of(OpenSlot::Predicate)) >
            0 ||
        count_shared(left.words->of(OpenSlot::Predicate), right.words->of(OpenSlot::Modifier)) > 0;
    if (is_told) {
        features[kModifiersShared] = 1;
        features[kModifiersClash] = 0;
        features[kPredicateDiffers] = 0;
    }
}

/// True where each side names a kind that the other does not: "net income", "operating income".
/// "Income" alone may be either.
bool have_other_kinds(const Words& a, const Words& b) {
    const auto shared = static_cast<std::size_t>(count_shared(a, b));
    return shared < a.size() && shared < b.size();
}

/// Whether the two values are one named figure.
void set_figures(OpenFeatures& features, const EntityFinder& entities, const OpenFact& left,
                 const OpenFact& right) {
    const Words& a = left.words->of(OpenSlot::Figure);
    const Words& b = right.words->of(OpenSlot::Figure);
    if (a.empty() || b.empty()) {
        return;
    }
    const Words& limits = left.words->of(OpenSlot::FigureOf);
    const Words& other_limits = right.words->of(OpenSlot::FigureOf);
    const bool is_same = a == b &&
                         !have_other_kinds(left.words->of(OpenSlot::FigureKind),
                                           right.words->of(OpenSlot::FigureKind)) &&
                         (limits.empty() || other_limits.empty() ||
                          count_shared_entities(entities, limits, other_limits) > 0);
    features[is_same ? kFigureSame : kFigureDiffers] = 1;
    if (is_same) {
        // What is measured is known; the words it hangs on and what limits the value say no more.
        for (const Index moot :
             {kNounDiffers, kPredicateDiffers, kRoleDiffers, kScopeClash, kScopeOneSided}) {
            features[moot] = 0;
        }
        features[kMeasureMissing] = 0;
        features[kMeasureClash] = 0;
        features[kMeasureShared] = 1;
    }
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

void set_names(OpenFeatures& features, const EntityFinder& entities, const OpenFact& left,
               const OpenFact& right) {
    const Words& a = left.words->of(OpenSlot::Entity);
    const Words& b = right.words->of(OpenSlot::Entity);
    const std::int32_t shared = count_shared_entities(entities, a, b);
    features[kNamesShared] = std::min(shared, 3);
    const bool is_open = left.words->has_pronoun_subject() || right.words->has_pronoun_subject();
    features[kNamesClash] = shared == 0 && !a.empty() && !b.empty() && !is_open ? 1 : 0;
}

void set_words(OpenFeatures& features, const OpenFact& left, const OpenFact& right) {
    const Words& a = left.words->of(OpenSlot::Stem);
    const Words& b = right.words->of(OpenSlot::Stem);
    const std::int32_t shared = count_shared(a, b);
    features[kWordsShared] = std::min(shared, 10);
    features[kLong] = std::max(a.size(), b.size()) > kManyWords ? 1 : 0;
    // The name of a figure is a word too, and in "turnout was 67 %" the only one.
    const std::int32_t figures = features[kFigureSame];
    const auto more = static_cast<std::size_t>(figures);
    features[kWordShare] = share_in_tenths(shared + figures, a.size() + more, b.size() + more);
}

/// "Rell" and "Orla Rell" are one actor.
void set_actors(OpenFeatures& features, const EntityFinder& entities, const OpenFact& left,
                const OpenFact& right) {
    const Words& a = left.words->of(OpenSlot::Actor);
    const Words& b = right.words->of(OpenSlot::Actor);
    if (!a.empty() && !b.empty()) {
        features[count_shared_entities(entities, a, b) > 0 ? kActorSame : kActorDiffers] = 1;
    }
}

void set_scope(OpenFeatures& features, const EntityFinder& entities, const OpenFact& left,
               const OpenFact& right) {
    const Words& a = left.words->of(OpenSlot::Scope);
    const Words& b = right.words->of(OpenSlot::Scope);
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

OpenFeatures open_features(const EntityFinder& entities, const OpenFact& one,
                           const OpenFact& other) {
    const Fact& left = *one.fact;
    const Fact& right = *other.fact;
    OpenFeatures features{};
    features[kBase] = 1;
    set_pair(features, one, other, OpenSlot::Noun, kNounSame, kNounDiffers);
    set_measures(features, one, other);
    set_pair(features, one, other, OpenSlot::Predicate, kPredicateSame, kPredicateDiffers);
    set_pair(features, one, other, OpenSlot::Subject, kSubjectSame, kSubjectDiffers);
    set_actors(features, entities, one, other);
    if (!is_name(one, OpenSlot::Actor) || !is_name(other, OpenSlot::Actor)) {
        features[kActorDiffers] = 0;
    }
    set_pair(features, one, other, OpenSlot::Object, kObjectSame, kObjectDiffers);
    set_pair(features, one, other, OpenSlot::Role, kRoleSame, kRoleDiffers);
    set_pair(features, one, other, OpenSlot::Modifier, kModifiersShared, kModifiersClash);
    set_told_modifiers(features, one, other);
    set_names(features, entities, one, other);
    set_scope(features, entities, one, other);
    set_figures(features, entities, one, other);
    set_words(features, one, other);
    set_times(features, left, right);
    set_amounts(features, one, other);
    set_type(features, left.rule);
    const bool is_clock = left.value.dimension == "clock" && right.value.dimension == "clock";
    features[kIsClock] = is_clock ? features[kPredicateSame] : 0;
    if (are_ages_of_one(entities, left, right)) {
        // An age is the one of the day it is told, whenever the rest happened.
        features[kAgeOfOne] = 1;
        features[kTimesDiffer] = 0;
        features[kTimesMeet] = 0;
    }
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
        set_denied(features, one, other);
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

bool is_limited_on_one_side(const OpenFeatures& features) {
    return features[kScopeOneSided] != 0;
}

bool tells_another_act(const OpenFeatures& features, OpenKind kind) {
    return features[kind == OpenKind::Claim ? kObjectDiffers : kPredicateDiffers] != 0;
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
