#pragma once
// A text with its lexemes and the questions all value readers ask of them. Every question may be
// asked at any index; past the end the answer is no.

#include "values/lexeme.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace atodds {

class LexemeView {
  public:
    LexemeView(std::string_view text, std::span<const Lexeme> lexemes)
        : text_(text), lexemes_(lexemes) {}

    std::size_t size() const { return lexemes_.size(); }

    std::string_view text() const { return text_; }

    const Lexeme& operator[](std::size_t at) const { return lexemes_[at]; }

    bool has(std::size_t at) const { return at < lexemes_.size(); }

    bool is_word(std::size_t at) const { return has(at) && lexemes_[at].kind == LexemeKind::Word; }

    bool is_digits(std::size_t at) const {
        return has(at) && lexemes_[at].kind == LexemeKind::Digits;
    }

    bool is_sign(std::size_t at, char32_t sign) const {
        return has(at) && lexemes_[at].kind == LexemeKind::Sign && lexemes_[at].sign == sign;
    }

    /// The sign at `at`, 0 for other lexemes.
    char32_t sign(std::size_t at) const {
        return has(at) && lexemes_[at].kind == LexemeKind::Sign ? lexemes_[at].sign : U'\0';
    }

    bool is_dash(std::size_t at) const {
        const char32_t c = sign(at);
        return c == U'-' || (c >= 0x2010 && c <= 0x2015);
    }

    /// True where nothing stands between this lexeme and the one before it.
    bool is_glued(std::size_t at) const {
        return at > 0 && has(at) && !lexemes_[at].has_space_before &&
               lexemes_[at - 1].kind != LexemeKind::Break && lexemes_[at].kind != LexemeKind::Break;
    }

    /// End of the text or of the line.
    bool is_end(std::size_t at) const { return !has(at) || lexemes_[at].kind == LexemeKind::Break; }

    std::uint64_t word_id(std::size_t at) const { return is_word(at) ? lexemes_[at].word_id : 0; }

    /// The bytes of the lexeme, empty past the end.
    std::string_view slice(std::size_t at) const {
        return has(at) ? atodds::slice(text_, lexemes_[at].span) : std::string_view();
    }

    /// The bytes from the first lexeme to before `end`. Requires: begin < end <= size().
    ByteSpan span(std::size_t begin, std::size_t end) const {
        return {lexemes_[begin].span.begin, lexemes_[end - 1].span.end};
    }

    bool starts_upper(std::size_t at) const {
        const std::string_view word = slice(at);
        return is_word(at) && !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
    }

  private:
    std::string_view text_;
    std::span<const Lexeme> lexemes_;
};

/// Whether the lexeme is this word, in capitals or not. Requires: `word` in lower-case ASCII. A
/// comparison of bytes costs less than a hash of `word`, which is another one at each call.
inline bool is_word(const LexemeView& view, std::size_t at, std::string_view word) {
    const std::string_view text = view.slice(at);
    if (!view.is_word(at) || text.size() != word.size()) {
        return false;
    }
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c) != word[i]) {
            return false;
        }
    }
    return true;
}

}  // namespace atodds
