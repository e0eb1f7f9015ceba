#pragma once
// Which named figure a value is: "a turnout of 67 percent", "turnout reached 67 percent" and "a 67
// percent turnout" all give the turnout. A figure has one value at a time, so two articles that
// name the same one for different values are at odds, however little else their sentences share.
//
// The names stand in rules/lexicon/categories/figures.yml, the words around them in
// figure-words.yml. Cost: one look at each word of a statement that holds a value, then a few
// tokens around each value of a statement that names a figure.

#include "extract/open_context.hpp"
#include "model/statement.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace atodds {

/// A named figure, as a value states it.
struct NamedFigure {
    /// "revenue"; "change of revenue" for by how much it moved, "expected revenue" for what
    /// analysts think, "planned revenue" for what anybody else says it will be.
    std::string name;
    std::uint32_t noun = kNoToken;     ///< the token that names it
    std::uint32_t limit = kNoToken;    ///< the token that names what it is limited to: "in Velm"
    bool is_partial = false;           ///< of votes that were not all counted
    bool is_head_count = false;        ///< of people whom something befell
    std::vector<std::uint32_t> kinds;  ///< tokens that say which one: "net", "operating", "voter"
};

/// Finds the figures of the values of one statement, which must outlive it.
class FigureReader {
  public:
    FigureReader(const Statement& statement, const WordFamilies& families);

    /// The figure that the value at `range` states; no noun where it states none. Requires: the
    /// range is not empty.
    NamedFigure find(const ValueMention& mention, TokenRange range) const;

  private:
    bool is_figure(std::uint32_t token) const;
    bool is_in_value(std::uint32_t token) const;
    std::uint32_t noun_before(TokenRange range) const;
    std::uint32_t noun_behind(const ValueMention& mention, TokenRange range) const;
    std::uint32_t subject_of(const ValueMention& mention, TokenRange range, bool& is_change) const;
    const char* outlook_of(std::uint32_t noun, TokenRange range) const;
    std::vector<std::uint32_t> kinds_of(std::uint32_t noun) const;
    std::uint32_t limit_of(std::uint32_t noun, TokenRange range) const;

    const Statement& statement_;
    const WordFamilies& families_;
    std::vector<std::uint32_t> nouns_;  ///< tokens that name figures, ascending
    bool tells_fates_ = false;          ///< a word of "head-counts" stands in it
    bool tells_votes_ = false;
};

}  // namespace atodds
