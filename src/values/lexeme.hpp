#pragma once
// The value reader's own view of a text: words, digit runs and signs with their byte spans. Finer
// than tokens (a tokenizer keeps "3-5" and "US$3.6bn" whole) and much cheaper, so that values can
// be read alone at disk speed.

#include "base/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace atodds {

enum class LexemeKind : std::uint8_t {
    Word,    ///< letters of any script, with inner apostrophes
    Digits,  ///< a run of ASCII or full-width digits, without separators
    Sign,    ///< one other visible character
    Break,   ///< a line break; blanks are not lexemes
};

struct Lexeme {
    ByteSpan span;
    LexemeKind kind = LexemeKind::Sign;
    bool has_space_before = false;
    char32_t sign = 0;          ///< Sign: the character
    std::uint64_t word_id = 0;  ///< Word: hash_bytes of the lower-case form

    friend bool operator==(const Lexeme&, const Lexeme&) = default;
};

/// Cuts `text` into lexemes, in order, into `lexemes` (cleared first; its memory is reused).
void split_lexemes(std::string_view text, std::vector<Lexeme>& lexemes);

}  // namespace atodds
