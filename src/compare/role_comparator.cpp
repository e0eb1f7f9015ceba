#include "compare/role_comparator.hpp"

#include "compare/open_excuses.hpp"
#include "compare/open_names.hpp"
#include "compare/open_time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

/// So sure that the same act told elsewhere in the other article excuses a clash, see BestMatches.
constexpr std::int32_t kSameness = 100;

std::string_view slot_of(const Fact& fact, std::string_view name) {
    const Words values = values_of(fact, name);
    return values.empty() ? std::string_view() : values.front();
}

bool has_value(const Fact& fact, std::string_view slot, std::string_view value) {
    return std::any_of(fact.slots.begin(), fact.slots.end(), [&](const SlotValue& candidate) {
        return candidate.slot == slot && candidate.value == value;
    });
}

/// Words of an id or of an unknown name, "~ada rell": any shared one leaves it open whether two
/// names are one.
bool share_a_word(std::string_view a, std::string_view b) {
    const auto next = [](std::string_view& rest) {
        const std::size_t begin = std::min(rest.find_first_not_of("~ -"), rest.size());
        rest.remove_prefix(begin);
        const std::size_t end = std::min(rest.find_first_of(" -"), rest.size());
        const std::string_view word = rest.substr(0, end);
        rest.remove_prefix(end);
        return word;
    };
    for (std::string_view word = next(a); !word.empty(); word = next(a)) {
        std::string_view rest = b;
        for (std::string_view other = next(rest); !other.empty(); other = next(rest)) {
            if (word == other) {
                return true;
            }
        }
    }
    return false;
}

/// "Rell won the cup" and "Norland won the cup": a player and a team share a title. Names of one
/// word and of several, known and unknown ones, may well be of two kinds.
bool may_be_alike(std::string_view a, std::string_view b) {
    return a.starts_with('~') == b.starts_with('~') &&
           (a.find(' ') == std::string_view::npos) == (b.find(' ') == std::string_view::npos);
}

/// Two names in the roles of an act, and what there is to say of two of these.
class RolePair {
  public:
    RolePair(const EntityFinder& entities, const Fact& left, const FactSource& left_source,
             const Fact& right, const FactSource& right_source)
        : entities_(entities), left_(left), right_(right) {
        judgement_.update_possible = !left_source.published || !right_source.published;
        judgement_.level = Level::Warning;
    }

    Judgement judge() {
        const bool is_one_act = share_slot(left_, right_, "act");
        const bool exclude = has_value(left_, "exclusion", slot_of(right_, "act"));
        if (!is_one_act && !exclude) {
            return decided("same-fact", Verdict::Different, "two acts");
        }
        if (left_.article == right_.article) {
            return decided("same-fact", Verdict::Different, "one article tells of both");
        }
        const TimeOrder order = time_order(left_, right_);
        if (order == TimeOrder::LeftFirst || order == TimeOrder::RightFirst) {
            return decided("separators", Verdict::Different, "acts at two times");
        }
        return exclude ? judge_exclusion() : judge_act(order);
    }

  private:
    Judgement decided(const char* step, Verdict verdict, std::string text) {
        judgement_.verdict = verdict;
        judgement_.trace.push_back({step, std::move(text), true});
        return std::move(judgement_);
    }

    Judgement clash(std::string why) {
        judgement_.sameness = kSameness;
        judgement_.trace.push_back({"same-fact", "both tell who did what in one act", false});
        return decided("clash", Verdict::Disagree, std::move(why));
    }

    bool is_one(std::string_view a, std::string_view b) const {
        return !a.empty() && !b.empty() && count_shared_entities(entities_, {a}, {b}) > 0;
    }

    bool meet(const char* left_slot, const char* right_slot) const {
        return is_one(slot_of(left_, left_slot), slot_of(right_, right_slot));
    }

    bool is(const char* kind) const { return has_value(left_, "kind", kind); }

    /// "Got the prize" against "declined the prize", each by the same or by a pronoun.
    Judgement judge_exclusion() {
        const bool is_symmetric = is("symmetric");
        const bool is_half = !has_slot(left_, "first") || !has_slot(right_, "first");
        const bool are_same = (meet("first", "first") || is_half) && meet("second", "second");
        const bool are_crossed = is_symmetric && meet("first", "second") && meet("second", "first");
        if (!are_same && !are_crossed) {
            return decided("same-fact", Verdict::Different, "acts of other names");
        }
        judgement_.level = is_half ? Level::Note : Level::Warning;
        return clash("the two acts exclude each other");
    }

    Judgement judge_act(TimeOrder order) {
        const bool is_swapped = meet("first", "second") && meet("second", "first");
        if (is_swapped && is("directed")) {
            return clash("the two names have changed places");
        }
        if (!meet("second", "second")) {
            return decided("same-fact", Verdict::Different, "acts of other names");
        }
        if (meet("first", "from") && meet("from", "first")) {
            return clash("who gave and who got have changed places");
        }
        if (meet("first", "first")) {
            judgement_.sameness = kSameness;
            judgement_.meeting = Judgement::Meeting::Equal;
            return decided("entailment", Verdict::Agree, "the same names in the same roles");
        }
        const bool is_done_once =
            is("exclusive") || (is("yearly") && order == TimeOrder::Same &&
                                may_be_alike(slot_of(left_, "first"), slot_of(right_, "first")));
        return is_done_once ? judge_actors()
                            : decided("same-fact", Verdict::Different, "many may do it");
    }

    /// Who did what only one can do.
    Judgement judge_actors() {
        const std::string_view a = slot_of(left_, "first");
        const std::string_view b = slot_of(right_, "first");
        if (a.empty() || b.empty() || share_a_word(a, b)) {
            return decided("entailment", Verdict::Scope, "the names may be one");
        }
        if (has_slot(left_, "list") || has_slot(right_, "list")) {
            return decided("entailment", Verdict::Scope, "several did it together");
        }
        if (names(left_, b) || names(right_, a)) {
            return decided("entailment", Verdict::Scope, "one side names the other actor as well");
        }
        if (left_.qualifiers.stage == Stage::Planned || right_.qualifiers.stage == Stage::Planned) {
            return decided("separators", Verdict::Different, "one is only planned");
        }
        return clash(fmt::format("\"{}\" and \"{}\" name two who did it alone", left_.surface,
                                 right_.surface));
    }

    bool names(const Fact& fact, std::string_view name) const {
        return count_shared_entities(entities_, {name}, values_of(fact, "entity")) > 0;
    }

    const EntityFinder& entities_;
    const Fact& left_;
    const Fact& right_;
    Judgement judgement_;
};

}  // namespace

Judgement judge_roles(const EntityFinder& entities, const Fact& left, const FactSource& left_source,
                      const Fact& right, const FactSource& right_source) {
    return RolePair(entities, left, left_source, right, right_source).judge();
}

}  // namespace atodds
