#pragma once
// Adds up rows of a WeightTable. Half of all features are in no table, which no branch predictor
// learns; so a row that is not there is added as zeros, and the eight or sixteen additions of a row
// are two or four of vectors. Written with the vector types of GCC and clang, which both compile to
// what the machine has.
//
// Bytes are widened without unpacking: a lane of 16 bits holds two of them, the even one is shifted
// up and down again, the odd one down. Sums stay below 2^15: at most 256 rows of at most 127.

#include "text/weight_table.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <span>

namespace atodds {

/// Sum of rows of 32 bytes, two to a bucket.
class WideSum {
  public:
    using Scores = std::array<std::int16_t, 32>;

    void add(const std::uint8_t* bucket, std::uint32_t check) {
        alignas(16) static constexpr std::array<std::uint8_t, 32> kNoRow{};
        const std::uint8_t* row = bucket[31] == check ? bucket : kNoRow.data();
        row = bucket[63] == check ? bucket + 32 : row;
        for (std::size_t half = 0; half < 2; ++half) {
            Lanes lanes;
            std::memcpy(&lanes, row + half * 16, sizeof lanes);
            even_[half] += (lanes << 8) >> 8;
            odd_[half] += lanes >> 8;
        }
    }

    /// Adds another sum.
    void add(const WideSum& other) {
        for (std::size_t half = 0; half < 2; ++half) {
            even_[half] += other.even_[half];
            odd_[half] += other.odd_[half];
        }
    }

    /// The sum of each byte of the rows; that of the check, the last, means nothing.
    Scores scores() const {
        Scores scores{};
        for (std::size_t half = 0; half < 2; ++half) {
            for (std::size_t lane = 0; lane < 8; ++lane) {
                scores[half * 16 + lane * 2] = even_[half][lane];
                scores[half * 16 + lane * 2 + 1] = odd_[half][lane];
            }
        }
        return scores;
    }

  private:
    using Lanes = std::int16_t __attribute__((vector_size(16)));

    std::array<Lanes, 2> even_{};
    std::array<Lanes, 2> odd_{};
};

/// Sum of rows of four bytes, four to a bucket: all four are masked and added side by side.
class NarrowSum {
  public:
    void add(const std::uint8_t* bucket, std::uint32_t check) {
        Rows rows;
        std::memcpy(&rows, bucket, sizeof rows);
        const Rows is_row = (rows >> 24) == check;
        rows &= is_row;
        Lanes lanes;
        std::memcpy(&lanes, &rows, sizeof lanes);
        even_ += (lanes << 8) >> 8;
        odd_ += lanes >> 8;
    }

    void add(const NarrowSum& other) {
        even_ += other.even_;
        odd_ += other.odd_;
    }

    /// The sums of the first three bytes of the rows.
    std::array<int, 3> scores() const {
        std::array<int, 3> scores{};
        for (std::size_t lane = 0; lane < 8; lane += 2) {
            scores[0] += even_[lane];
            scores[1] += odd_[lane];
            scores[2] += even_[lane + 1];
        }
        return scores;
    }

  private:
    using Rows = std::uint32_t __attribute__((vector_size(16)));
    using Lanes = std::int16_t __attribute__((vector_size(16)));

    Lanes even_{};
    Lanes odd_{};
};

/// Adds the rows of all features to `sum`. All are asked of the memory before the first is added,
/// so that the waits for them overlap.
template <typename Table, typename Sum, std::size_t Count>
void add_rows(const Table& table, const std::array<std::uint64_t, Count>& features, Sum& sum) {
    std::array<const std::uint8_t*, Count> buckets;
    for (std::size_t i = 0; i < Count; ++i) {
        buckets[i] = table.bucket(features[i]);
        __builtin_prefetch(buckets[i]);
    }
    Sum local = sum;
    for (std::size_t i = 0; i < Count; ++i) {
        local.add(buckets[i], Table::check_of(features[i]));
    }
    sum = local;
}

}  // namespace atodds
