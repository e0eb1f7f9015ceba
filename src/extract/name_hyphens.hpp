#pragma once
// Names with a hyphen. The parts of a compound are tokens of their own, so "Ada Marrow-Tane" has
// four; here they are counted and looked up as a reader does, who sees two words.

#include "model/statement.hpp"

#include <cstdint>

namespace atodds {

/// True for the hyphen of "Marrow-Tane" and of "Lee-jun": it touches the words on both sides.
bool is_tied_hyphen(const Statement& statement, std::uint32_t token);

/// The second half of a given name: "jun" in "Park Lee-jun", and not "led" in "Jane Roe-led".
bool is_half_of_given_name(const Token& token);

/// Words as a reader counts them: "Ada Marrow-Tane" has two. Linear in the tokens.
std::uint32_t count_words(const Statement& statement, TokenRange tokens);

/// The tokens of the last word: "Marrow-Tane" of "Ada Marrow-Tane". Requires: not empty.
TokenRange last_word(const Statement& statement, TokenRange tokens);

/// As Token::lower_id, also for a word of several tokens.
std::uint64_t id_of_words(const Statement& statement, TokenRange tokens);

}  // namespace atodds
