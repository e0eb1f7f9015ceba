#pragma once
// A map from word ids (base/hash.hpp) to anything. The ids are hashes already, so a few of their
// bits are the place; keys stand side by side, so a miss, the common case in a prefilter, reads
// one cache line. std::unordered_map divides and follows a pointer for each look.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace atodds {

/// Entries stay in the order in which they were added; none is ever removed.
template <typename Value>
class IdMap {
  public:
    /// The value of `id`, default-made where it is new.
    Value& operator[](std::uint64_t id) {
        if ((entries_.size() + 1) * 2 > slots_.size()) {
            grow();
        }
        Slot& slot = slots_[place_of(id)];
        if (slot.entry == kEmpty) {
            slot = {id, static_cast<std::uint32_t>(entries_.size())};
            entries_.emplace_back(id, Value{});
        }
        return entries_[slot.entry].second;
    }

    /// Null where the id is unknown. Points into the map until the next id is added.
    const Value* find(std::uint64_t id) const {
        if (slots_.empty()) {
            return nullptr;
        }
        const Slot& slot = slots_[place_of(id)];
        return slot.entry == kEmpty ? nullptr : &entries_[slot.entry].second;
    }

    const std::vector<std::pair<std::uint64_t, Value>>& entries() const { return entries_; }

  private:
    static constexpr std::uint32_t kEmpty = 0xFFFFFFFF;
    static constexpr std::size_t kLeastSlots = 8;

    struct Slot {
        std::uint64_t id = 0;
        std::uint32_t entry = kEmpty;
    };

    /// The slot that holds `id`, or the empty one where it belongs. At most half of all are full.
    std::size_t place_of(std::uint64_t id) const {
        std::size_t place = id & (slots_.size() - 1);
        while (slots_[place].entry != kEmpty && slots_[place].id != id) {
            place = (place + 1) & (slots_.size() - 1);
        }
        return place;
    }

    void grow() {
        slots_.assign(slots_.empty() ? kLeastSlots : slots_.size() * 2, Slot{});
        for (std::uint32_t i = 0; i < entries_.size(); ++i) {
            slots_[place_of(entries_[i].first)] = {entries_[i].first, i};
        }
    }

    std::vector<Slot> slots_;  ///< a power of two, or none
    std::vector<std::pair<std::uint64_t, Value>> entries_;
};

}  // namespace atodds
