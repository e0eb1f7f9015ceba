#include "extract/phrase_pieces.hpp"

#include "base/hash.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>

namespace atodds {

namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_ascii_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

constexpr bool is_ascii_letter(char c) {
    return is_ascii_capital(c) || (c >= 'a' && c <= 'z');
}

constexpr bool is_word_byte(char c) {
    return is_ascii_letter(c) || is_digit(c) || (c & 0x80) != 0;
}

constexpr bool is_cut(char c) {
    return c == '-' || c == ' ' || c == '&';
}

/// Calls `visit` with the half-open parts of `text` between hyphens and blanks; an ampersand is a
/// part of its own, as it tells "AT&T" from "AT T". Full stops at the end of a part are left out.
template <typename Visit>
void for_each_part(std::string_view text, const Visit& visit) {
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        while (end > begin && text[end - 1] == '.') {
            --end;
        }
        const auto part = text.substr(begin, end - begin);
        if (std::ranges::any_of(part, is_word_byte) || part == "'s") {
            visit(ByteSpan{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        }
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_cut(text[at])) {
            continue;
        }
        close(at);
        begin = at + 1;
        if (text[at] == '&') {
            visit(ByteSpan{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)});
        }
    }
    close(text.size());
}

constexpr std::uint8_t kWordByte = 1;
constexpr std::uint8_t kPieceEnd = 2;  ///< a piece may end here

constexpr std::array<std::uint8_t, 256> byte_kinds() {
    std::array<std::uint8_t, 256> kinds{};
    for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
        const char c = static_cast<char>(byte);
        const bool is_end = is_cut(c) || c == '.';
        kinds[byte] = is_word_byte(c) ? kWordByte : (is_end ? kPieceEnd : std::uint8_t{0});
    }
    return kinds;
}

/// The kinds of bytes that the text holds.
std::uint8_t kinds_in(std::string_view text) {
    static constexpr std::array<std::uint8_t, 256> kKinds = byte_kinds();
    std::uint8_t kinds = 0;
    for (const char c : text) {
        kinds |= kKinds[static_cast<unsigned char>(c)];
    }
    return kinds;
}

bool is_all_stops(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c == '.'; });
}

LetterCase case_of(std::string_view part, std::string_view lower) {
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto letters = std::ranges::count_if(part, is_ascii_letter);
    if (letters >= 2 && std::ranges::none_of(part, is_lower)) {
        return LetterCase::AllCaps;
    }
    // A capital inside ("iPhone", "eBay") is not asked for: headlines begin such names with one.
    const bool starts_capital = !part.empty() && !is_digit(part[0]) && part[0] != lower[0];
    const bool accented_capital =
        part.size() > 1 && (part[0] & 0x80) != 0 && part.substr(0, 2) != lower.substr(0, 2);
    return starts_capital || accented_capital ? LetterCase::Capitalised : LetterCase::Any;
}

/// "Xi's" and "the people's" are two tokens for a tokenizer that follows the treebanks.
std::string with_possessives_apart(std::string_view phrase) {
    if (phrase.find_first_of("'\xE2") == std::string_view::npos) {
        return std::string(phrase);
    }
    std::string text;
    for (std::size_t at = 0; at < phrase.size(); ++at) {
        if (phrase.substr(at, 3) == "\xE2\x80\x99") {
            text += at + 3 < phrase.size() && phrase[at + 3] == 's' ? " '" : "'";
            at += 2;
        } else if (phrase.substr(at, 2) == "'s" &&
                   (at + 2 == phrase.size() || is_cut(phrase[at + 2]))) {
            text += " '";
        } else {
            text += phrase[at];
        }
    }
    return text;
}

}  // namespace

std::vector<Piece> split_pieces(std::string_view phrase) {
    const std::string text = with_possessives_apart(phrase);
    std::vector<Piece> pieces;
    for_each_part(text, [&](ByteSpan part) {
        const std::string_view form = slice(text, part);
        const std::string lower = to_lower(form);
        pieces.push_back({hash_bytes(lower), case_of(form, lower)});
    });
    return pieces;
}

void split_pieces(const std::vector<Token>& tokens, std::vector<TextPiece>& pieces) {
    pieces.clear();
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        const std::uint8_t kinds = kinds_in(token.lower);
        if ((kinds & kPieceEnd) == 0) {
            if ((kinds & kWordByte) != 0) {
                pieces.push_back({token.lower_id, i, true, true, token.span});
            }
            continue;
        }
        // Lower-casing and unifying apostrophes may change the length; then spans stay whole.
        const bool is_same_size = token.lower.size() == token.span.size();
        const std::size_t first = pieces.size();
        std::uint32_t end = 0;
        for_each_part(token.lower, [&](ByteSpan part) {
            end = part.end;
            const ByteSpan span =
                is_same_size ? ByteSpan{token.span.begin + part.begin, token.span.begin + part.end}
                             : token.span;
            const bool is_first = pieces.size() == first;
            pieces.push_back({hash_bytes(slice(token.lower, part)), i, is_first, false, span});
        });
        if (pieces.size() > first) {
            pieces.back().is_token_end = true;
            if (is_all_stops(std::string_view(token.lower).substr(end))) {
                pieces.back().span.end = token.span.end;
            }
        }
    }
}

bool has_case(const Token& token, const TextPiece& piece, LetterCase wanted) {
    if (wanted == LetterCase::Any || !piece.is_token_start) {
        return true;
    }
    if (wanted == LetterCase::Capitalised || token.lower.find('.') != std::string::npos) {
        return token.is_capitalised;
    }
    // The parts of "CNN-based" are not told apart by the token's flags.
    return token.is_all_caps || (!piece.is_token_end && token.is_capitalised);
}

}  // namespace atodds
