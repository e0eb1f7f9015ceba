#pragma once
// Whether two quotations can be of one speaker. "Lind" may be "Maria Lind"; a spokesman may be
// anybody; two persons of different surnames are not one.

#include "extract/entity_finder.hpp"
#include "model/fact.hpp"

#include <cstdint>
#include <string>

namespace atodds {

enum class SpeakerMatch : std::uint8_t {
    Same,
    Unknown,   ///< not named, named by a description, or one may speak for the other
    Distinct,  ///< surely two
};

SpeakerMatch match_speakers(const EntityFinder& entities, const Fact& left, const Fact& right);

/// The speaker's name for readers; empty where none was read.
std::string speaker_name(const EntityFinder& entities, const Fact& fact);

}  // namespace atodds
