#include "base/hash.hpp"

#include <fmt/format.h>

// The functions themselves, not calls of the shared library: most hashes are of one word.
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace atodds {

std::uint64_t hash_bytes(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

std::string hash_hex(std::string_view bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace atodds
