#include "compare/open_names.hpp"

#include <algorithm>
#include <string>

namespace atodds {
namespace {

/// Words of a name that the lexicon does not know: "~ada lind".
std::vector<std::string_view> words_of_name(std::string_view id) {
    std::vector<std::string_view> words;
    if (!id.starts_with('~')) {
        return words;
    }
    for (std::size_t begin = 1; begin < id.size();) {
        const std::size_t end = std::min(id.find(' ', begin), id.size());
        words.push_back(id.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

/// "Ada Lind" is "Ada Maria Lind" without the name in between, and "Lind" short for both.
bool is_short_for(std::string_view shorter, std::string_view longer) {
    const std::vector<std::string_view> few = words_of_name(shorter);
    const std::vector<std::string_view> many = words_of_name(longer);
    if (few.empty() || few.size() >= many.size() || few.back() != many.back()) {
        return false;
    }
    return few.size() == 1 ? many.size() == 2 : few.size() == 2 && few.front() == many.front();
}

/// "~ada lind": the lexicon does not know it, so it is part and whole of nothing.
bool is_unknown(std::string_view id) {
    return id.starts_with('~');
}

bool are_one_entity(const EntityFinder& entities, std::string_view a, std::string_view b) {
    if (a == b) {
        return true;
    }
    if (is_unknown(a) != is_unknown(b)) {
        return false;
    }
    if (is_unknown(a)) {
        return is_short_for(a, b) || is_short_for(b, a);
    }
    const std::string one(a);
    const std::string other(b);
    return entities.is_a(one, other) || entities.is_a(other, one);
}

}  // namespace

Words values_of(const Fact& fact, std::string_view slot) {
    Words values;
    for (const SlotValue& candidate : fact.slots) {
        if (candidate.slot == slot) {
            values.emplace_back(candidate.value);
        }
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

std::int32_t count_shared_entities(const EntityFinder& entities, const Words& a, const Words& b) {
    return static_cast<std::int32_t>(std::ranges::count_if(a, [&](std::string_view word) {
        return std::ranges::any_of(
            b, [&](std::string_view other) { return are_one_entity(entities, word, other); });
    }));
}

bool has_pronoun_subject(const Fact& fact) {
    constexpr std::string_view kPronouns[] = {"it", "he", "she", "they", "this", "who", "which"};
    const Words subjects = values_of(fact, "subject");
    return std::any_of(subjects.begin(), subjects.end(), [&](std::string_view subject) {
        return std::find(std::begin(kPronouns), std::end(kPronouns), subject) !=
               std::end(kPronouns);
    });
}

bool share_no_name(const EntityFinder& entities, const Fact& left, const Fact& right) {
    const Words a = values_of(left, "entity");
    const Words b = values_of(right, "entity");
    return !a.empty() && !b.empty() && count_shared_entities(entities, a, b) == 0 &&
           !has_pronoun_subject(left) && !has_pronoun_subject(right);
}

namespace {

/// The actors of a fact that are names.
Words named_actors(const Fact& fact) {
    const Words names = values_of(fact, "entity");
    Words actors = values_of(fact, "actor");
    std::erase_if(actors, [&](std::string_view actor) {
        return !std::binary_search(names.begin(), names.end(), actor);
    });
    return actors;
}

}  // namespace

bool is_bound_to_names(const Fact& fact) {
    constexpr std::string_view kRules[] = {"open/office", "open/place", "open/contest",
                                           "open/role"};
    return std::find(std::begin(kRules), std::end(kRules), fact.rule) != std::end(kRules);
}

bool are_of_other_actors(const EntityFinder& entities, const Fact& left, const Fact& right) {
    const Words a = named_actors(left);
    const Words b = named_actors(right);
    return !a.empty() && !b.empty() &&
           count_shared_entities(entities, a, values_of(right, "entity")) == 0 &&
           count_shared_entities(entities, b, values_of(left, "entity")) == 0;
}

bool is_won_by_others(const EntityFinder& entities, const Fact& left, const Fact& right) {
    const Words axes = values_of(left, "axis");
    const Words others = values_of(right, "axis");
    const bool is_contest = axes == others && axes.size() == 1 && axes.front().ends_with("defeat");
    const Words a = named_actors(left);
    const Words b = named_actors(right);
    return is_contest && count_shared_entities(entities, a, b) == 0 &&
           count_shared_entities(entities, a, values_of(right, "entity")) > 0 &&
           count_shared_entities(entities, b, values_of(left, "entity")) > 0;
}

namespace {

bool is_age_of_somebody(const Fact& fact) {
    return fact.value.dimension == "age" && !values_of(fact, "age").empty();
}

}  // namespace

bool are_ages_of_one(const EntityFinder& entities, const Fact& left, const Fact& right) {
    return is_age_of_somebody(left) && is_age_of_somebody(right) &&
           count_shared_entities(entities, values_of(left, "age"), values_of(right, "age")) > 0;
}

bool are_ages_of_two(const EntityFinder& entities, const Fact& left, const Fact& right) {
    return is_age_of_somebody(left) && is_age_of_somebody(right) &&
           !are_ages_of_one(entities, left, right);
}

bool name_others(const EntityFinder& entities, const Fact& left, const Fact& right) {
    return share_no_name(entities, left, right) || are_of_other_actors(entities, left, right);
}

}  // namespace atodds
