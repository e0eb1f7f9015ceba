#pragma once
// Inflected form -> lemma, by part of speech: irregular forms from a table, the rest by rule, with
// WordNet's verbs and nouns to decide between "hope" and "hop". Works without context, so rules
// use it too.

#include "model/statement.hpp"

#include <string>
#include <string_view>

namespace atodds {

/// The lemma in lower case: ("orders", Noun, Plural) -> "order", ("n't", Part, None) -> "not".
/// Words that have no other form are returned as they are; so are names.
std::string lemma_of(std::string_view lower, Upos tag, Form form);

}  // namespace atodds
