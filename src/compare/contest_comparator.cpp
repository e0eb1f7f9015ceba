#include "compare/contest_comparator.hpp"

#include "compare/open_excuses.hpp"
#include "compare/open_names.hpp"
#include "compare/open_time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

/// Days between two articles on one match: the report of the evening and the one of the weekend.
/// Guessed.
constexpr std::chrono::days kOneMatch{4};
/// So sure that an equal result elsewhere in the other article excuses the clash, see BestMatches.
constexpr std::int32_t kSameness = 100;

Judgement decided(const char* step, Verdict verdict, std::string text) {
    Judgement judgement;
    judgement.verdict = verdict;
    judgement.trace.push_back({step, std::move(text), true});
    return judgement;
}

std::string_view slot_of(const Fact& fact, std::string_view name) {
    const Words values = values_of(fact, name);
    return values.empty() ? std::string_view() : values.front();
}

bool is_one(const EntityFinder& entities, std::string_view a, std::string_view b) {
    return !a.empty() && !b.empty() && count_shared_entities(entities, {a}, {b}) > 0;
}

bool names(const EntityFinder& entities, const Fact& fact, std::string_view name) {
    return count_shared_entities(entities, {name}, values_of(fact, "entity")) > 0;
}

/// How the sides of two results lie to each other.
enum class Sides : std::uint8_t { Other, Alike, Swapped };

Sides sides_of_draw(const EntityFinder& entities, const Fact& draw, const Fact& other) {
    Words two = values_of(other, "drawn");
    if (two.empty()) {
        two = {slot_of(other, "winner"), slot_of(other, "loser")};
    }
    const Words drawn = values_of(draw, "drawn");
    const bool are_same =
        drawn.size() == 2 && two.size() == 2 &&
        ((is_one(entities, drawn[0], two[0]) && is_one(entities, drawn[1], two[1])) ||
         (is_one(entities, drawn[0], two[1]) && is_one(entities, drawn[1], two[0])));
    return are_same ? Sides::Alike : Sides::Other;
}

/// A side that is not named ("the opening defeat against Velmark") may be whom the statement names
/// elsewhere, but not its own other side.
bool may_be_unnamed(const EntityFinder& entities, const Fact& own, std::string_view other) {
    return names(entities, own, other) && !is_one(entities, slot_of(own, "winner"), other) &&
           !is_one(entities, slot_of(own, "loser"), other);
}

Sides sides_of(const EntityFinder& entities, const Fact& left, const Fact& right) {
    if (has_slot(left, "drawn") || has_slot(right, "drawn")) {
        return has_slot(left, "drawn") ? sides_of_draw(entities, left, right)
                                       : sides_of_draw(entities, right, left);
    }
    const std::string_view won[] = {slot_of(left, "winner"), slot_of(right, "winner")};
    const std::string_view lost[] = {slot_of(left, "loser"), slot_of(right, "loser")};
    const auto fits = [&](std::string_view left_side, std::string_view right_side) {
        if (left_side.empty() || right_side.empty()) {
            return left_side.empty() != right_side.empty() &&
                   (left_side.empty() ? may_be_unnamed(entities, left, right_side)
                                      : may_be_unnamed(entities, right, left_side));
        }
        return is_one(entities, left_side, right_side);
    };
    if (fits(won[0], won[1]) && fits(lost[0], lost[1])) {
        return Sides::Alike;
    }
    return fits(won[0], lost[1]) && fits(lost[0], won[1]) ? Sides::Swapped : Sides::Other;
}

bool differ_where_stated(const Fact& left, const Fact& right, std::string_view slot) {
    return has_slot(left, slot) && has_slot(right, slot) && !share_slot(left, right, slot);
}

/// "In the first half" on one side only.
bool tell_other_parts(const Fact& left, const Fact& right) {
    return values_of(left, "part") != values_of(right, "part");
}

std::optional<std::string> other_match(const Fact& left, const FactSource& left_source,
                                       const Fact& right, const FactSource& right_source) {
    const TimeOrder order = time_order(left, right);
    if (order == TimeOrder::LeftFirst || order == TimeOrder::RightFirst) {
        return "matches on two days";
    }
    if (left.article == right.article) {
        return "one article tells of two matches";
    }
    if (may_tell_two_contests(left, left_source, right, right_source)) {
        return "told too many days apart to be one match";
    }
    if (differ_where_stated(left, right, "occasion") ||
        differ_where_stated(left, right, "competition")) {
        return "matches of two rounds or competitions";
    }
    return std::nullopt;
}

Judgement clash(const FactSource& left, const FactSource& right, Level level, std::string why) {
    Judgement judgement;
    judgement.verdict = Verdict::Disagree;
    judgement.level = level;
    judgement.sameness = kSameness;
    judgement.update_possible = !left.published || !right.published;
    judgement.trace.push_back({"same-fact", "both tell how one contest ended", false});
    judgement.trace.push_back({"clash", std::move(why), true});
    return judgement;
}

/// Two votes of one body. A court decides on many matters, so the words around must tell of one.
Judgement judge_votes(const Fact& left, const FactSource& left_source, const Fact& right,
                      const FactSource& right_source) {
    constexpr std::ptrdiff_t kFewestWords = 3;  // guessed: "must pay damages"
    const Words a = values_of(left, "matter");
    const Words b = values_of(right, "matter");
    const auto shared = std::count_if(a.begin(), a.end(), [&](std::string_view word) {
        return std::binary_search(b.begin(), b.end(), word);
    });
    if (!share_slot(left, right, "body") || shared < kFewestWords) {
        return decided("same-fact", Verdict::Different, "votes of two bodies, or on two matters");
    }
    if (share_slot(left, right, "score")) {
        Judgement judgement = decided("entailment", Verdict::Agree, "the same vote");
        judgement.sameness = kSameness;
        judgement.meeting = Judgement::Meeting::Equal;
        return judgement;
    }
    if (const std::optional<std::string> other =
            other_match(left, left_source, right, right_source)) {
        return decided("separators", Verdict::Different, *other);
    }
    return clash(left_source, right_source, Level::Warning, "two counts of one vote");
}

}  // namespace

bool may_tell_two_contests(const Fact& left, const FactSource& left_source, const Fact& right,
                           const FactSource& right_source) {
    return left_source.published && right_source.published &&
           std::chrono::abs(*left_source.published - *right_source.published) > kOneMatch &&
           time_order(left, right) != TimeOrder::Same;
}

Judgement judge_contests(const EntityFinder& entities, const Fact& left,
                         const FactSource& left_source, const Fact& right,
                         const FactSource& right_source) {
    if (has_slot(left, "body") || has_slot(right, "body")) {
        return judge_votes(left, left_source, right, right_source);
    }
    const Sides sides = sides_of(entities, left, right);
    if (sides == Sides::Other) {
        return decided("same-fact", Verdict::Different, "matches of other sides");
    }
    if (const std::optional<std::string> other =
            other_match(left, left_source, right, right_source)) {
        return decided("separators", Verdict::Different, *other);
    }
    const bool is_draw = has_slot(left, "drawn");
    if (is_draw != has_slot(right, "drawn")) {
        if (has_slot(left, "decider") || has_slot(right, "decider")) {
            return decided("entailment", Verdict::Scope, "drawn, and decided afterwards");
        }
        return clash(left_source, right_source, Level::Warning,
                     "one side tells a draw, the other a win");
    }
    const std::string_view score = slot_of(left, "score");
    const std::string_view other_score = slot_of(right, "score");
    if (sides == Sides::Swapped && tell_other_parts(left, right)) {
        return decided("separators", Verdict::Different, "one of several matches, or a part of it");
    }
    if (sides == Sides::Swapped) {
        const bool is_mirrored = !score.empty() && score == other_score;
        return clash(left_source, right_source, is_mirrored ? Level::Error : Level::Warning,
                     "each side tells that another won");
    }
    if (score.empty() || other_score.empty() || score == other_score) {
        Judgement judgement = decided("entailment", Verdict::Agree, "the same result");
        judgement.sameness = kSameness;
        judgement.meeting = Judgement::Meeting::Equal;
        return judgement;
    }
    if (tell_other_parts(left, right) || has_slot(left, "decider") != has_slot(right, "decider")) {
        return decided("separators", Verdict::Different, "scores of two parts of a match");
    }
    return clash(left_source, right_source, Level::Warning,
                 fmt::format("{} and {} are two scores", score, other_score));
}

}  // namespace atodds
