#pragma once
// Pairs quotation marks over sentences and paragraphs. The tagger's view of a statement knows only
// whether a token is quoted; here it matters where each quotation begins and ends, and which mark
// is a reopened one, a nested one or an apostrophe. Linear in the tokens whatever the marks.

#include "model/statement.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace atodds {

/// The tokens of all statements of an article in one row.
class TokenStream {
  public:
    /// `text` is what the statements were read from. Both must outlive the stream.
    TokenStream(std::string_view text, std::span<const Statement> statements);

    std::uint32_t size() const { return static_cast<std::uint32_t>(places_.size()); }

    const Token& at(std::uint32_t i) const {
        return statements_[places_[i].statement].tokens[places_[i].token];
    }

    /// The token as written; Token::lower knows no kinds of quotation marks.
    std::string_view form(std::uint32_t i) const { return slice(text_, at(i).span); }

    /// Index of the statement, and of the token inside it.
    std::uint32_t statement_of(std::uint32_t i) const { return places_[i].statement; }

    std::uint32_t token_of(std::uint32_t i) const { return places_[i].token; }

    std::uint32_t paragraph_of(std::uint32_t i) const {
        return statements_[places_[i].statement].paragraph;
    }

    /// The tokens of a statement, as a range of the row.
    TokenRange range_of(std::uint32_t statement) const;

    const Statement& statement(std::uint32_t index) const { return statements_[index]; }

  private:
    struct Place {
        std::uint32_t statement = 0;
        std::uint32_t token = 0;
    };

    std::string_view text_;
    std::span<const Statement> statements_;
    std::vector<Place> places_;
    std::vector<std::uint32_t> first_;  ///< of each statement, and one behind the last
};

/// Words between two marks, the marks outside. A piece lies in one paragraph.
struct QuotePiece {
    TokenRange tokens;          ///< in the row, never empty
    bool is_continued = false;  ///< the paragraph before was not closed: the same quotation goes on

    friend bool operator==(const QuotePiece&, const QuotePiece&) = default;
};

/// Pieces in text order, not overlapping; quotations inside quotations are not listed. Marks that
/// pair with nothing are ignored.
std::vector<QuotePiece> find_quote_pieces(const TokenStream& stream);

}  // namespace atodds
