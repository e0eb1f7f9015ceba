#pragma once
// What `atodds index` says. Reading articles into the index itself is the work of indexing.hpp.

#include "base/result.hpp"
#include "cli/indexing.hpp"

#include <string>
#include <vector>

namespace atodds {

/// "3 articles added, 1 replaced, 20 unchanged, 0 removed, 0 failed" and a line break.
std::string to_text(const IndexCounts& counts);

/// What an index holds, a line each. Fails with: what IndexReader fails with.
Result<std::string> describe_index(const std::vector<std::string>& places);

}  // namespace atodds
