#include "compare/place_comparator.hpp"

#include "compare/open_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

bool share(const Fact& left, const Fact& right, std::string_view slot) {
    return std::any_of(left.slots.begin(), left.slots.end(), [&](const SlotValue& a) {
        return a.slot == slot &&
               std::any_of(right.slots.begin(), right.slots.end(), [&](const SlotValue& b) {
                   return b.slot == slot && a.value == b.value;
               });
    });
}

bool names(const Fact& fact, const std::string& entity) {
    return std::any_of(fact.slots.begin(), fact.slots.end(), [&](const SlotValue& slot) {
        return slot.slot == "entity" && slot.value == entity;
    });
}

Judgement decided(const char* step, Verdict verdict, std::string text) {
    Judgement judgement;
    judgement.verdict = verdict;
    judgement.trace.push_back({step, std::move(text), true});
    return judgement;
}

}  // namespace

Judgement judge_places(const EntityFinder& entities, const Fact& left, const Fact& right) {
    const bool is_one_actor =
        count_shared_entities(entities, values_of(left, "actor"), values_of(right, "actor")) > 0;
    if (!is_one_actor || !share(left, right, "predicate")) {
        return decided("same-fact", Verdict::Different, "places of two events");
    }
    const std::string& a = left.value.text;
    const std::string& b = right.value.text;
    if (a == b) {
        return decided("entailment", Verdict::Agree, "the same place");
    }
    if (entities.is_a(a, b) || entities.is_a(b, a) || names(left, b) || names(right, a)) {
        return decided("entailment", Verdict::Scope, "one place may lie in the other");
    }
    if (!share(left, right, "role")) {
        return decided("entailment", Verdict::Scope, "one place may be told more closely");
    }
    Judgement judgement;
    judgement.verdict = Verdict::Disagree;
    judgement.level = Level::Warning;
    judgement.trace.push_back({"same-fact", "one actor and one act", false});
    judgement.trace.push_back(
        {"clash", fmt::format("\"{}\" and \"{}\" are two places", left.surface, right.surface),
         true});
    return judgement;
}

}  // namespace atodds
