#pragma once
// Whose share of the votes a percentage is: "Lind won 51 % of the vote", "Lind had 51 % and Rell
// 49 %", "51 % against 49 % for Rell".

#include "extract/open_context.hpp"
#include "model/statement.hpp"

#include <cstdint>

namespace atodds {

/// A share of the votes.
struct VoteShare {
    std::uint32_t owner = kNoToken;  ///< a token of who got it; kNoToken: no share of votes
    bool is_partial = false;         ///< told before all votes were counted, or of a poll
};

/// Requires: a percentage; the range is not empty; the statement names votes or a ballot.
VoteShare vote_share_at(const Statement& statement, const WordFamilies& families, TokenRange range);

}  // namespace atodds
