#include "base/utf8.hpp"

namespace atodds {
namespace {

bool is_continuation(unsigned char byte) {
    return (byte & 0xC0U) == 0x80U;
}

std::size_t sequence_size(unsigned char lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// Overlong forms, surrogates and values past U+10FFFF are not characters (Unicode 15, table 3-7).
bool is_scalar(char32_t value, std::size_t size) {
    constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value >= kLeast[size] && value <= 0x10FFFF && !is_surrogate;
}

constexpr CodePoint kInvalid{0xFFFD, 1};

/// Capital and small letters alternate in Latin Extended-A, but for a few stretches.
char32_t lower_latin(char32_t value) {
    if ((value >= 0xC0 && value <= 0xDE && value != 0xD7)) {
        return value + 0x20;
    }
    const bool is_even_pair =
        (value >= 0x100 && value <= 0x137) || (value >= 0x14A && value <= 0x177);
    if (is_even_pair && value % 2 == 0 && value != 0x130) {
        return value + 1;
    }
    const bool is_odd_pair =
        (value >= 0x139 && value <= 0x148) || (value >= 0x179 && value <= 0x17E);
    if (is_odd_pair && value % 2 == 1) {
        return value + 1;
    }
    return value;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = sequence_size(lead);
    if (size == 1) {
        return {lead, 1};
    }
    if (size == 0 || at + size > text.size()) {
        return kInvalid;
    }
    constexpr unsigned char kLeadMask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t value = lead & kLeadMask[size];
    for (std::size_t i = 1; i < size; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + i]);
        if (!is_continuation(byte)) {
            return kInvalid;
        }
        value = (value << 6U) | (byte & 0x3FU);
    }
    return is_scalar(value, size) ? CodePoint{value, size} : kInvalid;
}

std::optional<std::size_t> find_bad_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint point = decode(text, at);
        if (point.size == 1) {
            return at;
        }
        at += point.size;
    }
    return std::nullopt;
}

std::string encode(char32_t value) {
    const auto low = [value](unsigned shift) {
        return static_cast<char>(0x80U | ((value >> shift) & 0x3FU));
    };
    if (value < 0x80) {
        return {static_cast<char>(value)};
    }
    if (value < 0x800) {
        return {static_cast<char>(0xC0U | (value >> 6U)), low(0)};
    }
    if (value < 0x10000) {
        return {static_cast<char>(0xE0U | (value >> 12U)), low(6), low(0)};
    }
    return {static_cast<char>(0xF0U | (value >> 18U)), low(12), low(6), low(0)};
}

bool is_east_asian(char32_t value) {
    return (value >= 0x2E80 && value <= 0x9FFF) || (value >= 0xAC00 && value <= 0xD7AF) ||
           (value >= 0xF900 && value <= 0xFAFF) || (value >= 0x20000 && value <= 0x3FFFF);
}

std::string to_lower(std::string_view text) {
    std::string lowered(text);
    for (std::size_t at = 0; at < lowered.size(); ++at) {
        const auto byte = static_cast<unsigned char>(lowered[at]);
        if (byte >= 'A' && byte <= 'Z') {
            lowered[at] = static_cast<char>(byte + 0x20);
        } else if (byte >= 0xC3 && byte <= 0xC5 && at + 1 < lowered.size()) {
            const CodePoint point = decode(lowered, at);
            if (point.size == 2) {
                const std::string small = encode(lower_latin(point.value));
                lowered.replace(at, 2, small);
                ++at;
            }
        }
    }
    return lowered;
}

}  // namespace atodds
