#pragma once
// Which remembered finding is which finding of this run. The fingerprint decides where it is the
// same; a moved article or re-worded text around the values changes it, and then rule, key, values
// and articles have to agree and leave no doubt (docs/decisions/009). A mark that slips to another
// finding would hide what nobody looked at, so doubt means no match.

#include "model/finding.hpp"
#include "review/memory_file.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace atodds {

/// For each finding the index of the record that speaks of it. A record speaks of one finding, or
/// of all that share its fingerprint. Cost: sorting.
std::vector<std::optional<std::size_t>> match_memory(std::span<const Finding> findings,
                                                     std::span<const MemoryRecord> records);

}  // namespace atodds
