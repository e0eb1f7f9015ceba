#pragma once
// A statement cut into clause-like segments, from tags and punctuation alone: the ground on which
// scopes are laid. Each segment says how it hangs on what stands before it.

#include "model/statement.hpp"

#include <cstdint>
#include <vector>

namespace atodds {

/// How a segment is joined to the text before it.
enum class Link : std::uint8_t {
    Main,         ///< the first, or behind a semicolon
    Contrast,     ///< but, while, whereas, although
    Coordinate,   ///< and, or a comma with a clause of its own
    Complement,   ///< that, whether
    Relative,     ///< which, who, that
    Adverbial,    ///< if, because, when
    Participial,  ///< ", adding", ", driven by"
    Resumed,      ///< the rest of a clause behind a relative or an aside
};

struct Segment {
    TokenRange range;
    Link link = Link::Main;
};

class ClauseMap {
  public:
    explicit ClauseMap(const Statement& statement);

    const std::vector<Segment>& segments() const { return segments_; }

    /// Index of the segment that holds `token`. Requires: the token exists.
    std::uint32_t segment_of(std::uint32_t token) const { return of_token_[token]; }

    const Segment& segment_at(std::uint32_t token) const { return segments_[of_token_[token]]; }

    /// The clause around `token` with its resumed parts and complements: from the begin of its own
    /// segment, or of the one it resumes, to the end of the complements that follow.
    TokenRange clause_around(std::uint32_t token) const;

    /// End of what `token` governs to its right: its segment and the complements behind it.
    std::uint32_t reach(std::uint32_t token) const;

  private:
    std::vector<Segment> segments_;
    std::vector<std::uint32_t> of_token_;
};

/// True for a verb or auxiliary that can carry a clause: not an infinitive, participle or gerund.
bool is_finite_verb(const Statement& statement, std::uint32_t token);

bool is_quote_mark(const Token& token);

}  // namespace atodds
