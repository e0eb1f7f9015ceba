#pragma once
// A quotation as the row of words that comparing it takes: everything a newspaper may change at
// will (case, punctuation, marks, spelling, editor's brackets) is gone, where words may be missing
// is noted, and each word knows its bytes.

#include "base/span.hpp"
#include "compare/word_tables.hpp"
#include "model/fact.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace atodds {

struct QuoteWord {
    std::string key;    ///< two words are the same if their keys are
    std::string shown;  ///< as written, in lower case
    /// hash_bytes of the key and of its trunk (0 where it has none): aligning compares each word
    /// of one side with each of the other, which strings make slow.
    std::uint64_t key_id = 0;
    std::uint64_t trunk_id = 0;
    ByteSpan span;  ///< as written, in bytes of the article
    WordRank kind = WordRank::Content;
    std::int32_t weight = 0;  ///< 1 to 6: how much finding it on both sides says
    bool is_name = false;     ///< capitalised inside a sentence
    bool is_number = false;
    bool is_contracted = false;    ///< half of "don't"
    bool is_masked = false;        ///< "d---": only the first letters count
    bool breaks_before = false;    ///< an ellipsis, a bracket or a new piece: words may be missing
    bool begins_sentence = false;  ///< the first word of a sentence

    friend bool operator==(const QuoteWord&, const QuoteWord&) = default;
};

/// The words of a quotation fact, at most `kMostQuoteWords`. The first one breaks before.
/// Requires: slots "piece" inside the fact's span, as read_quote_facts makes them.
std::vector<QuoteWord> words_of_quotation(const Fact& fact);

/// A longer quotation is compared by its first words. Guessed: two printed pages.
inline constexpr std::size_t kMostQuoteWords = 500;

/// The words of plain text whose first byte is byte `offset` of the article.
std::vector<QuoteWord> quote_words(std::string_view text, std::uint32_t offset);

}  // namespace atodds
