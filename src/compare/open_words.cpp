#include "compare/open_words.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace atodds {
namespace {

void sort_unique(OpenWords::Words& words) {
    std::ranges::sort(words);
    const auto repeated = std::ranges::unique(words);
    words.erase(repeated.begin(), repeated.end());
}

/// In the order of OpenSlot.
std::optional<std::size_t> slot_named(std::string_view name) {
    constexpr std::string_view kNames[] = {
        "noun", "predicate", "subject", "actor",  "object", "role",        "modifier", "entity",
        "stem", "scope",     "denied",  "passed", "figure", "figure-kind", "figure-of"};
    const auto* found = std::ranges::find(kNames, name);
    if (found == std::end(kNames)) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - std::begin(kNames));
}

/// Words too general to say what is measured.
bool is_general(std::string_view word) {
    constexpr std::string_view kGeneral[] = {"be",   "have",  "people", "number", "total", "say",
                                             "hold", "reach", "get",    "report", "see",   "do"};
    return std::ranges::find(kGeneral, word) != std::end(kGeneral);
}

bool is_pronoun(std::string_view word) {
    constexpr std::string_view kPronouns[] = {"it", "he", "she", "they", "this", "who", "which"};
    return std::ranges::find(kPronouns, word) != std::end(kPronouns);
}

}  // namespace

OpenWords::OpenWords(const Fact& fact) {
    for (const SlotValue& slot : fact.slots) {
        if (const std::optional<std::size_t> index = slot_named(slot.slot)) {
            slots_.at(*index).emplace_back(slot.value);
        }
    }
    std::ranges::for_each(slots_, sort_unique);
    measures_ = of(OpenSlot::Noun);
    std::ranges::copy(of(OpenSlot::Predicate), std::back_inserter(measures_));
    std::erase_if(measures_, is_general);
    sort_unique(measures_);
    has_pronoun_subject_ = std::ranges::any_of(of(OpenSlot::Subject), is_pronoun);
}

}  // namespace atodds
