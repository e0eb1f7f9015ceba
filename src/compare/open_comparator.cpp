#include "compare/open_comparator.hpp"

#include "compare/best_matches.hpp"
#include "compare/contest_comparator.hpp"
#include "compare/office_comparator.hpp"
#include "compare/open_excuses.hpp"
#include "compare/open_features.hpp"
#include "compare/open_names.hpp"
#include "compare/place_comparator.hpp"
#include "compare/role_comparator.hpp"
#include "compare/value_relation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

// Hundredths of the sameness score. Guessed, then set on development pairs: below the first two
// facts are held to be different, from the second on a clash is sure enough for its level.
constexpr std::int32_t kSameFact = 0;
constexpr std::int32_t kWarning = 100;
constexpr std::int32_t kError = 250;
/// So unlike that equal values excuse no clash of one of the two: BestMatches allows less.
constexpr std::int32_t kNoExcuse = kSameFact - kEqualMargin;
/// One actor may do the same thing on two days ("signed", "attacked"), so dates count for less in
/// the level than in the verdict. Set on development news.
constexpr std::int32_t kRepeated = 30;
/// How much surer a clash over one act with one object is to be the match of its claims than its
/// score says: a claim of another act beside it, alike in its other words, states neither. Less
/// than the margin by which an equal claim excuses. Set on development pairs.
constexpr std::int32_t kOneDeed = kEqualMargin - 50;
/// Off the level of values of two verbs with one actor, who does many things. Guessed.
constexpr std::int32_t kOtherAct = 30;
/// Off the level of days without a year, "Monday", "10 February". Guessed.
constexpr std::int32_t kYearless = 40;
/// Content words that two claims share before they count as one proposition. Guessed, then set on
/// development news: below it half of all denials meet something.
constexpr std::int32_t kFirmWords = 3;

bool is_negative(const Qualifiers& said) {
    return (said.polarity == Polarity::Negative) != (said.stance == Stance::Denies);
}

/// "Pleaded not guilty to two counts" denies the guilt and not that they are two.
bool is_value_denied(const Fact& fact) {
    return is_negative(fact.qualifiers) && fact.quote.find("not guilty") == std::string::npos;
}

/// Whether one side asserts what the other denies, as far as their words of denial tell.
bool is_denied_once(const Fact& left, const Fact& right) {
    if (left.value.type == ValueType::Polarity) {
        return is_negative(left.qualifiers) != is_negative(right.qualifiers);
    }
    return is_value_denied(left) != is_value_denied(right);
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

bool names_nobody(const Fact& fact) {
    return has_pronoun_subject(fact) || !has_slot(fact, "subject");
}

/// "The board passed the plan" and "the plan was rejected by the board" speak of one matter.
bool have_one_subject(const Fact& left, const Fact& right) {
    const auto are_crossed = [](const Fact& active, const Fact& passive) {
        return shares_across(active, "subject", passive, "agent") &&
               (shares_across(active, "object", passive, "subject") ||
                shares_across(active, "stem", passive, "subject"));
    };
    // "It became one of the best": a pronoun stands for whom the other side names.
    const bool is_open = has_slot(left, "extreme") && has_slot(right, "extreme") &&
                         share_slot(left, right, "predicate") &&
                         (names_nobody(left) || names_nobody(right));
    return share_slot(left, right, "subject") || is_open || are_crossed(left, right) ||
           are_crossed(right, left);
}

/// "Adopted the law" and "overturned a verdict": each is done to a thing of its own.
bool have_other_objects(const Fact& left, const Fact& right) {
    return has_slot(left, "object") && has_slot(right, "object") &&
           !share_slot(left, right, "object");
}

/// "Ostrow did not beat Ketterby" and "Ketterby beat Ostrow" are two acts.
bool have_changed_places(const Fact& left, const Fact& right) {
    return shares_across(left, "subject", right, "object") &&
           shares_across(left, "object", right, "subject") && !share_slot(left, right, "subject") &&
           !share_slot(left, right, "object");
}

/// One act, or two that exclude each other, done to one object.
bool is_of_one_deed(const Fact& left, const Fact& right) {
    return share_slot(left, right, "object") &&
           (has_opposite_predicates(left, right) || share_slot(left, right, "predicate"));
}

/// "Won" and "lost".
bool tells_a_contest(const Fact& claim) {
    return std::any_of(claim.slots.begin(), claim.slots.end(), [](const SlotValue& slot) {
        return slot.slot == "axis" && slot.value.ends_with("defeat");
    });
}

/// Verbs of saying: that something was said neither states nor denies what was said.
bool is_speech(const Fact& claim) {
    static constexpr std::string_view kSpeech[] = {"deny", "say", "tell", "confirm", "insist"};
    return std::any_of(claim.slots.begin(), claim.slots.end(), [](const SlotValue& slot) {
        return slot.slot == "predicate" &&
               std::find(std::begin(kSpeech), std::end(kSpeech), slot.value) != std::end(kSpeech);
    });
}

/// A word that a headline takes back and another act of the same headline ("hoax", "arrested"), or
/// that something was said: neither states the other, however alike the words around them are.
bool tell_other_acts(const Fact& left, const Fact& right) {
    const bool are_clauses = has_slot(left, "subject") && has_slot(right, "subject");
    return (!are_clauses || is_speech(left) != is_speech(right)) && has_slot(left, "predicate") &&
           has_slot(right, "predicate") && !share_slot(left, right, "predicate");
}

/// A day; "Sunday" and "3 May" have a second reading, which is a day too.
bool is_single_day(const Value& value) {
    return value.type == ValueType::Date && value.bound == Bound::Exact && !value.dates.empty() &&
           value.dates.front().from && value.dates.front().to &&
           *value.dates.front().to - *value.dates.front().from == std::chrono::days{1};
}

bool are_single_days(const Fact& left, const Fact& right) {
    return is_single_day(left.value) && is_single_day(right.value);
}

Judgement::Meeting meeting_of(const ValueRelation& relation, bool differ, bool is_of_another_act) {
    if (relation.relatedness == Relatedness::Same && !differ) {
        return is_of_another_act ? Judgement::Meeting::EqualElsewhere : Judgement::Meeting::Equal;
    }
    const bool overlaps =
        relation.relatedness == Relatedness::Contains || relation.relatedness == Relatedness::Near;
    return overlaps ? Judgement::Meeting::Overlap : Judgement::Meeting::None;
}

Level level_of(std::int32_t score) {
    if (score >= kError) {
        return Level::Error;
    }
    return score >= kWarning ? Level::Warning : Level::Note;
}

/// "Orla Rell, 61, did not sing" denies the singing and not the age.
bool are_ages(const Fact& left, const Fact& right) {
    return has_slot(left, "age") && has_slot(right, "age");
}

/// Ages further apart than a slip are told of two times of one life. Guessed.
bool are_of_two_times_of_life(const Fact& left, const Fact& right) {
    constexpr std::int64_t kMostYears = 10;
    return are_ages(left, right) &&
           (left.value.amount - right.value.amount).absolute() > Decimal(kMostYears);
}

/// "The turnout in Velm" and "the turnout": one side may speak of a part. "The toll": it may have
/// grown from hour to hour.
bool is_loose_figure(const Fact& left, const Fact& right) {
    return has_slot(left, "figure") && has_slot(right, "figure") &&
           (has_slot(left, "figure-of") != has_slot(right, "figure-of") ||
            has_slot(left, "figure-open") || has_slot(right, "figure-open"));
}

bool is_average(const Fact& fact) {
    return std::any_of(fact.slots.begin(), fact.slots.end(), [](const SlotValue& slot) {
        return slot.slot == "scope" && slot.value == "average";
    });
}

/// One act, told within a week or without a date.
bool is_one_occasion(const Fact& left, const FactSource& left_source, const Fact& right,
                     const FactSource& right_source) {
    constexpr std::chrono::days kMost{7};
    const bool is_near =
        !left_source.published || !right_source.published ||
        std::chrono::abs(*left_source.published - *right_source.published) <= kMost;
    return is_near && share_slot(left, right, "predicate");
}

/// A stated bound and close amounts make a clash likelier, but the facts no surer the same.
Level level_of_values(std::int32_t sure, const Fact& left, const Fact& right, bool is_one_time) {
    if (is_average(left) != is_average(right) ||
        (are_of_two_times_of_life(left, right) && !is_one_time)) {
        return Level::Note;
    }
    const bool is_tentative = left.qualifiers.certainty != Certainty::Asserted ||
                              right.qualifiers.certainty != Certainty::Asserted;
    // Counts of people move from hour to hour.
    const bool is_moving = has_slot(left, "head-count") || has_slot(right, "head-count");
    const bool is_open = is_tentative || is_moving || has_slot(left, "list") ||
                         has_slot(right, "list") || left.value.is_vague || right.value.is_vague;
    if (left.value.type == ValueType::Date) {
        const bool is_yearless = left.value.dates.size() > 1 || right.value.dates.size() > 1;
        sure -= kRepeated + (is_yearless ? kYearless : 0);
    }
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

/// "Will stop selling" says nothing of today; "will retire" is at odds with "resigned" all the
/// same.
bool is_planned(const Fact& fact) {
    return fact.qualifiers.stage == Stage::Planned || fact.qualifiers.stage == Stage::Proposed;
}

/// Two claims of one actor about one act, both meant as they stand.
bool is_firm(const OpenFeatures& features, const Fact& left, const Fact& right) {
    const bool is_meant = left.qualifiers.certainty == Certainty::Asserted &&
                          right.qualifiers.certainty == Certainty::Asserted &&
                          left.qualifiers.stance != Stance::Questions &&
                          right.qualifiers.stance != Stance::Questions &&
                          (is_opposite(features) || is_planned(left) == is_planned(right));
    const bool is_one_act = share_slot(left, right, "predicate") || is_opposite(features);
    const bool is_one_object = share_slot(left, right, "object");
    const bool is_told = !is_light(left) || is_one_object;
    return is_meant && is_one_act && is_told && share_slot(left, right, "actor") &&
           shared_words(features) >= kFirmWords;
}

/// Who speaks decides how hard two claims clash: each party may have its say.
Level level_of_claims(bool is_firm_claim, std::int32_t score, const Fact& left, const Fact& right) {
    if (!is_firm_claim) {
        return Level::Note;
    }
    const bool is_reported = !left.qualifiers.sources.empty() || !right.qualifiers.sources.empty();
    return std::max(level_of(score), is_reported ? Level::Warning : Level::Error);
}

/// What is known of two facts with equal values before they are judged.
struct EqualValues {
    bool differ = false;  ///< one side asserts what the other denies
    Level level = Level::Note;
    std::string why;
};

/// Equal values, and claims, which state none: at odds where the sides turn them round.
Judgement judge_equal(Judgement judgement, const Fact& left, const Fact& right,
                      const EqualValues& equal) {
    const bool is_claim = left.value.type == ValueType::Polarity;
    const bool are_opposite = is_claim && has_opposite_predicates(left, right);
    judgement.level = equal.level;
    if (is_turned_round(left, right)) {
        return decided(judgement, "clash", Verdict::Disagree,
                       "one side says before what the other says after");
    }
    if (!is_claim && are_of_two_ends(left, right)) {
        return decided(judgement, "clash", Verdict::Disagree,
                       "the two ranks are counted from opposite ends");
    }
    if (!equal.differ) {
        judgement.level = Level::Note;
        return decided(judgement, "entailment", Verdict::Agree, equal.why);
    }
    if (are_opposite && !have_one_subject(left, right)) {
        judgement.level = Level::Note;
        return decided(judgement, "same-fact", Verdict::Different,
                       "opposite things of two subjects");
    }
    return decided(judgement, "commitment", Verdict::Disagree,
                   are_opposite ? "the two sides say opposite things"
                                : "one side asserts it, the other denies it");
}

}  // namespace

Judgement judge_open_facts(const OpenParts& parts, const OpenFact& one,
                           const FactSource& left_source, const OpenFact& other,
                           const FactSource& right_source) {
    const EntityFinder& entities = *parts.entities;
    const OpenWeights& weights = *parts.weights;
    const Fact& left = *one.fact;
    const Fact& right = *other.fact;
    Judgement judgement;
    if (left.rule != right.rule) {
        return decided(judgement, "same-fact", Verdict::Different, "values of two kinds");
    }
    if (left.statement == right.statement && left.article == right.article) {
        return decided(judgement, "same-fact", Verdict::Different, "one statement");
    }
    if (left.rule == "open/office") {
        return judge_offices(entities, left, left_source, right, right_source);
    }
    if (left.rule == "open/place") {
        return judge_places(entities, left, right);
    }
    if (left.rule == "open/contest") {
        return judge_contests(entities, left, left_source, right, right_source);
    }
    if (left.rule == "open/role") {
        return judge_roles(entities, left, left_source, right, right_source);
    }
    if (left.quote == right.quote && left.surface == right.surface) {
        return decided(judgement, "entailment", Verdict::Agree, "the same words");
    }
    if (const std::optional<std::string> excuse = excuse_of_kind(left, right)) {
        return decided(judgement, "separators", Verdict::Different, *excuse);
    }
    if (are_ages_of_two(entities, left, right)) {
        return decided(judgement, "separators", Verdict::Different, "ages of two people");
    }
    if (!weights.has_any()) {
        return decided(judgement, "same-fact", Verdict::Different,
                       "the rules hold no weights to judge open facts by");
    }
    const OpenFeatures features = open_features(entities, one, other);
    const OpenKind kind =
        left.value.type == ValueType::Polarity ? OpenKind::Claim : OpenKind::Value;
    const std::int32_t score = weights.score(features, kind);
    // Single days have no bound, and no amount that could be close.
    const std::int32_t sure =
        (are_single_days(left, right) ? score : score - weights.bound_effect(features)) -
        (tells_another_act(features, kind) && share_slot(left, right, "actor") ? kOtherAct : 0);
    const bool is_one_time = is_one_occasion(left, left_source, right, right_source);
    judgement.sameness = score;
    const bool is_brief = parts.reasons == Reasons::OfFindings && score < kSameFact;
    if (is_brief && score <= kNoExcuse) {
        return decided(judgement, "same-fact", Verdict::Different, "");
    }
    const std::string why =
        is_brief ? "" : fmt::format("sameness {:+}: {}", score, weights.explain(features, kind));
    const ValueRelation relation = relate_open(left.value, right.value);
    const bool are_opposite = has_opposite_predicates(left, right);
    const bool is_claim = kind == OpenKind::Claim;
    const bool differ =
        !are_ages(left, right) && is_denied_once(left, right) != (is_claim && are_opposite);
    const bool differs_by_turn = is_turned_round(left, right) ||
                                 (!is_claim && are_of_two_ends(left, right)) ||
                                 (is_claim && !are_opposite && tell_other_acts(left, right));
    judgement.meeting =
        meeting_of(relation, differ || differs_by_turn, tells_another_act(features, kind));
    if (kind == OpenKind::Claim && have_other_actors(features)) {
        return decided(judgement, "same-fact", Verdict::Different, "claims about two actors");
    }
    if (is_claim && are_of_other_actors(entities, left, right)) {
        return decided(judgement, "same-fact", Verdict::Different, "claims about two actors");
    }
    if (is_claim && !are_opposite && have_changed_places(left, right)) {
        return decided(judgement, "same-fact", Verdict::Different,
                       "each does to the other what the other does to it");
    }
    if (is_claim && are_opposite && tells_a_contest(left) &&
        may_tell_two_contests(left, left_source, right, right_source)) {
        return decided(judgement, "separators", Verdict::Different, "contests of two days");
    }
    if (is_claim && are_opposite && have_other_objects(left, right)) {
        return decided(judgement, "same-fact", Verdict::Different,
                       "opposite things of two objects");
    }
    if (left.value.type == ValueType::Date && is_won_by_others(entities, left, right)) {
        return decided(judgement, "same-fact", Verdict::Different, "each won on a day of its own");
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
        case Relatedness::Same: {
            const bool is_firm_claim = is_claim && is_firm(features, left, right);
            const Level level = is_claim ? level_of_claims(is_firm_claim, score, left, right)
                                         : level_of_values(sure, left, right, is_one_time);
            judgement =
                judge_equal(std::move(judgement), left, right, {differ, level, relation.why});
            if (is_claim && judgement.verdict == Verdict::Disagree && is_of_one_deed(left, right)) {
                judgement.sameness += kOneDeed;
            }
            return judgement;
        }
        case Relatedness::Apart:
            break;
    }
    if (differ) {
        return decided(judgement, "commitment", Verdict::Different,
                       "denying one value says nothing of another");
    }
    if (are_opposite || are_of_two_ends(left, right)) {
        return decided(judgement, "separators", Verdict::Different,
                       "changes in opposite directions");
    }
    // "Did not open until May" tells a date all the same.
    if (is_negative(left.qualifiers) && left.value.type != ValueType::Date &&
        !are_ages(left, right)) {
        return decided(judgement, "commitment", Verdict::Different,
                       "each side denies a value of its own");
    }
    std::optional<std::string> excuse = excuse_of_times(left, right);
    if (!excuse) {
        excuse = excuse_of_parts(left, right);
    }
    if (!excuse) {
        excuse = excuse_of_days(left, left_source.published, right, right_source.published);
    }
    if (excuse) {
        return decided(judgement, "separators", Verdict::Different, *excuse);
    }
    // A rank among few is higher than the one among all.
    const bool is_narrower =
        left.value.type == ValueType::Ordinal && is_limited_on_one_side(features);
    judgement.level = is_narrower || is_loose_figure(left, right)
                          ? Level::Note
                          : level_of_values(sure, left, right, is_one_time);
    return decided(judgement, "clash", Verdict::Disagree, relation.why);
}

}  // namespace atodds
