#pragma once
// Text -> tokens, in the manner of the English Universal Dependencies treebanks: clitics ("'s",
// "n't") and the parts of hyphenated compounds are tokens of their own. What names one thing stays
// whole: "US$3.6bn", "300,000", "3.5-4", "910B", "U.S.", "COVID-19", addresses, e-mails.
// Rules are tokenised by the same function when they are compiled. Linear in the text.

#include "base/span.hpp"
#include "model/statement.hpp"

#include <string_view>
#include <vector>

namespace atodds {

/// The tokens of `text`, in order, spans counted from its start. Tags are not filled.
std::vector<Token> tokenize(std::string_view text);

/// Appends the tokens of `text` at `range`, spans counted from the start of `text`.
void append_tokens(std::string_view text, ByteSpan range, std::vector<Token>& tokens);

}  // namespace atodds
