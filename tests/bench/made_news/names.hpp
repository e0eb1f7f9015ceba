#pragma once
// Invented proper names by number: the n-th name of a kind is always the same, two numbers never
// give one name, and no name is of two kinds. Without end: more numbers, longer names.

#include <cstdint>
#include <string>

namespace atodds::bench {

enum class NameKind : std::uint8_t {
    Town,     ///< of one story
    Thing,    ///< ships, mills, rivers of one story
    Firm,     ///< one word; of one story
    Cast,     ///< surnames of the persons whom one story is about
    Surname,  ///< surnames that stories share
    Place,    ///< towns that stories share
};

std::string made_name(NameKind kind, std::uint64_t number);

}  // namespace atodds::bench
