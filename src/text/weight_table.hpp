#pragma once
// The compact form of a trained linear model: feature hash -> a row of small weights. A bucket is
// one cache line of rows; a row is `Width` bytes, the last of which checks the feature. What is
// not in the table weighs nothing (once in about a hundred lookups a stranger's row is taken,
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

    /// Requires: the size is a power of two, at least one bucket. `bytes` must outlive the table.
    explicit WeightTable(std::span<const std::uint8_t> bytes)
        : bytes_(bytes.data()),
          shift_(64U - static_cast<unsigned>(std::countr_zero(bytes.size() / kBucketBytes))) {}

    static constexpr std::uint8_t check_of(std::uint64_t hash) {
        const auto check = static_cast<std::uint8_t>(hash & 0xFFU);
        return check == 0 ? 1 : check;
    }

    static constexpr std::uint64_t bucket_of(std::uint64_t hash, unsigned shift) {
        return ((hash * 0xD6E8FEB86659FD93ULL) >> 1U) >> (shift - 1);  // a shift of 64 is none
    }

    /// The bucket that holds the feature if the table has it.
    const std::uint8_t* bucket(std::uint64_t hash) const {
        return bytes_ + bucket_of(hash, shift_) * kBucketBytes;
    }

    /// The weights of the feature, or nothing.
    const std::int8_t* find(std::uint64_t hash) const {
        const std::uint8_t* rows = bucket(hash);
        const std::uint8_t check = check_of(hash);
        for (std::size_t row = 0; row < kRows; ++row) {
            if (rows[row * Width + Width - 1] == check) {
                return reinterpret_cast<const std::int8_t*>(rows + row * Width);
            }
        }
        return nullptr;
    }

  private:
    const std::uint8_t* bytes_ = nullptr;
    unsigned shift_ = 64;
};

}  // namespace atodds
