#pragma once
// A place in a text: half-open, in bytes of the original UTF-8. Lines and columns exist only in
// `report`; everything before it speaks in spans.

#include <compare>
#include <cstdint>
#include <string_view>

namespace atodds {

/// Half-open byte range, 0 to article size (articles are limited to 4 GiB by ingest).
struct ByteSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    constexpr std::uint32_t size() const { return end - begin; }

    constexpr bool is_empty() const { return end <= begin; }

    constexpr bool overlaps(ByteSpan other) const { return begin < other.end && other.begin < end; }

    constexpr bool contains(ByteSpan other) const {
        return begin <= other.begin && other.end <= end;
    }

    friend constexpr auto operator<=>(const ByteSpan&, const ByteSpan&) = default;
};

/// The bytes of `text` at `span`. The view points into `text`. Requires: span.end <= text.size().
constexpr std::string_view slice(std::string_view text, ByteSpan span) {
    return text.substr(span.begin, span.size());
}

}  // namespace atodds
