#include "report/line_index.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace atodds {
namespace {

// Bytes between checkpoints: 20 bytes of index for each of these, and at most this long a walk.
constexpr std::uint32_t kStride = 1024;

// Walks from `at` towards `offset`; stops at a character that holds it. Returns where it stopped.
std::uint32_t walk(std::string_view text, std::uint32_t at, std::uint32_t offset,
                   TextPlace& place) {
    while (at < offset && at < text.size()) {
        const CodePoint point = decode(text, at);
        const std::uint32_t next = at + static_cast<std::uint32_t>(point.size);
        if (next > offset) {
            break;  // an offset inside a character is at that character
        }
        at = next;
        place.character += 1;
        if (point.value == U'\n') {
            place.line += 1;
            place.column = 1;
            place.byte_column = 1;
        } else {
            place.column += 1;
            place.byte_column += static_cast<std::uint32_t>(point.size);
        }
    }
    return at;
}

}  // namespace

LinePosition line_position(std::string_view text, std::uint32_t offset) {
    TextPlace place;
    walk(text, 0, offset, place);
    return {place.line, place.column};
}

LineIndex::LineIndex(std::string_view text) : text_(text) {
    Checkpoint last;
    checkpoints_.push_back(last);
    while (last.offset + kStride < text.size()) {
        last.offset = walk(text, last.offset, last.offset + kStride, last.place);
        checkpoints_.push_back(last);
    }
}

LinePosition LineIndex::at(std::uint32_t offset) const {
    const TextPlace found = place(offset);
    return {found.line, found.column};
}

TextPlace LineIndex::place(std::uint32_t offset) const {
    const auto behind = std::upper_bound(
        checkpoints_.begin(), checkpoints_.end(), offset,
        [](std::uint32_t wanted, const Checkpoint& point) { return wanted < point.offset; });
    const Checkpoint& start = *std::prev(behind);
    TextPlace place = start.place;
    walk(text_, start.offset, offset, place);
    return place;
}

}  // namespace atodds
