#pragma once
// Whom two open facts are about, as far as their names tell. Unknown names carry the mark '~' and
// stand for themselves; known ones are related as the lexicon says.

#include "extract/entity_finder.hpp"
#include "model/fact.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace atodds {

/// Values of a slot, sorted, each once. They point into the fact.
using Words = std::vector<std::string_view>;

Words values_of(const Fact& fact, std::string_view slot);

/// Entities of `a` that `b` has too: the same one, a part or a whole of it, or a shorter name.
std::int32_t count_shared_entities(const EntityFinder& entities, const Words& a, const Words& b);

/// "It was founded in 1987": who is meant stands in another sentence, so other names here say
/// nothing.
bool has_pronoun_subject(const Fact& fact);

/// Both sides name somebody or something, and nobody stands on both sides.
bool share_no_name(const EntityFinder& entities, const Fact& left, const Fact& right);

/// True where nobody is named on both sides, or each side has actors that the other does not know.
/// Between articles that nobody put side by side such facts are about two matters.
bool name_others(const EntityFinder& entities, const Fact& left, const Fact& right);

/// True of kinds whose comparators ask by themselves who and what must be the same: offices,
/// places, contests and roles.
bool is_bound_to_names(const Fact& fact);

/// Both sides name who acts, and neither knows the other's actor: "Veldon Rail runs 12 depots in
/// Norland" and "Hartco Rail runs 15 depots in Norland".
bool are_of_other_actors(const EntityFinder& entities, const Fact& left, const Fact& right);

/// Contests that each side tells as won by one whom the other names as well: "Rell beat Lund in
/// 2011" and "Lund beat Rell in 2013".
bool is_won_by_others(const EntityFinder& entities, const Fact& left, const Fact& right);

/// Two ages of somebody who is named, by one name or a shorter one.
bool are_ages_of_one(const EntityFinder& entities, const Fact& left, const Fact& right);

/// Two ages of which each has a person of its own.
bool are_ages_of_two(const EntityFinder& entities, const Fact& left, const Fact& right);

}  // namespace atodds
