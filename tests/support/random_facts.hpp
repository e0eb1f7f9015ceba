#pragma once
// Articles and facts made up from a seed, for round trips. All members are filled with something
// that differs from its default most of the time; strings hold any byte.

#include "model/article.hpp"
#include "model/fact.hpp"

#include <cstdint>
#include <string>

namespace atodds {

class RandomFacts {
  public:
    explicit RandomFacts(std::uint64_t seed) : state_(seed) {}

    Article article();
    /// A fact of `article`; surface and quote are slices of its text two times of three.
    Fact fact(const Article& article);
    std::string text(std::uint32_t most_bytes);
    /// 0 to most, both included.
    std::uint32_t number(std::uint32_t most);

  private:
    bool coin() { return number(1) == 1; }

    ByteSpan span_in(const std::string& text);
    Day day();
    DayInterval interval();
    Decimal decimal();
    Value value();
    Qualifiers qualifiers(const Article& article);

    std::uint64_t state_;
};

}  // namespace atodds
