#pragma once
// The forms of a token: what its bytes are in lower case, as an id, and by their capitals.

#include "base/span.hpp"
#include "model/statement.hpp"

#include <string_view>
#include <vector>

namespace atodds {

/// A token with this form: lower, lower_id, capitals. For callers that hold cut tokens.
Token make_token(std::string_view form, ByteSpan span);

/// Appends the token that the bytes of `text` at `span` are.
void append_token(std::string_view text, ByteSpan span, std::vector<Token>& tokens);

}  // namespace atodds
