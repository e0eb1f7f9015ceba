#pragma once
// Adds up rows of 32 weights and finds the greatest sum. Half of all features are in no table,
// which no branch predictor learns; so a row that is not there is added as zeros, and the additions
// of a row are four of vectors. Written with the vector types of GCC and clang, which both compile
// to what the machine has.
//
// Bytes are widened without unpacking: a lane of 16 bits holds two of them, the even one is shifted
// up and down again, the odd one down. Sums stay below 2^15: at most 256 rows of at most 127.

#include "text/weight_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>

namespace atodds {

/// Sum of rows of 32 bytes.
class WideSum {
  public:
    using Scores = std::array<std::int16_t, 32>;

    /// A row of zeros.
    alignas(16) static constexpr std::array<std::uint8_t, 32> kNoRow{};

    /// Adds a row of 32 bytes.
    void add_row(const std::uint8_t* row) {
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

    struct Best {
        std::size_t number = 0;  ///< of the greatest sum, the first of equals
        int lead = 0;            ///< by how much it is greater than the next
    };

    /// The greatest of the sums from `kFirst` to before `kEnd`. All lanes are compared side by
    /// side: the walk over all sums that a plain search makes waits for each comparison before it
    /// starts the next.
    template <std::int16_t kFirst, std::int16_t kEnd>
    Best best() const {
        Lanes first = Lanes{} + kLeast;
        Lanes second = first;
        const auto meet = [&](const Lanes& sums, const Lanes& others) {
            const Lanes smaller = sums < first ? sums : first;
            first = sums > first ? sums : first;
            second = smaller > second ? smaller : second;
            second = others > second ? others : second;
        };
        const std::array<Lanes, 4> all = wanted<kFirst, kEnd>();
#pragma GCC unroll 4
        for (const Lanes& sums : all) {
            meet(sums, second);
        }
        meet(exchanged<4>(first), exchanged<4>(second));
        meet(exchanged<2>(first), exchanged<2>(second));
        meet(exchanged<1>(first), exchanged<1>(second));
        Lanes number = Lanes{} + kEnd;
#pragma GCC unroll 4
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Lanes numbers = all[i] == first ? kNumbers[i] : number;
            number = numbers < number ? numbers : number;
        }
        const auto take_less = [&number](const Lanes& others) {
            number = others < number ? others : number;
        };
        take_less(exchanged<4>(number));
        take_less(exchanged<2>(number));
        take_less(exchanged<1>(number));
        return {static_cast<std::size_t>(number[0]), first[0] - second[0]};
    }

    /// The sum of each byte of the rows.
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
    using Pairs = std::uint32_t __attribute__((vector_size(16)));
    using Halves = std::uint64_t __attribute__((vector_size(16)));

    static constexpr std::int16_t kLeast = std::numeric_limits<std::int16_t>::min();

    /// The bytes that the lanes of even_ and odd_ are sums of.
    static constexpr std::array<Lanes, 4> kNumbers = {{{0, 2, 4, 6, 8, 10, 12, 14},
                                                       {16, 18, 20, 22, 24, 26, 28, 30},
                                                       {1, 3, 5, 7, 9, 11, 13, 15},
                                                       {17, 19, 21, 23, 25, 27, 29, 31}}};

    /// All sums in the order of kNumbers, with the least there can be where they are not wanted.
    template <std::int16_t kFirst, std::int16_t kEnd>
    std::array<Lanes, 4> wanted() const {
        std::array<Lanes, 4> all = {even_[0], even_[1], odd_[0], odd_[1]};
#pragma GCC unroll 4
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Lanes is_wanted = (kNumbers[i] >= kFirst) & (kNumbers[i] < kEnd);
            all[i] = (all[i] & is_wanted) | (kLeast & ~is_wanted);
        }
        return all;
    }

    /// The lanes with those `kBy` places away in their stead: the halves, the quarters of a half or
    /// neighbours change places. One or three instructions each; any other order would be moved
    /// lane by lane where nothing newer than SSE2 is there.
    template <int kBy>
    static Lanes exchanged(const Lanes& lanes) {
        if constexpr (kBy == 4) {
            const auto halves = reinterpret_cast<Halves>(lanes);
            return reinterpret_cast<Lanes>(__builtin_shufflevector(halves, halves, 1, 0));
        } else if constexpr (kBy == 2) {
            const auto pairs = reinterpret_cast<Pairs>(lanes);
            return reinterpret_cast<Lanes>(__builtin_shufflevector(pairs, pairs, 1, 0, 3, 2));
        } else {
            static_assert(kBy == 1);
            const auto pairs = reinterpret_cast<Pairs>(lanes);
            return reinterpret_cast<Lanes>((pairs << 16U) | (pairs >> 16U));
        }
    }

    std::array<Lanes, 2> even_{};
    std::array<Lanes, 2> odd_{};
};

/// Adds the rows of all features to `sum`. All are asked of the memory before the first is added,
/// so that the waits for them overlap.
template <typename Table, typename Sum, std::size_t Count>
void add_rows(const Table& table, const std::array<std::uint64_t, Count>& features, Sum& sum) {
    std::array<const std::uint8_t*, Count> rows;
    for (std::size_t i = 0; i < Count; ++i) {
        rows[i] = table.row(features[i], Sum::kNoRow.data());
        __builtin_prefetch(rows[i]);
    }
    Sum local = sum;
    for (const std::uint8_t* row : rows) {
        local.add_row(row);
    }
    sum = local;
}

}  // namespace atodds
