#pragma once
// A typed fact: what it is about (key and slots), what it states (value), how it is said
// (qualifiers), and the proof (article, spans, the rule that read it).

#include "model/statement.hpp"
#include "model/value.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atodds {

enum class Polarity : std::uint8_t { Positive, Negative };
enum class Certainty : std::uint8_t {
    Asserted,
    Probable /* reportedly */,
    Possible /* may */,
    Hypothetical /* if, would */
};
enum class Stance : std::uint8_t { Asserts, Denies, Confirms, Questions, Declines };
enum class QuoteKind : std::uint8_t { None, Direct, Mixed, Indirect, Scare };
enum class Stage : std::uint8_t { Unstated, Proposed, Asked, Planned, Agreed, Done, Cancelled };
enum class Phase : std::uint8_t {
    Unstated,
    Earlier /* previously */,
    Now,
    Retracted /* an earlier version of this article said */
};
enum class ListKind : std::uint8_t { Unstated, Open /* including */, Closed /* A and B */ };

struct Qualifiers {
    Polarity polarity = Polarity::Positive;
    Certainty certainty = Certainty::Asserted;
    Stance stance = Stance::Asserts;
    std::string holder;              ///< entity id of who denies, confirms or questions
    std::vector<SourceRef> sources;  ///< outermost first; empty: the article in its own voice
    QuoteKind quote = QuoteKind::None;
    Stage stage = Stage::Unstated;
    Phase phase = Phase::Unstated;
    ListKind list = ListKind::Unstated;
    DayInterval event_time;  ///< when it happened, where the statement says so
    DayInterval
        report_time;  ///< when it held or was told: "as of Tuesday", "police said on Monday"

    friend bool operator==(const Qualifiers&, const Qualifiers&) = default;
};

/// A filled slot of a fact: an entity id, a category or the normalised words.
struct SlotValue {
    std::string slot;
    std::string value;
    ByteSpan span;  ///< where it was read; empty for defaults

    friend bool operator==(const SlotValue&, const SlotValue&) = default;
};

enum class Tier : std::uint8_t { Declared, Open };

struct Fact {
    std::string id;    ///< "<article id>#<begin>-<end>:<rule>", unique in a run
    std::string rule;  ///< rule id; for open facts "open/number", "open/money", ...
    Tier tier = Tier::Declared;
    std::string article;  ///< Article::id
    /// Slots of the rule that identify the fact, sorted by name. Open facts: "noun", "predicate",
    /// "role", "entity" (repeated), "time", "place", "stem" (repeated).
    std::vector<SlotValue> slots;
    Value value;
    Qualifiers qualifiers;
    ByteSpan span;        ///< the value as written
    ByteSpan statement;   ///< the sentence
    std::string surface;  ///< the bytes of `span`
    std::string quote;    ///< the bytes of `statement`: evidence that travels with the fact
    BlockKind block = BlockKind::Body;

    friend bool operator==(const Fact&, const Fact&) = default;
};

}  // namespace atodds
