#pragma once
// A fixed table from words to entries, keyed by the word id of a lexeme, so that looking a word up
// costs one probe and no string compare. Built once from a constant list; safe to read from many
// threads. Two different words of one id would be a 64-bit hash collision and is not handled.

#include "base/hash.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace atodds {

template <typename Entry>
struct NamedEntry {
    std::string_view name;  ///< lower case
    Entry entry;
};

template <typename Entry>
class WordTable {
  public:
    WordTable() = default;

    explicit WordTable(std::span<const NamedEntry<Entry>> entries) {
        for (const NamedEntry<Entry>& named : entries) {
            add(named.name, named.entry);
        }
    }

    /// The first entry of a name stays.
    void add(std::string_view name, const Entry& entry) { add_id(hash_bytes(name), entry); }

    void add_id(std::uint64_t word_id, const Entry& entry) {
        if ((count_ + 1) * 3 > slots_.size()) {
            grow();
        }
        place(word_id, entry);
    }

    /// Calls `visit(word_id, entry)` for each word, in no stated order.
    template <typename Visit>
    void for_each(Visit visit) const {
        for (const Slot& slot : slots_) {
            if (slot.is_used) {
                visit(slot.id, slot.entry);
            }
        }
    }

    /// Points into the table; null when the word is not listed.
    const Entry* find(std::uint64_t word_id) const {
        if (slots_.empty()) {
            return nullptr;
        }
        for (std::size_t at = word_id & (slots_.size() - 1); slots_[at].is_used;
             at = (at + 1) & (slots_.size() - 1)) {
            if (slots_[at].id == word_id) {
                return &slots_[at].entry;
            }
        }
        return nullptr;
    }

  private:
    struct Slot {
        std::uint64_t id = 0;
        Entry entry{};
        bool is_used = false;
    };

    void grow() {
        std::vector<Slot> old(slots_.empty() ? 16 : slots_.size() * 2);
        old.swap(slots_);
        count_ = 0;
        for (const Slot& slot : old) {
            if (slot.is_used) {
                place(slot.id, slot.entry);
            }
        }
    }

    void place(std::uint64_t id, const Entry& entry) {
        std::size_t at = id & (slots_.size() - 1);
        while (slots_[at].is_used) {
            if (slots_[at].id == id) {
                return;
            }
            at = (at + 1) & (slots_.size() - 1);
        }
        slots_[at] = {id, entry, true};
        ++count_;
    }

    std::vector<Slot> slots_;  ///< the size is a power of two, at most a third in use
    std::size_t count_ = 0;
};

}  // namespace atodds
