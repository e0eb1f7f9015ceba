#pragma once
// What labels alone say of the next transition of the parser. There are 33 labels, so all pairs of
// them, with distances and counts, are worked out once: 53 kB that are asked by place, where six
// rows would be asked by hash at each decision.

#include "text/parser_features.hpp"
#include "text/parser_table.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace atodds {

class LabelSums {
  public:
    LabelSums() = default;

    /// Works out all sums. Does not keep the table.
    explicit LabelSums(const TransitionTable& table);

    /// The sum of label_features.
    TransitionSum of(const TransitionView& v) const {
        const std::size_t top_front = v.s0.label * kParserLabels + v.b0.label;
        const std::size_t counts = v.d0.left_count * std::size_t{8} + v.d0.right_count;
        const Pair a = top_front_[top_front * kDistanceCodes + v.gap_code];
        const Pair b = second_top_[v.s1.label * kParserLabels + v.s0.label];
        const Pair c = second_front_[v.s1.label * kParserLabels + v.b0.label];
        const Pair d = top_counts_[v.s0.label * kCounts + counts];
        const Pair e = front_count_[v.b0.label * kCount + v.df.left_count];
        return {a.left + b.left + c.left + d.left + e.left,
                a.right + b.right + c.right + d.right + e.right};
    }

  private:
    static constexpr std::size_t kCount = 8;  ///< Dependents count to 7
    static constexpr std::size_t kCounts = kCount * kCount;

    /// A TransitionSum of two rows at most.
    struct Pair {
        std::int16_t left = 0;
        std::int16_t right = 0;
    };

    static Pair packed(const TransitionSum& sum) {
        return {static_cast<std::int16_t>(sum.left), static_cast<std::int16_t>(sum.right)};
    }

    std::vector<Pair> top_front_;  ///< by the labels, then the distance
    std::vector<Pair> second_top_;
    std::vector<Pair> second_front_;
    std::vector<Pair> top_counts_;
    std::vector<Pair> front_count_;
};

}  // namespace atodds
