#include "compare/quotation_translation.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

/// Who speaks, for whom, to whom and by way of whom.
std::vector<std::string> parties_of(const Fact& fact) {
    std::vector<std::string> ids;
    for (const SlotValue& slot : fact.slots) {
        if (slot.slot == "speaker" || slot.slot == "addressee") {
            ids.push_back(slot.value);
        }
    }
    for (const SourceRef& source : fact.qualifiers.sources) {
        ids.push_back(source.id);
        ids.push_back(source.institution);
    }
    return ids;
}

/// A ministry is part of its government, and that of its country: where the lexicon knows a country
/// above, its language is that of its offices.
bool is_foreign(const EntityFinder& entities, const std::string& id) {
    if (entities.is_a(id, "foreign-press") || entities.is_a(id, "state-media")) {
        return true;
    }
    bool has_country = false;
    for (const std::string_view whole : entities.wholes_of(id)) {
        const std::string above(whole);
        if (entities.is_a(above, "english-speaking")) {
            return false;
        }
        has_country = has_country || entities.is_a(above, "country");
    }
    return has_country;
}

/// "yes", "likely" or "no"; empty where the words beside the quotation do not tell.
std::string told_by(const Fact& fact) {
    const auto found = std::ranges::find(fact.slots, "translated", &SlotValue::slot);
    return found == fact.slots.end() ? "" : found->value;
}

}  // namespace

Translation translation_between(const EntityFinder& entities, const Fact& left, const Fact& right) {
    const std::string a = told_by(left);
    const std::string b = told_by(right);
    if (a == "yes" || b == "yes") {
        return Translation::Told;
    }
    if (a == "no" || b == "no") {
        return Translation::None;
    }
    const auto has_foreign_party = [&](const Fact& fact) {
        const std::vector<std::string> ids = parties_of(fact);
        return std::ranges::any_of(
            ids, [&](const std::string& id) { return !id.empty() && is_foreign(entities, id); });
    };
    const bool is_likely =
        a == "likely" || b == "likely" || has_foreign_party(left) || has_foreign_party(right);
    return is_likely ? Translation::Likely : Translation::None;
}

}  // namespace atodds
