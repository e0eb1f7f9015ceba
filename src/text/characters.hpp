#pragma once
// The character classes that cutting tokens needs. ASCII by comparison; beyond ASCII everything
// that is no blank, quotation mark, dash or other known sign counts as a letter.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace atodds {

constexpr bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_ascii_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

constexpr bool is_ascii_lower(char c) {
    return c >= 'a' && c <= 'z';
}

constexpr bool is_ascii_alnum(char c) {
    return is_ascii_digit(c) || is_ascii_upper(c) || is_ascii_lower(c);
}

enum class CharacterClass : std::uint8_t {
    Blank,     ///< white space and zero-width signs
    Word,      ///< letters and digits of any script
    Currency,  ///< $ and its kin
    Sign,      ///< everything else
};

struct Character {
    CharacterClass kind = CharacterClass::Sign;
    char32_t value = 0;
    std::uint32_t size = 1;  ///< bytes
};

/// The classes of the ASCII characters.
inline constexpr auto kAsciiKinds = [] {
    std::array<CharacterClass, 128> kinds{};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const char c = static_cast<char>(i);
        kinds[i] = is_ascii_alnum(c)         ? CharacterClass::Word
                   : c <= ' ' || c == '\x7F' ? CharacterClass::Blank
                   : c == '$'                ? CharacterClass::Currency
                                             : CharacterClass::Sign;
    }
    return kinds;
}();

/// character_at beyond ASCII.
Character wide_character_at(std::string_view text, std::uint32_t at);

/// The character that starts at `at`. Requires: at < text.size().
inline Character character_at(std::string_view text, std::uint32_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    return c < kAsciiKinds.size() ? Character{kAsciiKinds[c], c, 1} : wide_character_at(text, at);
}

constexpr bool is_apostrophe(char32_t value) {
    return value == '\'' || value == 0x2019 || value == 0x02BC;
}

}  // namespace atodds
