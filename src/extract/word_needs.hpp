#pragma once
// What patterns need of the words of a statement, so packed that asking many patterns in a row
// walks along a few cache lines: words are places in the bitmap of the statement, two bytes each.

#include "extract/word_marks.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace atodds {

/// Rows of sets of words. A row is met where the statement holds a word of each of its sets.
template <std::size_t Bits>
class WordNeeds {
    static_assert(Bits <= 65536, "a place in the bitmap has two bytes");

  public:
    /// Adds a row; its number is what `may_be_met` asks for. A row of no sets is always met.
    std::uint32_t add(std::span<const std::vector<std::uint64_t>> sets) {
        const auto row = static_cast<std::uint32_t>(numbers_.size());
        for (const std::vector<std::uint64_t>& ids : sets) {
            // A longer set says nothing in two bytes; such a lexicon is left to the pattern itself.
            if (ids.size() > kMostWords || ids.empty()) {
                continue;
            }
            numbers_.push_back(static_cast<std::uint16_t>(ids.size()));
            for (const std::uint64_t id : ids) {
                numbers_.push_back(static_cast<std::uint16_t>(WordMarks<Bits>::place_of(id)));
            }
        }
        numbers_.push_back(0);
        return row;
    }

    /// False where a set of the row has no word that is marked.
    bool may_be_met(std::uint32_t row, const WordMarks<Bits>& words) const {
        for (std::size_t at = row; numbers_[at] != 0;) {
            const std::size_t end = at + 1 + numbers_[at];
            bool is_there = false;
            for (++at; at < end && !is_there; ++at) {
                is_there = words.may_hold_at(numbers_[at]);
            }
            if (!is_there) {
                return false;
            }
            at = end;
        }
        return true;
    }

  private:
    static constexpr std::size_t kMostWords = 0xFFFF;

    std::vector<std::uint16_t> numbers_;  ///< of each row: sets with their size in front, then 0
};

}  // namespace atodds
