#pragma once
// Where the text of a YAML scalar stands in its file: through quotes, escapes and folded lines.

#include "base/span.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace atodds {

/// The bytes of a scalar that begins at `begin` and reads `value`; quotes are part of it. Of a
/// block
/// (`|`, `>`) only the first line.
ByteSpan scalar_span(std::string_view file, std::size_t begin, std::string_view value);

/// Where in the file the byte `offset` of `value` was written. Requires: `span` is the scalar's.
std::uint32_t scalar_offset(std::string_view file, ByteSpan span, std::string_view value,
                            std::size_t offset);

}  // namespace atodds
