#include "text/lexicon.hpp"

#include "base/assert.hpp"
#include "base/hash.hpp"
#include "text/embedded_model.hpp"

#include <cstring>

namespace atodds {
namespace {

std::uint32_t read_u32(std::span<const std::uint8_t> bytes, std::size_t at) {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

}  // namespace

Lexicon::Lexicon(std::span<const std::uint8_t> bytes) {
    constexpr std::size_t kHeader = 64;
    ATODDS_ASSERT(bytes.size() >= kHeader && read_u32(bytes, 0) == kLexiconMagic,
                  "the lexicon was made by the trainer of this version");
    const std::size_t slot_count = std::size_t{1} << read_u32(bytes, 4);
    form_count_ = read_u32(bytes, 8);
    mask_ = slot_count - 1;
    slots_ = bytes.subspan(kHeader, slot_count * 4);
    offsets_ = bytes.subspan(kHeader + slot_count * 4, std::size_t{form_count_} * 4);
    const auto rest = bytes.subspan(kHeader + slot_count * 4 + std::size_t{form_count_} * 4);
    forms_ = {reinterpret_cast<const char*>(rest.data()), rest.size()};
}

const Lexicon& Lexicon::shipped() {
    static const Lexicon lexicon(embedded_lexicon());
    return lexicon;
}

WordFacts Lexicon::find(std::uint64_t word_id) const {
    const auto check = static_cast<std::uint32_t>(word_id >> 48U);
    // The builder leaves free slots, so the walk ends.
    for (std::uint64_t slot = word_id & mask_;; slot = (slot + 1) & mask_) {
        const std::uint32_t value = read_u32(slots_, slot * 4);
        if (value == 0) {
            return {};
        }
        if (value >> 16U == check) {
            return {static_cast<std::uint8_t>((value >> 8U) & 0xFFU),
                    static_cast<std::uint8_t>(value & 0xFFU)};
        }
    }
}

WordFacts Lexicon::find(std::string_view lower) const {
    return find(hash_bytes(lower));
}

std::string_view Lexicon::entry(std::uint32_t index) const {
    const std::uint32_t offset = read_u32(offsets_, std::size_t{index} * 4);
    return forms_.data() + offset;
}

std::string_view Lexicon::irregular(char part, std::string_view lower) const {
    std::uint32_t low = 0;
    std::uint32_t high = form_count_;
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        const std::string_view found = entry(middle);
        const int order =
            found[0] != part ? (found[0] < part ? -1 : 1) : found.substr(1).compare(lower);
        if (order == 0) {
            return found.data() + found.size() + 1;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return {};
}

}  // namespace atodds
