#pragma once
// Closed word classes that tell what kind of thing a capitalised name is: titles, organisation
// words, legal suffixes, days and months. All in lower case.

#include <string_view>

namespace atodds {

/// "president", "mr", "secretary", "ceo": the name behind it is a person.
bool is_title_word(std::string_view word);

/// "he" for "mr" and "sir", "she" for "ms"; empty for titles of either.
std::string_view gender_of_title(std::string_view word);

/// "analyst", "spokeswoman": lower-case nouns in front of a person's name.
bool is_role_noun(std::string_view word);

/// "corp", "inc", "ltd": left out of ids.
bool is_legal_suffix(std::string_view word);

/// "ministry", "university", "bank": a name that holds it names an organisation.
bool is_organisation_word(std::string_view word);

/// "ministry", "agency", "regulator": of the organisations, those of a state.
bool is_agency_word(std::string_view word);

/// "ai", "gpu", "ceo": capitals that are no name.
bool is_common_acronym(std::string_view word);

/// "van", "al": small words inside a person's name.
bool is_particle(std::string_view word);

/// "ceo", "founder": ends the name of a company and leads to the one of a person.
bool is_company_title(std::string_view word);

/// "in", "near": the name behind it is rather a place.
bool is_place_preposition(std::string_view word);

bool is_day_or_month(std::string_view word);

/// "jan", "april": months that people are called.
bool is_month_that_is_a_name(std::string_view word);

/// "in", "last": the word behind it is rather a month than a name.
bool is_before_month(std::string_view word);

/// "river", "island", "county": a name that ends with it names a place.
bool is_place_word(std::string_view word);

}  // namespace atodds
