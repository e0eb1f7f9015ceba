#pragma once
// Who stands in which role by a noun: "A is B's successor", "A, the successor of B", "B's
// successor, A".

#include "extract/open_fact_builder.hpp"
#include "extract/parties.hpp"
#include "extract/role_words.hpp"

#include <cstdint>
#include <optional>

namespace atodds {

/// An act with its names, in the making.
struct ToldRole {
    const RoleWord* word = nullptr;
    TokenRange range;  ///< the word or phrase
    std::optional<Party> first;
    std::optional<Party> second;
    std::optional<Party> from;
    bool is_first_unknown = false;  ///< "he": somebody, nobody known
    bool is_attribute = false;      ///< "Rell's successor, Marrak": holds whatever is denied
};

/// Reads the names around nouns of one statement. All that it is given must outlive it.
class RoleNouns {
  public:
    RoleNouns(const OpenFactBuilder& builder, const RoleWords& words, const Parties& parties)
        : builder_(builder), statement_(builder.statement()), words_(words), parties_(parties) {}

    /// Fills `first` with who is it and `second` with whose it is, where both are named, and
    /// `is_attribute`. Requires: `word` and `range` are those of a noun.
    void read(ToldRole& told) const;

  private:
    std::uint32_t begin_of_phrase(std::uint32_t noun) const;
    bool is_of_other_time(std::uint32_t begin, std::uint32_t noun) const;
    bool is_qualified(std::uint32_t begin, std::uint32_t noun) const;
    std::optional<Party> possessor_at(std::uint32_t pronoun) const;
    std::optional<Party> holder_of(std::uint32_t start, std::uint32_t end, ToldRole& told) const;
    std::optional<Party> subject_of_being(std::uint32_t start) const;

    const OpenFactBuilder& builder_;
    const Statement& statement_;
    const RoleWords& words_;
    const Parties& parties_;
};

}  // namespace atodds
