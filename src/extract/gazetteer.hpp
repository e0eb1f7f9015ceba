#pragma once
// The aliases of all entities in one trie over piece ids. Finds the longest alias at a place; which
// of several entities that share it is meant is decided by metonymy.hpp and by entry order.

#include "base/id_map.hpp"
#include "extract/phrase_pieces.hpp"
#include "extract/word_marks.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace atodds {

/// How an alias stands for its entity.
enum class AliasKind : std::uint8_t { Name, Metonym, Description };

struct AliasMatch {
    struct Reading {
        std::uint32_t entity = 0;  ///< index into the entries the gazetteer was built from
        AliasKind kind = AliasKind::Name;
    };

    std::span<const Reading> readings;  ///< names first, then in entry order; into the gazetteer
    std::uint32_t begin = 0;            ///< half-open range of text pieces
    std::uint32_t end = 0;
};

class Gazetteer {
  public:
    /// `kinds` of aliases to hold: descriptions are looked up apart from names.
    enum class Holds : std::uint8_t { Names, Descriptions };

    Gazetteer(const std::vector<EntityEntry>& entities, Holds holds);

    /// Longest matches, left to right, not overlapping. Cost: pieces times the longest alias.
    std::vector<AliasMatch> find(const std::vector<Token>& tokens,
                                 const std::vector<TextPiece>& pieces) const;

  private:
    struct Ending {
        std::vector<LetterCase> cases;  ///< one a piece
        std::vector<AliasMatch::Reading> readings;
    };

    void add(std::string_view alias, AliasMatch::Reading reading);
    bool may_begin(const Token& token, const TextPiece& piece) const;
    std::uint32_t child(std::uint32_t node, std::uint64_t piece) const;
    const Ending* ending_of(std::uint32_t node, const std::vector<Token>& tokens,
                            std::span<const TextPiece> pieces) const;
    AliasMatch longest_at(const std::vector<Token>& tokens, const std::vector<TextPiece>& pieces,
                          std::uint32_t begin) const;

    IdMap<std::uint32_t> children_;             ///< by node and piece
    WordMarks<32768> first_marks_;              ///< the pieces that aliases begin with
    std::vector<std::vector<Ending>> endings_;  ///< by node; node 0 is the root
};

}  // namespace atodds
