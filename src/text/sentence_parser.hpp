#pragma once
// A sentence parsed in its parts: each clause that stands between or behind commas by itself, then
// joined. Sentences without such parts go to the parser as they are.

#include "text/parser.hpp"

namespace atodds {

/// As Parser::parse. Requires: a label for each token; both lists come back in their order.
void parse_sentence(const Parser& parser, std::span<Token> tokens, std::span<TagLabel> labels);

}  // namespace atodds
