#pragma once
// Whether a remark that two articles quote in English was made in another language. Then its words
// are those of two translators, and no difference of words is anybody's slip.

#include "extract/entity_finder.hpp"
#include "model/fact.hpp"

#include <cstdint>

namespace atodds {

enum class Translation : std::uint8_t {
    None,    ///< nothing tells of another language, or "said in English" does
    Likely,  ///< the speaker stands for a country without English, or the words come by way of
             ///< foreign or state media
    Told,    ///< one article says so
};

/// What the words around two versions of one remark tell. A person's own language is not known:
/// who is named without an office of a country gives None.
Translation translation_between(const EntityFinder& entities, const Fact& left, const Fact& right);

}  // namespace atodds
