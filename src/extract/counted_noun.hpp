#pragma once
// Which noun a value measures: "240 broken street lamps" counts lamps, and of "90 lamps, of which
// 12 were in Velm" the 12 counts them too. Reads tags and heads of one statement; linear in it.

#include "model/statement.hpp"

#include <cstdint>
#include <vector>

namespace atodds {

class CountedNouns {
  public:
    /// The statement must outlive this.
    explicit CountedNouns(const Statement& statement);

    /// The noun that the value at `range` measures; kNoToken where none can be told.
    std::uint32_t find(const ValueMention& mention, TokenRange range) const;

    /// False where `noun` was taken over from an earlier value of the statement.
    bool is_beside(std::uint32_t noun, TokenRange range) const;

  private:
    /// A number and what it counts.
    struct Counted {
        TokenRange range;
        std::uint32_t noun = kNoToken;
    };

    std::uint32_t own_noun(const ValueMention& mention, TokenRange range) const;
    std::uint32_t subject_of_copula(TokenRange range) const;
    std::uint32_t last_noun(std::uint32_t& token) const;
    std::uint32_t noun_behind(TokenRange range) const;
    std::uint32_t noun_said_to_be(TokenRange range) const;
    std::uint32_t noun_of_head(TokenRange range) const;
    bool is_led_back_to(std::uint32_t token) const;

    const Statement& statement_;
    std::vector<Counted> numbers_;  ///< all numbers, in text order
};

}  // namespace atodds
