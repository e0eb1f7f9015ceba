#pragma once
// How much it says that two articles share something: rarely held, more. One scale for a check and
// for a report, from 0 (everybody holds it) to 1 (nobody else does).

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace atodds {

/// Inverse document frequency over its own maximum (Sparck Jones, "A statistical interpretation of
/// term specificity", 1972), rounded to sixteenths so that sums are exact in any order.
/// Requires: 1 <= holders; `articles` counts all of the index.
inline std::int32_t rarity_in_sixteenths(std::uint32_t holders, std::uint32_t articles) {
    const double most = std::log(double{1} + std::max(articles, std::uint32_t{1}));
    const double share = std::log((double{1} + articles) / std::max(holders, std::uint32_t{1}));
    return static_cast<std::int32_t>(std::lround(16 * std::max(0.0, share) / most));
}

/// What a shared thing counts beside one shared rare word, in sixteenths of it. A key of a rule
/// names the fact exactly; a soft key needs a word or another key beside it. Set by hand.
inline constexpr std::int32_t kWordWeight = 16;
inline constexpr std::int32_t kOpenKeyWeight = 20;
inline constexpr std::int32_t kDeclaredKeyWeight = 40;

/// From this on two articles may speak of one matter: two rare words and a half; in products of
/// the two scales above. Set by hand.
inline constexpr std::int32_t kEnoughShared = 2 * 16 * 16;

}  // namespace atodds
