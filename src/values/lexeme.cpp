#include "values/lexeme.hpp"

#include "base/hash.hpp"
#include "base/utf8.hpp"

#include <array>
#include <cstddef>
#include <string>

namespace atodds {
namespace {

enum class CharClass : std::uint8_t { Blank, LineBreak, Digit, Letter, Ideograph, Sign };

constexpr std::array<CharClass, 128> ascii_classes() {
    std::array<CharClass, 128> classes{};
    for (std::size_t c = 0; c < classes.size(); ++c) {
        if (c == '\n' || c == '\r' || c == '\f' || c == '\v') {
            classes[c] = CharClass::LineBreak;
        } else if (c <= ' ' || c == 127) {
            classes[c] = CharClass::Blank;
        } else if (c >= '0' && c <= '9') {
            classes[c] = CharClass::Digit;
        } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            classes[c] = CharClass::Letter;
        } else {
            classes[c] = CharClass::Sign;
        }
    }
    return classes;
}

constexpr std::array<CharClass, 128> kAsciiClasses = ascii_classes();

bool is_wide_blank(char32_t c) {
    return c == 0x85 || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) || c == 0x202F ||
           c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

// Micro sign, letterlike Kelvin, Ohm and Angstrom: letters of unit symbols.
bool is_unit_letter(char32_t c) {
    return c == 0xB5 || c == 0x2126 || c == 0x212A || c == 0x212B || c == 0x2113;
}

bool is_wide_sign(char32_t c) {
    return (c >= 0x80 && c <= 0xBF) || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) ||
           (c >= 0x3001 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) ||
           (c >= 0xFE10 && c <= 0xFE6F) || (c >= 0xFF01 && c <= 0xFF20) ||
           (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65) ||
           (c >= 0xFFE0 && c <= 0xFFFF) || (c >= 0x1F000 && c <= 0x1FAFF);
}

CharClass class_of_wide(char32_t c) {
    if (c == 0x2028 || c == 0x2029) {
        return CharClass::LineBreak;
    }
    if (is_wide_blank(c)) {
        return CharClass::Blank;
    }
    if (c >= 0xFF10 && c <= 0xFF19) {
        return CharClass::Digit;
    }
    if (is_unit_letter(c)) {
        return CharClass::Letter;
    }
    if (is_wide_sign(c)) {
        return CharClass::Sign;
    }
    return is_east_asian(c) ? CharClass::Ideograph : CharClass::Letter;
}

CharClass class_of(char32_t c) {
    return c < kAsciiClasses.size() ? kAsciiClasses[c] : class_of_wide(c);
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 128 ? CodePoint{byte, 1} : decode(text, at);
}

bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2019;
}

std::size_t find_digits_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const CodePoint point = code_point_at(text, at);
        if (class_of(point.value) != CharClass::Digit) {
            break;
        }
        at += point.size;
    }
    return at;
}

/// An apostrophe belongs to the word only when a letter follows it.
std::size_t find_word_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < kAsciiClasses.size() && kAsciiClasses[byte] == CharClass::Letter) {
            ++at;
            continue;
        }
        const CodePoint point = code_point_at(text, at);
        if (class_of(point.value) == CharClass::Letter) {
            at += point.size;
            continue;
        }
        const std::size_t next = at + point.size;
        if (!is_apostrophe(point.value) || next >= text.size() ||
            class_of(code_point_at(text, next).value) != CharClass::Letter) {
            break;
        }
        at = next;
    }
    return at;
}

/// Hash of the lower-case form, with the typographic apostrophe folded to the plain one, so that
/// a table needs each word once. Plain words are lowered on the stack.
std::uint64_t hash_word(std::string_view word) {
    std::array<char, 48> lower;
    if (word.size() <= lower.size()) {
        bool is_plain = true;
        for (std::size_t i = 0; i < word.size(); ++i) {
            const char c = word[i];
            is_plain = is_plain && static_cast<unsigned char>(c) < 128;
            lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        }
        if (is_plain) {
            return hash_bytes(std::string_view(lower.data(), word.size()));
        }
    }
    std::string folded = to_lower(word);
    static constexpr std::string_view kTypographic = "\xE2\x80\x99";
    for (std::size_t at = folded.find(kTypographic); at != std::string::npos;
         at = folded.find(kTypographic, at)) {
        folded.replace(at, kTypographic.size(), "'");
    }
    return hash_bytes(folded);
}

}  // namespace

void split_lexemes(std::string_view text, std::vector<Lexeme>& lexemes) {
    lexemes.clear();
    bool has_space_before = false;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint point = code_point_at(text, at);
        const CharClass char_class = class_of(point.value);
        std::size_t end = at + point.size;
        if (char_class == CharClass::Blank) {
            has_space_before = true;
            at = end;
            continue;
        }
        Lexeme lexeme;
        lexeme.has_space_before = has_space_before;
        switch (char_class) {
            case CharClass::Blank:
                break;
            case CharClass::LineBreak:
                lexeme.kind = LexemeKind::Break;
                break;
            case CharClass::Digit:
                lexeme.kind = LexemeKind::Digits;
                end = find_digits_end(text, end);
                break;
            case CharClass::Letter:
                end = find_word_end(text, end);
                lexeme.kind = LexemeKind::Word;
                lexeme.word_id = hash_word(text.substr(at, end - at));
                break;
            case CharClass::Ideograph:
                // One word a character: nothing marks word ends, and the magnitudes that are
                // read ("3亿美元") are single characters.
                lexeme.kind = LexemeKind::Word;
                lexeme.word_id = hash_word(text.substr(at, end - at));
                break;
            case CharClass::Sign:
                lexeme.sign = point.value;
                break;
        }
        lexeme.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        lexemes.push_back(lexeme);
        has_space_before = lexeme.kind == LexemeKind::Break;
        at = end;
    }
}

}  // namespace atodds
