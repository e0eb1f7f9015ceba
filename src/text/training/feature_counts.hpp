#pragma once
// A flat hash table from feature keys to counts and rows: training asks for millions of features,
// most of them once, and a node for each would be slow and large.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace atodds {

/// Requires: keys are spread well; no key is 0.
class FeatureCounts {
  public:
    /// The number of a key, 0 where it is new.
    std::uint32_t& operator[](std::uint64_t key) {
        if ((count_ + 1) * 2 > slots_.size()) {
            grow();
        }
        Slot& slot = slots_[place_of(key)];
        if (slot.key == 0) {
            slot.key = key;
            ++count_;
        }
        return slot.number;
    }

    /// 0 where the key is not there.
    std::uint32_t find(std::uint64_t key) const {
        return slots_.empty() ? 0 : slots_[place_of(key)].number;
    }

    /// Calls `visit(key, number)`, in an order that depends on the keys and their insertion only.
    template <typename Visit>
    void for_each(Visit visit) const {
        for (const Slot& slot : slots_) {
            if (slot.key != 0) {
                visit(slot.key, slot.number);
            }
        }
    }

  private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t number = 0;
    };

    std::size_t place_of(std::uint64_t key) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t place = (key * 0x9E3779B97F4A7C15ULL >> 20U) & mask;
        while (slots_[place].key != 0 && slots_[place].key != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    void grow() {
        constexpr std::size_t kLeast = 1024;
        std::vector<Slot> old(slots_.empty() ? kLeast : slots_.size() * 2);
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (slot.key != 0) {
                slots_[place_of(slot.key)] = slot;
            }
        }
    }

    std::vector<Slot> slots_;  ///< a power of two, at most half in use
    std::size_t count_ = 0;
};

}  // namespace atodds
