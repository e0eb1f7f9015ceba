#pragma once
// The small words that the grammars of numbers, bounds and ranges are made of.

#include <cstdint>

namespace atodds {

enum class Keyword : std::uint8_t {
    None,
    A,
    And,
    Among,  ///< few, several, some: vague counts and words that stop a lone "one"
    Between,
    But,
    By,
    Each,
    From,
    In,
    Minus,
    Of,
    Or,
    Out,
    Over,
    Per,
    Point,
    Street,      ///< street, avenue: the number before it is an address
    Designator,  ///< page, flight, room: the number after it is a label
    Title,       ///< Phase, Type, Model: so with a capital or in the singular before a plain figure
    The,
    This,  ///< this, that, which, no, every: "one" after it counts nothing
    Through,
    Times,
    To,
    Up,     ///< rose, gained, up: the amount after it is an increase
    Down,   ///< fell, lost, down: a decrease
    Move,   ///< went, moved: "from X to Y" behind it is a change
    Is,     ///< is, has, who, of: "one" before it counts nothing
    Cost,   ///< pay, price, worth: the pounds near it are money
    Weigh,  ///< weigh, bag, load: the pounds near it are a weight
    Warm,   ///< temperature, weather: "70 F" near it is a temperature
    Not,
};

/// The keyword with this word id, None for all other words.
Keyword find_keyword(std::uint64_t word_id);

}  // namespace atodds
