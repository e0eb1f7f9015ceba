#pragma once
// Two quotations laid side by side. A local alignment with affine gaps finds the longest stretch
// that is one remark; what lies between matched words is a change, what one side breaks off is
// none. Cost: product of the two lengths, each at most kMostQuoteWords.

#include "compare/quotation_words.hpp"
#include "model/statement.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace atodds {

/// Words of the two sides that stand in each other's place; either may be empty.
struct WordChange {
    TokenRange left;  ///< indices of words
    TokenRange right;

    friend bool operator==(const WordChange&, const WordChange&) = default;
};

struct QuotationAlignment {
    std::vector<WordChange> changes;  ///< in order
    TokenRange left_part;             ///< words from the first matched to the last
    TokenRange right_part;
    std::uint32_t matched_content = 0;  ///< content words found on both sides
    std::uint32_t matched_words = 0;
    std::int32_t matched_weight = 0;  ///< of all words found on both sides
    std::int32_t lost_weight = 0;     ///< of what stands against each other or is left out

    /// Share of the weight that matches, in hundredths; 0 where nothing does.
    std::int32_t share() const {
        const std::int32_t all = matched_weight + lost_weight;
        return all == 0 ? 0 : matched_weight * 100 / all;
    }
};

/// Symmetric but for the naming of sides and ties between equally good alignments.
QuotationAlignment align_quotations(std::span<const QuoteWord> left,
                                    std::span<const QuoteWord> right);

/// True where the words are the same, or one of them is masked and may be.
bool is_same_word(const QuoteWord& left, const QuoteWord& right);

}  // namespace atodds
