#pragma once
// Every key and closed word list of the rule language, in the order the manual teaches them. The
// JSON Schemas in rules/schema/ are held to these tables by a test.

#include <array>
#include <string_view>
#include <vector>

namespace atodds {

template <std::size_t N>
using WordTable = std::array<std::string_view, N>;

inline constexpr WordTable<20> kRuleKeys{
    "rule",  "question", "why-it-matters", "message",    "key",     "key-if-stated", "slots",
    "find",  "never",    "about",          "value",      "scale",   "stages",        "compare",
    "level", "changes",  "grows",          "functional", "retired", "tests",
};

/// Kinds of slots; a slot has exactly one of them.
inline constexpr WordTable<12> kSlotKinds{
    "entity",  "words",   "categories", "level",    "number",   "money",
    "percent", "ordinal", "date",       "duration", "quantity", "quote",
};
inline constexpr WordTable<3> kSlotOptions{"default", "carry", "many"};

inline constexpr WordTable<4> kFindKeys{"match", "set", "each", "stage"};

/// Kinds of comparison; a rule has exactly one of them.
inline constexpr WordTable<7> kCompareKeys{
    "steps", "numbers", "exclusive", "sets", "wording", "dates", "polarity",
};
inline constexpr WordTable<2> kWordingKeys{"same", "variant"};

inline constexpr WordTable<3> kTextTestKeys{"name", "text", "facts"};
inline constexpr WordTable<4> kCompareTestKeys{"name", "compare", "verdict", "level"};

/// What a test may expect of a fact besides its slots.
inline constexpr WordTable<7> kQualifierNames{
    "polarity", "certainty", "stance", "stage", "phase", "source", "quote",
};

inline constexpr WordTable<6> kFileKinds{
    "rule", "entities", "scale", "categories", "cues", "weights",
};

inline constexpr WordTable<2> kEntitiesKeys{"entities", "entries"};
inline constexpr WordTable<9> kEntityKeys{
    "id", "name", "type", "classes", "aliases", "part-of", "descriptions", "metonyms", "gender",
};
inline constexpr WordTable<3> kScaleKeys{"scale", "question", "levels"};
inline constexpr WordTable<2> kScaleLevelKeys{"name", "words"};
inline constexpr WordTable<2> kCategoriesKeys{"categories", "entries"};
inline constexpr WordTable<4> kCategoryKeys{"name", "words", "part-of", "excludes"};
inline constexpr WordTable<2> kWeightsKeys{"weights", "entries"};
inline constexpr WordTable<3> kWeightKeys{"name", "values", "claims"};
inline constexpr WordTable<2> kCuesKeys{"cues", "entries"};
inline constexpr WordTable<7> kCueKeys{
    "id", "words", "scope", "stop", "holder", "sets", "attribution",
};
inline constexpr WordTable<7> kCueSetKeys{
    "polarity", "certainty", "stance", "stage", "phase", "list", "quote",
};

// ---- Closed lists of values -------------------------------------------------------------------

inline constexpr WordTable<5> kWordClasses{"verb", "noun", "adjective", "adverb", "form"};
inline constexpr WordTable<4> kGenders{"he", "she", "it", "they"};
/// Types that rules may ask for although no entry has them: names that no lexicon knows get them.
inline constexpr WordTable<7> kEntityTypes{
    "person", "organisation", "company", "government", "place", "product", "event",
};

template <std::size_t N>
std::vector<std::string_view> listed(const WordTable<N>& table) {
    return {table.begin(), table.end()};
}

}  // namespace atodds
