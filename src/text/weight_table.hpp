#pragma once
// The compact form of a trained linear model: feature hash -> a row of small weights. A bucket is
// one cache line of rows; a row is `Width` bytes, the last of which means nothing. Behind all rows
// stand their checks, a byte each, 0 where a row is free: half of all features are in no table, and
// a list that stays in the cache says so, where asking the row would fetch a line of memory. What
// is not in the table weighs nothing (once in about a hundred lookups a stranger's row is taken,
// which the training measured along). How rows are added up is in row_sum.hpp.

#include <bit>
#include <cstdint>
#include <span>

namespace atodds {

/// Mixes feature parts to a hash. `kind` tells templates apart.
constexpr std::uint64_t feature_hash(std::uint32_t kind, std::uint64_t a, std::uint64_t b = 0) {
    std::uint64_t h = (a ^ (kind * 0x9E3779B97F4A7C15ULL)) * 0xBF58476D1CE4E5B9ULL;
    h = (h ^ (h >> 29U)) + b;
    h *= 0x94D049BB133111EBULL;
    return h ^ (h >> 32U);
}

template <std::size_t Width, std::size_t BucketBytes = 64>
class WeightTable {
  public:
    static constexpr std::size_t kBucketBytes = BucketBytes;
    static constexpr std::size_t kRows = kBucketBytes / Width;

    WeightTable() = default;

    /// Requires: a power of two of rows, at least a bucket, and as many checks. `bytes` must
    /// outlive the table.
    explicit WeightTable(std::span<const std::uint8_t> bytes)
        : rows_(bytes.data()),
          checks_(bytes.data() + bytes.size() / (Width + 1) * Width),
          shift_(64U -
                 static_cast<unsigned>(std::countr_zero(bytes.size() / (Width + 1) / kRows))) {}

    static constexpr std::uint8_t check_of(std::uint64_t hash) {
        const auto check = static_cast<std::uint8_t>(hash & 0xFFU);
        return check == 0 ? 1 : check;
    }

    static constexpr std::uint64_t bucket_of(std::uint64_t hash, unsigned shift) {
        return ((hash * 0xD6E8FEB86659FD93ULL) >> 1U) >> (shift - 1);  // a shift of 64 is none
    }

    /// The row of the feature, or `none`. Written out: a loop over the rows takes a jump for each,
    /// which no predictor learns.
    const std::uint8_t* row(std::uint64_t hash, const std::uint8_t* none) const {
        static_assert(kRows == 2);
        const std::uint64_t bucket = bucket_of(hash, shift_);
        const std::uint8_t check = check_of(hash);
        const std::uint8_t* const checks = checks_ + bucket * kRows;
        const std::uint8_t* const rows = rows_ + bucket * kBucketBytes;
        const std::uint8_t* const found = checks[0] == check ? rows : none;
        return checks[1] == check ? rows + Width : found;
    }

  private:
    const std::uint8_t* rows_ = nullptr;
    const std::uint8_t* checks_ = nullptr;
    unsigned shift_ = 64;
};

}  // namespace atodds
