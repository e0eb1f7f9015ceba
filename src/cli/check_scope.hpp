#pragma once
// Which files `check` checks and which it compares them with.

#include "base/result.hpp"
#include "cli/options.hpp"

#include <string>
#include <vector>

namespace atodds {

struct CheckFiles {
    std::vector<std::string> checked;  ///< in byte order
    std::vector<std::string> others;   ///< in byte order; none of `checked`
    Diagnostics diagnostics;
    std::string note;  ///< why there is nothing to check, where that is no fault; else empty
};

/// Resolves paths, --files-from, --changed-from and --against. Fails with: Usage, Unreadable.
Result<CheckFiles> files_to_check(const RunOptions& options, const Console& console);

/// The paths of a list, one a line or parted by zero bytes.
std::vector<std::string> split_list(std::string_view list);

}  // namespace atodds
