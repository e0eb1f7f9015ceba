#pragma once
// Stable hashes (XXH3, fixed seed): content hashes, fingerprints, word ids. The same bytes give
// the same hash on every machine and in every version, so they may be stored.

#include <cstdint>
#include <string>
#include <string_view>

namespace atodds {

std::uint64_t hash_bytes(std::string_view bytes);

/// 32 lower-case hexadecimal digits of the 128-bit hash; for content and fingerprints.
std::string hash_hex(std::string_view bytes);

}  // namespace atodds
