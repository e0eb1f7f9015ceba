#pragma once
// Whether words stand in quotation marks, and as what: a whole remark, some words of one, or a word
// held at arm's length.

#include "model/fact.hpp"
#include "model/statement.hpp"

namespace atodds {

/// Whether a source is known for the words.
enum class Speaker : std::uint8_t { Unknown, Known };

/// False where no word of the statement can stand in quotation marks.
bool holds_quotes(const Statement& statement);

/// Direct: whole clause in quotation marks. Mixed: some words of the speaker's. Scare: one to three
/// words without a speaker. Indirect: no marks, but a speaker. None otherwise.
QuoteKind quote_kind(const Statement& statement, TokenRange focus, Speaker speaker);

}  // namespace atodds
