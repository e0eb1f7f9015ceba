#pragma once
// Which facts belong together, whatever was judged of two of them: what is found of one of a group
// is told with the others.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace atodds {

/// Disjoint sets that grow by joining.
class FactGroups {
  public:
    explicit FactGroups(std::size_t size) : parent_(size) {
        std::iota(parent_.begin(), parent_.end(), 0U);
    }

    /// The lowest fact of the set.
    std::uint32_t root(std::uint32_t item) {
        while (parent_[item] != item) {
            parent_[item] = parent_[parent_[item]];
            item = parent_[item];
        }
        return item;
    }

    void join(std::uint32_t a, std::uint32_t b) {
        const std::uint32_t low = std::min(root(a), root(b));
        const std::uint32_t high = std::max(root(a), root(b));
        parent_[high] = low;
    }

  private:
    std::vector<std::uint32_t> parent_;
};

}  // namespace atodds
