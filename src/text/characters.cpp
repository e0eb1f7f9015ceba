#include "text/characters.hpp"

#include "base/utf8.hpp"

namespace atodds {
namespace {

bool is_wide_blank(char32_t value) {
    return value == 0xA0 || value == 0x85 || value == 0x1680 ||
           (value >= 0x2000 && value <= 0x200F) || (value >= 0x2028 && value <= 0x202F) ||
           (value >= 0x205F && value <= 0x206F) || value == 0x3000 || value == 0xFEFF ||
           value == 0xAD;
}

CharacterClass class_of_wide(char32_t value) {
    if (is_wide_blank(value)) {
        return CharacterClass::Blank;
    }
    const bool is_money = (value >= 0xA2 && value <= 0xA5) || (value >= 0x20A0 && value <= 0x20CF);
    if (is_money) {
        return CharacterClass::Currency;
    }
    const bool is_latin_sign = (value < 0xC0 && value != 0xAA && value != 0xB5 && value != 0xBA) ||
                               value == 0xD7 || value == 0xF7;
    const bool is_punctuation = (value >= 0x2010 && value <= 0x205E) ||
                                (value >= 0x2190 && value <= 0x2BFF) ||
                                (value >= 0x3001 && value <= 0x303F) ||
                                (value >= 0xFF00 && value <= 0xFF0F) || value >= 0x1F000;
    return is_latin_sign || is_punctuation ? CharacterClass::Sign : CharacterClass::Word;
}

}  // namespace

Character wide_character_at(std::string_view text, std::uint32_t at) {
    const CodePoint point = decode(text, at);
    return {class_of_wide(point.value), point.value, static_cast<std::uint32_t>(point.size)};
}

}  // namespace atodds
