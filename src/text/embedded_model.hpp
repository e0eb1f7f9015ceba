#pragma once
// The trained tables of src/text/model/, linked into the library so that the program is one file.

#include <cstdint>
#include <span>

namespace atodds {

inline constexpr std::uint32_t kLexiconMagic = 0x314C4F41;  // "AOL1"
inline constexpr std::uint32_t kTaggerMagic = 0x32544F41;   // "AOT2"
inline constexpr std::uint32_t kParserMagic = 0x32504F41;   // "AOP2"

std::span<const std::uint8_t> embedded_lexicon();
std::span<const std::uint8_t> embedded_tagger();
std::span<const std::uint8_t> embedded_parser();

}  // namespace atodds
