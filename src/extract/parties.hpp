#pragma once
// Names as the two ends of an act: the whole of "Velmark Rovers", of which the entities may know
// "Velmark" and "Rovers" as two; Italy in "the home team of Italy"; the castle of Crathes.

#include "extract/role_words.hpp"
#include "model/statement.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace atodds {

/// A name in its sentence.
struct Party {
    TokenRange tokens;
    std::string id;  ///< entity id, or "~" and the lower-case words of names side by side
};

/// Finds names beside words of roles in one statement, which must outlive it.
class Parties {
  public:
    Parties(const Statement& statement, const RoleWords& words)
        : statement_(statement), words_(words) {}

    /// The name that begins, and the one that ends, at a token (half-open).
    std::optional<Party> starting_at(std::uint32_t token) const;
    std::optional<Party> ending_at(std::uint32_t token) const;

    /// Whom the head of a noun phrase names: itself, "the painter Ada Lind", "the team of Italy",
    /// "the Ketterby side".
    std::optional<Party> at(std::uint32_t head) const;

    /// What it names where it is a thing that something is done to: also "the Crathes castle".
    std::optional<Party> thing_at(std::uint32_t head) const;

    /// The name behind articles, adjectives and plain nouns from `token` on ("the reigning
    /// champions Ostrow"). Nothing where the name only describes what follows it.
    std::optional<Party> next(std::uint32_t token) const;

    /// The same behind one of the words that `is_preposition` holds for at `token`.
    std::optional<Party> behind(std::uint32_t token, std::string_view preposition) const;

    /// "A and B", "A, B and C": the name is one of several.
    bool is_listed(const Party& party) const;

    bool is_word(std::uint32_t token, std::string_view word) const {
        return token < statement_.tokens.size() && statement_.tokens[token].lower == word;
    }

    /// "'s" and the bare apostrophe.
    bool is_possessive(std::uint32_t token) const {
        return is_word(token, "'s") || is_word(token, "'");
    }

  private:
    const EntityMention* mention_from(std::uint32_t token) const;
    const EntityMention* mention_to(std::uint32_t token) const;
    const EntityMention* mention_at(std::uint32_t token) const;
    std::optional<Party> opening() const;
    Party grown(const EntityMention& mention) const;
    bool describes_next(const Party& party) const;
    std::optional<Party> side_at(std::uint32_t noun) const;

    const Statement& statement_;
    const RoleWords& words_;
};

/// "3-1", "21–18": digits on both sides of a dash.
struct Score {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
};

/// The score that a token is; nothing for years ("2023-24") and for more than three digits.
std::optional<Score> score_of(const Token& token);

}  // namespace atodds
