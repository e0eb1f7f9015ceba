#pragma once
// "Beijing" the government and Beijing the city. Decided from the words beside the name alone, so
// that it works before tags are known.

#include "model/statement.hpp"

namespace atodds {

enum class MetonymSense : std::uint8_t { Actor, Place };

/// What the capital named by `mention` stands for. Place after "in", "at", "near" and, unless
/// something an authority gives comes before ("an order from Beijing"), after "from" and "to";
/// before a noun of places ("Beijing airport", "Beijing-based") and in a dateline; else the actor.
MetonymSense sense_of_metonym(const Statement& statement, TokenRange mention);

}  // namespace atodds
