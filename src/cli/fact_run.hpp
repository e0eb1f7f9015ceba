#pragma once
// Facts as lines that can be sorted and merged anywhere: the key by which a fact meets others, a
// tab, the id of its article, a tab, and the fact as a JSON object (docs/schemas/fact-run).

#include "model/fact.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// One line for each key of the fact (blocking_keys, which begin with its rule), without line
/// breaks, in byte order. None for a fact that states no value, as claims and quotations.
std::vector<std::string> run_lines(const Fact& fact);

/// A field of a line: a backslash and control characters become \\ and \xHH, so that no field holds
/// a tab or a line break.
std::string run_field(std::string_view text);

}  // namespace atodds
