#pragma once
// Whole inputs that are no articles: rows of JSON.

#include "base/result.hpp"
#include "cli/options.hpp"

#include <string>

namespace atodds {

/// All bytes of `file`, "-" is standard input. Fails with: Unreadable.
Result<std::string> read_input(const std::string& file, const Console& console);

}  // namespace atodds
