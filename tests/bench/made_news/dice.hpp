#pragma once
// Chance for made texts: the same on every machine and in every run, which the distributions of
// the standard library and its floating-point functions are not.

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace atodds::bench {

// Splitmix64 (Steele, Lea, Flood 2014): eight lines, and good enough for benchmarks.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    /// Dice of their own for each list of numbers ("article 3 of story 17"), so that one thing can
    /// be made without all that came before it.
    static Dice for_thing(std::initializer_list<std::uint64_t> numbers) {
        Dice dice(0);
        for (const std::uint64_t number : numbers) {
            dice.state_ = dice.next() ^ number;
        }
        return Dice(dice.next());
    }

    /// 0 to `sides` - 1. The bias of the remainder is far below what a benchmark shows.
    std::uint64_t roll(std::uint64_t sides) { return next() % sides; }

    /// `low` to `high`, both included.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(roll(static_cast<std::uint64_t>(high - low) + 1));
    }

    /// True in `percent` of 100 cases.
    bool chance(std::uint64_t percent) { return roll(100) < percent; }

    /// An index whose chance falls as a power of it, without end: 0 to 2^24 times `first`. All
    /// below `first` are equally likely; each octave behind them, twice as many as the one before,
    /// is `percent` of 100 times as likely as that, so that n draws give ever more different ones,
    /// 66 about n^0.6 and 84 about n^0.75. Heaps' law comes from it.
    std::uint64_t rare(std::uint64_t percent, std::uint64_t first = 8) {
        constexpr std::uint64_t kOctaves = 24;
        std::uint64_t octave = 0;
        while (octave < kOctaves && chance(percent)) {
            ++octave;
        }
        const std::uint64_t size = first << octave;
        return size - first + roll(size);
    }

    template <std::size_t N>
    std::string_view pick(const std::array<std::string_view, N>& words) {
        return words[roll(N)];
    }

  private:
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    std::uint64_t state_;
};

}  // namespace atodds::bench
