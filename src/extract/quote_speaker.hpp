#pragma once
// Who spoke the words between marks: read from the unquoted words beside them. "X said", "said X",
// "X told Y", "according to X", "X called it". What the words leave to earlier sentences ("he
// added") is said as such and settled by the caller, who knows what came before.

#include "model/statement.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace atodds {

/// What a speaker is known to be. Only persons and groups can be surely distinct from one another;
/// a spokeswoman, "officials" or a place may speak for anybody.
enum class SpeakerKind : std::uint8_t { Unknown, Person, Group };

enum class FrameSide : std::uint8_t { Before, Behind };

struct Attribution {
    std::uint32_t verb = kNoToken;     ///< token of the verb, or of "according"
    std::optional<SourceRef> speaker;  ///< nothing where it is left out ("adding that")
    SpeakerKind kind = SpeakerKind::Unknown;
    bool is_pronoun = false;  ///< "he said" that no mention resolves
    bool is_speech = false;   ///< a verb of saying, not of calling or doing
};

/// The attribution in the unquoted tokens `frame` on one side of a quotation: behind it the first,
/// before it the last. Nothing where no verb of saying or calling stands there.
/// Requires: entities, tags. Looks at no more than forty tokens beside the quotation.
std::optional<Attribution> attribution_in(const Statement& statement, TokenRange frame,
                                          FrameSide side);

/// True for verbs of saying and calling, by lemma.
bool is_speech_verb(const Token& token);

}  // namespace atodds
