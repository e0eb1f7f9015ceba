#pragma once
// Phrases of the lexicons and tokens of a text cut the same way, so that a match does not depend on
// how the tokenizer treats hyphens, ampersands and full stops: "Wi-Fi" is two pieces whether it is
// one token or three.

#include "model/statement.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// What a piece of an alias asks of the capitals in the text.
enum class LetterCase : std::uint8_t { Any, Capitalised, AllCaps };

/// One word of a phrase: lower case, no hyphen, no full stop at its end.
struct Piece {
    std::uint64_t id = 0;  ///< hash_bytes of the lower-case form
    LetterCase letter_case = LetterCase::Any;
};

/// The pieces of a phrase as written in a lexicon. Empty for a phrase without letters or digits.
std::vector<Piece> split_pieces(std::string_view phrase);

/// One piece of a statement with the token it lies in.
struct TextPiece {
    std::uint64_t id = 0;
    std::uint32_t token = 0;
    bool is_token_start = false;
    bool is_token_end = false;  ///< the last piece of its token
    ByteSpan span;
};

/// The pieces of all tokens, in text order, into `pieces`, whose memory is reused; a token that is
/// only a hyphen or a full stop has none.
void split_pieces(const std::vector<Token>& tokens, std::vector<TextPiece>& pieces);

/// True where the capitals of `token` allow `wanted` for its piece that starts at `piece`.
bool has_case(const Token& token, const TextPiece& piece, LetterCase wanted);

}  // namespace atodds
