#pragma once
// Statements written by hand: words between blanks, each "word", "word/TAG" or "word/TAG/lemma".
// TAG is a Universal part of speech, or one of the verb forms VB VBD VBZ VBN VBG MD, or NNS for a
// plural noun. Without a TAG: closed-class words, "said" and "told" get theirs, a capital inside
// makes a proper noun,
// "'s" a particle, digits a number, anything else a noun. Punctuation stands apart, between blanks.

#include "model/statement.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atodds::test {

/// The statement and the text its spans count in.
struct TaggedText {
    std::string text;
    Statement statement;
};

TaggedText tagged(std::string_view notation, BlockKind block = BlockKind::Body);

/// The words of `tokens` with one blank between them.
std::string words(const Statement& statement, TokenRange tokens);

/// The range of the only occurrence of `phrase`, words between blanks; empty where there is none.
TokenRange range_of(const Statement& statement, std::string_view phrase);

}  // namespace atodds::test
