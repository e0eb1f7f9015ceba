#pragma once
// Which words a statement or a table holds, as a bitmap of their ids: one bit test says of most
// words that they are not there. With 8,192 bits for the 60 or so ids of a sentence about one test
// in 130 says "maybe" of a word that is not; nothing but time depends on that.

#include "model/statement.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace atodds {

/// Requires: `Bits` is a multiple of 64.
template <std::size_t Bits>
class WordMarks {
  public:
    /// Where the bit of `id` lies, 0 to Bits - 1.
    static constexpr std::size_t place_of(std::uint64_t id) {
        return (id >> 6U) % kWords * 64 + (id & 63U);
    }

    void mark(std::uint64_t id) { bits_[(id >> 6U) % kWords] |= std::uint64_t{1} << (id & 63U); }

    /// Marks the form and the lemma of every token.
    void mark(std::span<const Token> tokens) {
        for (const Token& token : tokens) {
            mark(token.lower_id);
            mark(token.lemma_id);
        }
    }

    void clear() { bits_.fill(0); }

    /// False where the word is not marked; true where it is, and sometimes where it is not.
    bool may_hold(std::uint64_t id) const {
        return (bits_[(id >> 6U) % kWords] >> (id & 63U) & 1U) != 0;
    }

    /// The same for an id with its bit at `place`.
    bool may_hold_at(std::size_t place) const {
        return (bits_[place / 64] >> place % 64 & 1U) != 0;
    }

    bool may_hold_any(std::span<const std::uint64_t> ids) const {
        for (const std::uint64_t id : ids) {
            if (may_hold(id)) {
                return true;
            }
        }
        return false;
    }

  private:
    static constexpr std::size_t kWords = Bits / 64;
    std::array<std::uint64_t, kWords> bits_{};
};

}  // namespace atodds
