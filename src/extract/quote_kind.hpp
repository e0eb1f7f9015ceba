#pragma once
// What words between marks are: somebody's words, a term held at arm's length, or the title of a
// work.

#include "extract/quote_pieces.hpp"

namespace atodds {

enum class PieceKind : std::uint8_t {
    Remark,  ///< a sentence or clause of somebody
    Part,    ///< some words of somebody inside a sentence of the article
    Term,    ///< scare quotes, nicknames, coined terms
    Title,   ///< of a book, film, song, programme
};

/// What is known of the surroundings of a piece.
struct PieceFrame {
    TokenRange before;  ///< unquoted tokens of its sentence in front, in the row
    TokenRange behind;
    bool is_attributed = false;  ///< a verb of saying or calling stands close to it
};

/// Requires: tags. Looks at the piece and at three tokens before it.
PieceKind kind_of_piece(const TokenStream& stream, const QuotePiece& piece,
                        const PieceFrame& frame);

/// Words of the piece, without punctuation.
std::uint32_t count_words(const TokenStream& stream, TokenRange tokens);

}  // namespace atodds
