#pragma once
// The averaged perceptron that both trainers share: exact features while training (no two share a
// row), integer weights, then the heaviest rows quantised into a WeightTable.

#include "text/training/feature_counts.hpp"
#include "text/weight_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace atodds {

template <std::size_t Width>
class Perceptron {
  public:
    using Row = std::array<std::int32_t, Width>;

    /// First pass: counts features, so that rare ones get no row.
    void count(std::span<const std::uint64_t> features) {
        for (const std::uint64_t key : features) {
            ++counts_[key];
        }
    }

    void finish_counting(std::uint32_t least) {
        counts_.for_each([&](std::uint64_t key, std::uint32_t seen) {
            if (seen >= least) {
                features_.push_back({key, seen});
                rows_[key] = static_cast<std::uint32_t>(features_.size());
            }
        });
        counts_ = {};
        weights_.assign(features_.size(), Row{});
        totals_.assign(features_.size(), {});
    }

    /// Forgets all weights and all features but these.
    void restart_with(std::span<const std::uint64_t> keys) {
        std::vector<Feature> kept;
        FeatureCounts rows;
        for (const std::uint64_t key : keys) {
            kept.push_back(features_[rows_.find(key) - 1]);
            rows[key] = static_cast<std::uint32_t>(kept.size());
        }
        features_ = std::move(kept);
        rows_ = std::move(rows);
        weights_.assign(features_.size(), Row{});
        totals_.assign(features_.size(), {});
        steps_ = 1;
    }

    void look_up(std::span<const std::uint64_t> features, std::vector<std::uint32_t>& found) const {
        found.clear();
        for (const std::uint64_t key : features) {
            if (const std::uint32_t row = rows_.find(key); row != 0) {
                found.push_back(row - 1);
            }
        }
    }

    Row score(std::span<const std::uint32_t> rows) const {
        Row sum{};
        for (const std::uint32_t row : rows) {
            for (std::size_t i = 0; i < Width; ++i) {
                sum[i] += weights_[row][i];
            }
        }
        return sum;
    }

    void update(std::span<const std::uint32_t> rows, std::size_t right, std::size_t wrong) {
        for (const std::uint32_t row : rows) {
            ++weights_[row][right];
            --weights_[row][wrong];
            totals_[row][right] += steps_;
            totals_[row][wrong] -= steps_;
        }
    }

    /// To be called once for each decision: the clock of the average.
    void tick() { ++steps_; }

    /// A feature that weighs something.
    struct Heavy {
        double mass;
        std::uint64_t key;
        std::uint32_t row;
    };

    /// All of them, the heaviest and most frequent first.
    std::vector<Heavy> ranked() const;

    /// Puts the averaged weights aside and starts anew from zero. What is put aside is added up:
    /// the sum of models that met the sentences in other orders errs less than each of them.
    void put_aside() {
        aside_.resize(features_.size());
        for (std::uint32_t row = 0; row < features_.size(); ++row) {
            for (std::size_t i = 0; i < Width; ++i) {
                aside_[row][i] += average_now(row, i);
            }
        }
        weights_.assign(features_.size(), Row{});
        totals_.assign(features_.size(), {});
        steps_ = 1;
    }

    /// The sum of what was put aside and of what was learnt since.
    double average(std::uint32_t row, std::size_t i) const {
        return (aside_.empty() ? 0 : aside_[row][i]) + average_now(row, i);
    }

    /// The averaged weights, best rows first, as many as fit into 2^bits bytes, and their checks.
    template <typename Table>
    std::vector<std::uint8_t> compact(unsigned bits) const;

  private:
    using Totals = std::array<std::int64_t, Width>;

    struct Feature {
        std::uint64_t key;
        std::uint32_t seen;
    };

    double average_now(std::uint32_t row, std::size_t i) const {
        return weights_[row][i] -
               static_cast<double>(totals_[row][i]) / static_cast<double>(steps_);
    }

    FeatureCounts counts_;
    FeatureCounts rows_;  ///< the number of the row and one
    std::vector<Feature> features_;
    std::vector<Row> weights_;
    std::vector<Totals> totals_;
    std::vector<std::array<double, Width>> aside_;  ///< empty while nothing is
    std::int64_t steps_ = 1;
};

template <std::size_t Width>
auto Perceptron<Width>::ranked() const -> std::vector<Heavy> {
    std::vector<Heavy> heavy;
    for (std::uint32_t row = 0; row < features_.size(); ++row) {
        double mass = 0;
        for (std::size_t i = 0; i + 1 < Width; ++i) {
            mass += std::abs(average(row, i));
        }
        if (mass > 0) {
            mass *= std::sqrt(static_cast<double>(features_[row].seen));
            heavy.push_back({mass, features_[row].key, row});
        }
    }
    std::sort(heavy.begin(), heavy.end(), [](const Heavy& a, const Heavy& b) {
        return a.mass != b.mass ? a.mass > b.mass : a.key < b.key;
    });
    return heavy;
}

template <std::size_t Width>
template <typename Table>
std::vector<std::uint8_t> Perceptron<Width>::compact(unsigned bits) const {
    std::vector<std::uint8_t> bytes(std::size_t{1} << bits);
    std::vector<std::uint8_t> checks(bytes.size() / Width);
    const unsigned shift =
        64U - (bits - static_cast<unsigned>(std::countr_zero(Table::kBucketBytes)));
    const std::vector<Heavy> heavy = ranked();
    // The heaviest weight sets the scale: clipping even one in two thousand costs a point of
    // accuracy, since those few decide most words.
    double top = 1e-9;
    for (const Heavy& item : heavy) {
        for (std::size_t i = 0; i + 1 < Width; ++i) {
            top = std::max(top, std::abs(average(item.row, i)));
        }
    }
    const double scale = 127.0 / top;
    for (const Heavy& item : heavy) {
        std::array<std::int8_t, Width> quantised{};
        bool is_zero = true;
        for (std::size_t i = 0; i + 1 < Width; ++i) {
            quantised[i] = static_cast<std::int8_t>(std::lround(average(item.row, i) * scale));
            is_zero = is_zero && quantised[i] == 0;
        }
        if (is_zero) {
            continue;
        }
        const std::uint8_t check = Table::check_of(item.key);
        const std::size_t first = Table::bucket_of(item.key, shift) * Table::kRows;
        for (std::size_t place = first; place < first + Table::kRows; ++place) {
            if (checks[place] == check) {
                break;  // a heavier feature with the same check is in the way
            }
            if (checks[place] == 0) {
                std::memcpy(&bytes[place * Width], quantised.data(), Width - 1);
                checks[place] = check;
                break;
            }
        }
    }
    bytes.insert(bytes.end(), checks.begin(), checks.end());
    return bytes;
}

}  // namespace atodds
