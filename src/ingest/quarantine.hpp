#pragma once
// Marks blocks that are no English prose, each with its reason, so that they are counted and never
// compared. A run of such blocks takes the stray short lines between them with it.

#include "model/article.hpp"

#include <string_view>
#include <vector>

namespace atodds {

/// Requires: blocks in text order, spans inside `reading`. Front matter stays as it is; a
/// title can be foreign but never boilerplate. Linear in the text.
void quarantine_blocks(std::string_view reading, std::vector<Block>& blocks);

}  // namespace atodds
