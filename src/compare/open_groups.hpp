#pragma once
// Which clashes of open facts make one finding. Sameness of open facts is a guess that does not
// carry over: where A is like B and B is like C, A and C may be about different things. So a value
// joins a finding only where it was judged against every other value in it.

#include "model/finding.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace atodds {

/// A judged pair with what orders and separates it.
struct OpenClash {
    std::uint32_t left = 0;  ///< indices of facts
    std::uint32_t right = 0;
    std::string left_value;  ///< the side each stands on
    std::string right_value;
    Level level = Level::Note;
    std::int32_t sameness = 0;
};

/// Splits clashes into findings: indices into `clashes`, the strongest of each finding first.
/// Every two values of a finding clash in some pair of it; same input, same groups.
std::vector<std::vector<std::size_t>> split_open_clashes(const std::vector<OpenClash>& clashes);

}  // namespace atodds
