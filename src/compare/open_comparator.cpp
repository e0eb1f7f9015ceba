#include "compare/open_comparator.hpp"

#include "compare/office_comparator.hpp"
#include "compare/open_features.hpp"
#include "compare/open_time.hpp"
#include "compare/place_comparator.hpp"
#include "compare/value_relation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace atodds {
namespace {

// Hundredths of the sameness score. Guessed, then set on development pairs: below the first two
// facts are held to be different, from the second on a clash is sure enough for its level.
constexpr std::int32_t kSameFact = 0;
constexpr std::int32_t kWarning = 100;
constexpr std::int32_t kError = 250;
/// Content words that two claims share before they count as one proposition. Guessed, then set on
/// development news: below it half of all denials meet something.
constexpr std::int32_t kFirmWords = 3;

bool is_negative(const Qualifiers& said) {
    return (said.polarity == Polarity::Negative) != (said.stance == Stance::Denies);
}

Judgement decided(Judgement judgement, const char* step, Verdict verdict, std::string text) {
    judgement.verdict = verdict;
    judgement.trace.push_back({step, std::move(text), true});
    return judgement;
}

ValueRelation relate_open(const Value& left, const Value& right) {
    if (left.type == ValueType::Polarity) {
        return {Relatedness::Same, 0, "the same proposition"};
    }
    return left.type == ValueType::Date ? relate_dates(left, right)
                                        : relate_amounts(left, right, Decimal());
}

bool has_slot(const Fact& fact, std::string_view name) {
    return std::any_of(fact.slots.begin(), fact.slots.end(),
                       [&](const SlotValue& slot) { return slot.slot == name; });
}

/// "Yesterday" in two articles of two days. Names of days and months without digits mean the day
/// nearest to the article.
bool is_told_alike(const Fact& left, const Fact& right) {
    return left.value.type == ValueType::Date && left.surface == right.surface &&
           left.surface.find_first_of("0123456789") == std::string::npos;
}

bool share_slot(const Fact& left, const Fact& right, std::string_view name) {
    return std::any_of(left.slots.begin(), left.slots.end(), [&](const SlotValue& slot) {
        return slot.slot == name &&
               std::any_of(right.slots.begin(), right.slots.end(), [&](const SlotValue& other) {
                   return other.slot == slot.slot && other.value == slot.value;
               });
    });
}

bool shares_across(const Fact& left, std::string_view slot, const Fact& right,
                   std::string_view other_slot) {
    return std::any_of(left.slots.begin(), left.slots.end(), [&](const SlotValue& a) {
        return a.slot == slot &&
               std::any_of(right.slots.begin(), right.slots.end(), [&](const SlotValue& b) {
                   return b.slot == other_slot && a.value == b.value;
               });
    });
}

/// "Ten minutes before the collision" and "ten minutes after the collision".
bool is_turned_round(const Fact& left, const Fact& right) {
    return shares_across(left, "before", right, "after") ||
           shares_across(left, "after", right, "before");
}

Judgement::Meeting meeting_of(const ValueRelation& relation, bool differ) {
    if (relation.relatedness == Relatedness::Same && !differ) {
        return Judgement::Meeting::Equal;
    }
    const bool overlaps =
        relation.relatedness == Relatedness::Contains || relation.relatedness == Relatedness::Near;
    return overlaps ? Judgement::Meeting::Overlap : Judgement::Meeting::None;
}

/// Amounts stated for two times: nothing where they clash all the same, since a count that only
/// grows cannot have fallen.
std::optional<std::string> excuse_of_times(const Fact& left, const Fact& right) {
    const TimeOrder order = time_order(left, right);
    if (left.value.type == ValueType::Date || left.value.type == ValueType::Polarity ||
        (order != TimeOrder::LeftFirst && order != TimeOrder::RightFirst)) {
        return std::nullopt;
    }
    const Fact& earlier = order == TimeOrder::LeftFirst ? left : right;
    const Fact& later = order == TimeOrder::LeftFirst ? right : left;
    const bool is_share = left.value.type == ValueType::Percent;
    if (getenv("MONO") && !is_share && !can_have_grown(earlier.value, later.value)) {
        return std::nullopt;
    }
    return "the two figures are stated for two times";
}

Level level_of(std::int32_t score) {
    if (score >= kError) {
        return Level::Error;
    }
    return score >= kWarning ? Level::Warning : Level::Note;
}

bool is_average(const Fact& fact) {
    return std::any_of(fact.slots.begin(), fact.slots.end(), [](const SlotValue& slot) {
        return slot.slot == "scope" && slot.value == "average";
    });
}

/// A stated bound and close amounts make a clash likelier, but the facts no surer the same.
Level level_of_values(const OpenFeatures& features, std::int32_t score, const Fact& left,
                      const Fact& right) {
    if (is_average(left) != is_average(right)) {
        return Level::Note;
    }
    const std::int32_t sure = score - bound_effect(features);
    const bool is_tentative = left.qualifiers.certainty != Certainty::Asserted ||
                              right.qualifiers.certainty != Certainty::Asserted;
    const bool is_open = is_tentative || has_slot(left, "list") || has_slot(right, "list") ||
                         left.value.is_vague || right.value.is_vague;
    return std::max(level_of(sure), is_open ? Level::Warning : Level::Error);
}

/// Verbs that say little by themselves: what is done, said or thought stands in their object.
bool is_light(const Fact& claim) {
    static constexpr std::string_view kLight[] = {
        "be",      "have", "do",    "go",       "say",    "think",  "know", "want",    "make",
        "earning", "take", "get",   "come",     "see",    "happen", "view", "believe", "able",
        "put",     "use",  "need",  "try",      "find",   "give",   "let",  "keep",    "feel",
        "look",    "mean", "allow", "tell",     "call",   "help",   "seem", "show",    "ask",
        "like",    "work", "start", "founding", "ending", "change", "lead", "turn",    "bring",
        "add",     "talk", "speak", "hear",     "expect"};
    return std::any_of(claim.slots.begin(), claim.slots.end(), [](const SlotValue& slot) {
        return slot.slot == "predicate" &&
               std::find(std::begin(kLight), std::end(kLight), slot.value) != std::end(kLight);
    });
}

/// Two claims of one actor about one act, both meant as they stand.
bool is_firm(const OpenFeatures& features, const Fact& left, const Fact& right) {
    const bool is_meant = left.qualifiers.certainty == Certainty::Asserted &&
                          right.qualifiers.certainty == Certainty::Asserted &&
                          left.qualifiers.stance != Stance::Questions &&
                          right.qualifiers.stance != Stance::Questions;
    const bool is_one_act = share_slot(left, right, "predicate") || is_opposite(features);
    const bool is_one_object = share_slot(left, right, "object");
    const bool is_told = !is_light(left) || is_one_object;
    return is_meant && is_one_act && is_told && share_slot(left, right, "actor") &&
           shared_words(features) >= kFirmWords;
}

/// Who speaks decides how hard two claims clash: each party may have its say.
Level level_of_claims(const OpenFeatures& features, std::int32_t score, const Fact& left,
                      const Fact& right) {
    if (!is_firm(features, left, right)) {
        return Level::Note;
    }
    const bool is_reported = !left.qualifiers.sources.empty() || !right.qualifiers.sources.empty();
    return std::max(level_of(score), is_reported ? Level::Warning : Level::Error);
}

}  // namespace

Judgement judge_open_facts(const EntityFinder& entities, const Fact& left,
                           const FactSource& left_source, const Fact& right,
                           const FactSource& right_source) {
    Judgement judgement;
    if (left.rule != right.rule) {
        return decided(judgement, "same-fact", Verdict::Different, "values of two kinds");
    }
    if (left.statement == right.statement && left.article == right.article) {
        return decided(judgement, "same-fact", Verdict::Different, "one statement");
    }
    if (left.rule == "open/office") {
        return judge_offices(entities, left, right);
    }
    if (left.rule == "open/place") {
        return judge_places(entities, left, right);
    }
    if (left.quote == right.quote && left.surface == right.surface) {
        return decided(judgement, "entailment", Verdict::Agree, "the same words");
    }
    if (is_told_alike(left, right)) {
        return decided(judgement, "separators", Verdict::Different,
                       "the same words, counted from two days");
    }
    if (has_slot(left, "since") != has_slot(right, "since")) {
        return decided(judgement, "separators", Verdict::Different,
                       "one rank counts from a time of its own");
    }
    const OpenFeatures features = open_features(entities, left, right);
    const OpenKind kind =
        left.value.type == ValueType::Polarity ? OpenKind::Claim : OpenKind::Value;
    const std::int32_t score = open_score(features, kind);
    const std::string why = fmt::format("sameness {:+}: {}", score, explain_score(features, kind));
    judgement.sameness = score;
    const ValueRelation relation = relate_open(left.value, right.value);
    const bool are_opposite = has_opposite_predicates(left, right);
    const bool is_claim = kind == OpenKind::Claim;
    const bool differ = (is_negative(left.qualifiers) != is_negative(right.qualifiers)) !=
                        (is_claim && are_opposite);
    judgement.meeting = meeting_of(relation, differ || is_turned_round(left, right));
    if (kind == OpenKind::Claim && have_other_actors(features)) {
        return decided(judgement, "same-fact", Verdict::Different, "claims about two actors");
    }
    if (left.value.type == ValueType::Date && are_events_in_turn(left, right)) {
        return decided(judgement, "same-fact", Verdict::Different, "events that follow each other");
    }
    if (score < kSameFact) {
        return decided(judgement, "same-fact", Verdict::Different, why);
    }
    judgement.trace.push_back({"same-fact", why, false});
    judgement.update_possible = !left_source.published || !right_source.published;
    switch (relation.relatedness) {
        case Relatedness::Unrelated:
        case Relatedness::Versions:
            return decided(judgement, "normalise", Verdict::Different, relation.why);
        case Relatedness::Contains:
        case Relatedness::Near:
            return decided(judgement, "entailment", Verdict::Scope, relation.why);
        case Relatedness::Same:
            if (is_turned_round(left, right)) {
                judgement.level = level_of_values(features, score, left, right);
                return decided(judgement, "clash", Verdict::Disagree,
                               "one side says before what the other says after");
            }
            if (!differ) {
                return decided(judgement, "entailment", Verdict::Agree, relation.why);
            }
            if (is_claim && are_opposite && !share_slot(left, right, "subject")) {
                return decided(judgement, "same-fact", Verdict::Different,
                               "opposite things of two subjects");
            }
            judgement.level = is_claim ? level_of_claims(features, score, left, right)
                                       : level_of_values(features, score, left, right);
            return decided(judgement, "commitment", Verdict::Disagree,
                           is_claim && are_opposite ? "the two sides say opposite things"
                                                    : "one side asserts it, the other denies it");
        case Relatedness::Apart:
            break;
    }
    if (differ) {
        return decided(judgement, "commitment", Verdict::Different,
                       "denying one value says nothing of another");
    }
    if (are_opposite) {
        return decided(judgement, "separators", Verdict::Different,
                       "changes in opposite directions");
    }
    if (const std::optional<std::string> excuse = excuse_of_times(left, right)) {
        return decided(judgement, "separators", Verdict::Different, *excuse);
    }
    judgement.level = level_of_values(features, score, left, right);
    return decided(judgement, "clash", Verdict::Disagree, relation.why);
}

}  // namespace atodds
