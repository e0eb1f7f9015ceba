#include "extract/quote_kind.hpp"

#include "extract/clause_map.hpp"
#include "extract/quote_speaker.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// Words of a quotation that may be no more than a term. From the definition of scare quotes.
constexpr std::uint32_t kMostTermWords = 3;
/// Words of a title of a work. Guessed: longer ones are rare in news.
constexpr std::uint32_t kMostTitleWords = 8;
/// Tokens in front of a piece that may name it a term. From "what is known as the".
constexpr std::uint32_t kNamingReach = 3;

bool is_word(const Token& token) {
    return token.tag != Upos::Punct && !is_quote_mark(token);
}

bool is_function(const Token& token) {
    return token.tag == Upos::Det || token.tag == Upos::Adp || token.tag == Upos::Cconj ||
           token.tag == Upos::Part || token.tag == Upos::Sconj || token.tag == Upos::Pron ||
           token.lower.size() <= 3;
}

bool has_finite_verb(const TokenStream& stream, TokenRange tokens) {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
        if (is_finite_verb(stream.statement(stream.statement_of(i)), stream.token_of(i))) {
            return true;
        }
    }
    return false;
}

/// "so-called", "known as", "nicknamed": what follows is a name and nobody's remark.
bool is_named_term(const TokenStream& stream, TokenRange before) {
    constexpr std::array<std::string_view, 9> kNaming = {"so-called",  "nickname", "dub",
                                                         "known",      "entitle",  "title",
                                                         "code-named", "codename", "titled"};
    const std::uint32_t begin =
        before.end - before.begin > kNamingReach ? before.end - kNamingReach : before.begin;
    for (std::uint32_t i = begin; i < before.end; ++i) {
        const Token& token = stream.at(i);
        if (std::ranges::find(kNaming, token.lemma) != kNaming.end()) {
            return true;
        }
        // "so-called" and "a plan called", but not "she called it".
        const Token& previous = stream.at(i > 0 ? i - 1 : 0);
        if (token.lower == "called"sv &&
            (previous.lower == "-"sv || previous.lower == "so"sv || previous.tag == Upos::Noun)) {
            return true;
        }
    }
    return false;
}

/// "Face the Nation": capitals on all but the small words, two at least.
bool is_title(const TokenStream& stream, TokenRange tokens) {
    std::uint32_t words = 0;
    std::uint32_t capitals = 0;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
        const Token& token = stream.at(i);
        if (!is_word(token)) {
            continue;
        }
        ++words;
        capitals += token.is_capitalised ? 1U : 0U;
        if (!token.is_capitalised && !is_function(token)) {
            return false;
        }
    }
    return words <= kMostTitleWords && capitals >= 2;
}

/// "he said:", "she called it": the words right behind are spoken, capitals or not.
bool follows_speech(const TokenStream& stream, TokenRange before) {
    if (before.is_empty()) {
        return false;
    }
    const Token& last = stream.at(before.end - 1);
    const std::uint32_t back = last.tag == Upos::Punct && before.size() > 1 ? 2 : 1;
    return last.lower == ":"sv || is_speech_verb(stream.at(before.end - back));
}

bool ends_with_stop(const TokenStream& stream, TokenRange tokens) {
    const std::string& last = stream.at(tokens.end - 1).lower;
    return last == "." || last == "?" || last == "!" || last == ",";
}

}  // namespace

std::uint32_t count_words(const TokenStream& stream, TokenRange tokens) {
    std::uint32_t words = 0;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
        words += is_word(stream.at(i)) ? 1U : 0U;
    }
    return words;
}

PieceKind kind_of_piece(const TokenStream& stream, const QuotePiece& piece,
                        const PieceFrame& frame) {
    const std::uint32_t words = count_words(stream, piece.tokens);
    const bool is_whole = frame.before.is_empty() && ends_with_stop(stream, piece.tokens);
    const bool has_clause = has_finite_verb(stream, piece.tokens);
    if (is_title(stream, piece.tokens) && !is_whole && !follows_speech(stream, frame.before)) {
        return PieceKind::Title;
    }
    if (words <= kMostTermWords && !is_whole &&
        (is_named_term(stream, frame.before) || (!frame.is_attributed && !has_clause))) {
        return PieceKind::Term;
    }
    const bool follows_pause =
        frame.before.is_empty() || stream.at(frame.before.end - 1).tag == Upos::Punct;
    return has_clause && (is_whole || follows_pause) ? PieceKind::Remark : PieceKind::Part;
}

}  // namespace atodds
