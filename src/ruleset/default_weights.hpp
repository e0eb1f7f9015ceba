#pragma once
// The weights of open facts that ship with the program, linked into it: a folder with rules of
// one's own need not hold them, and without any nothing open could be judged.

#include <string_view>

namespace atodds {

/// The file rules/lexicon/weights/open.yml of the source tree.
std::string_view default_weights();

}  // namespace atodds
