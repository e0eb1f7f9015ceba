#pragma once
// The averaged perceptron that both trainers share: exact features while training (no two share a
// row), integer weights, then the heaviest rows quantised into a WeightTable.

#include "text/weight_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <span>
#include <unordered_map>
#include <vector>

namespace atodds {

template <std::size_t Width>
class Perceptron {
  public:
    using Row = std::array<std::int32_t, Width>;

    /// First pass: counts features, so that rare ones get no row.
    void count(std::span<const std::uint64_t> features) {
        for (const std::uint64_t hash : features) {
            ++counts_[hash];
        }
    }

    void finish_counting(std::uint32_t least) {
        for (const auto& [hash, seen] : counts_) {
            if (seen >= least) {
                rows_.emplace(hash, static_cast<std::uint32_t>(rows_.size()));
            }
        }
        weights_.assign(rows_.size(), Row{});
        totals_.assign(rows_.size(), {});
    }

    void look_up(std::span<const std::uint64_t> features, std::vector<std::uint32_t>& found) const {
        found.clear();
        for (const std::uint64_t hash : features) {
            const auto row = rows_.find(hash);
            if (row != rows_.end()) {
                found.push_back(row->second);
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

    std::size_t size() const { return rows_.size(); }

    /// The averaged weights, best rows first, as many as fit into 2^bits bytes.
    template <typename Table>
    std::vector<std::uint8_t> compact(unsigned bits) const;

  private:
    using Totals = std::array<std::int64_t, Width>;

    struct Heavy {
        double mass;
        std::uint64_t hash;
        std::uint32_t row;
    };

    double average(std::uint32_t row, std::size_t i) const {
        return weights_[row][i] -
               static_cast<double>(totals_[row][i]) / static_cast<double>(steps_);
    }

    std::vector<Heavy> ranked() const;

    std::unordered_map<std::uint64_t, std::uint32_t> counts_;
    std::unordered_map<std::uint64_t, std::uint32_t> rows_;
    std::vector<Row> weights_;
    std::vector<Totals> totals_;
    std::int64_t steps_ = 1;
};

template <std::size_t Width>
auto Perceptron<Width>::ranked() const -> std::vector<Heavy> {
    std::vector<Heavy> heavy;
    for (const auto& [hash, row] : rows_) {
        double mass = 0;
        for (std::size_t i = 0; i + 1 < Width; ++i) {
            mass += std::abs(average(row, i));
        }
        if (mass > 0) {
            heavy.push_back({mass * std::sqrt(static_cast<double>(counts_.at(hash))), hash, row});
        }
    }
    std::sort(heavy.begin(), heavy.end(), [](const Heavy& a, const Heavy& b) {
        return a.mass != b.mass ? a.mass > b.mass : a.hash < b.hash;
    });
    return heavy;
}

template <std::size_t Width>
template <typename Table>
std::vector<std::uint8_t> Perceptron<Width>::compact(unsigned bits) const {
    std::vector<std::uint8_t> bytes(std::size_t{1} << bits);
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
        const std::uint8_t check = Table::check_of(item.hash);
        std::uint8_t* bucket =
            bytes.data() + Table::bucket_of(item.hash, shift) * Table::kBucketBytes;
        for (std::size_t r = 0; r < Table::kRows; ++r) {
            std::uint8_t* row = bucket + r * Width;
            if (row[Width - 1] == check) {
                break;  // a heavier feature with the same check is in the way
            }
            if (row[Width - 1] == 0) {
                std::memcpy(row, quantised.data(), Width - 1);
                row[Width - 1] = check;
                break;
            }
        }
    }
    return bytes;
}

}  // namespace atodds
