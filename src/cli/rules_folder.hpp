#pragma once
// Where the rules that ship with the program are.

#include <string>

namespace atodds {

/// `../share/atodds/rules` beside the program where that exists (installed), else `rules` of the
/// source tree it was built from.
std::string default_rules_folder();

}  // namespace atodds
