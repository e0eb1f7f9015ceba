#pragma once
// The character classes that cutting tokens needs. ASCII by comparison; beyond ASCII everything
// that is no blank, quotation mark, dash or other known sign counts as a letter.

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

/// The character that starts at `at`. Requires: at < text.size().
Character character_at(std::string_view text, std::uint32_t at);

constexpr bool is_apostrophe(char32_t value) {
    return value == '\'' || value == 0x2019 || value == 0x02BC;
}

}  // namespace atodds
