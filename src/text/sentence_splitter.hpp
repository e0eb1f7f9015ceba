#pragma once
// Tokens of one block -> sentences. A sentence ends at a closing mark, with the quotation marks
// and brackets that follow it, where the next word may open another one; or at a line break that
// is no mere wrapping. A block without closing marks (a headline) is one sentence a line.

#include "base/span.hpp"
#include "model/statement.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace atodds {

/// The sentences of `tokens`, which lie in `text` at `block`: in order, none empty, together all
/// of the tokens. None has more than 1,024 tokens. Linear.
std::vector<TokenRange> split_sentences(std::string_view text, ByteSpan block,
                                        std::span<const Token> tokens);

/// Fills is_in_quotes for the tokens of one block. The marks themselves are outside. An opening
/// mark that is never closed reaches to the end of the block (a quotation of several paragraphs).
void mark_quotes(std::string_view text, std::span<Token> tokens);

}  // namespace atodds
