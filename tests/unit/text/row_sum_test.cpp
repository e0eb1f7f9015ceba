#include "text/row_sum.hpp"

#include "text/embedded_model.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace atodds {
namespace {

constexpr std::size_t kHeader = 64;

/// A fixed sequence of hashes; a small step finds rows that are there more often than chance.
template <std::size_t Count>
std::array<std::uint64_t, Count> hashes_from(std::uint64_t seed) {
    std::array<std::uint64_t, Count> hashes{};
    for (std::size_t i = 0; i < Count; ++i) {
        hashes[i] = feature_hash(static_cast<std::uint32_t>(1 + i % 16), seed * Count + i);
    }
    return hashes;
}

TEST_CASE("a wide sum adds the rows that a plain look-up finds") {
    const WeightTable<32> table(embedded_tagger().subspan(kHeader));
    int rows = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto hashes = hashes_from<49>(seed);
        std::array<int, 31> plain{};
        for (const std::uint64_t hash : hashes) {
            const std::uint8_t* row = table.row(hash, nullptr);
            rows += row != nullptr ? 1 : 0;
            for (std::size_t i = 0; row != nullptr && i < plain.size(); ++i) {
                plain[i] += static_cast<std::int8_t>(row[i]);
            }
        }
        WideSum sum;
        add_rows(table, hashes, sum);
        const WideSum::Scores scores = sum.scores();
        for (std::size_t i = 0; i < plain.size(); ++i) {
            CHECK(scores[i] == plain[i]);
        }
    }
    CHECK(rows > 0);
}

TEST_CASE("sums of sums are the sum of all rows") {
    const WeightTable<32> table(embedded_tagger().subspan(kHeader));
    WideSum together;
    add_rows(table, hashes_from<49>(1), together);
    add_rows(table, hashes_from<49>(2), together);
    WideSum first;
    WideSum second;
    add_rows(table, hashes_from<49>(1), first);
    add_rows(table, hashes_from<49>(2), second);
    first.add(second);
    CHECK(first.scores() == together.scores());
}

TEST_CASE("the best sum is the one that a search from the front finds") {
    const WeightTable<32> table(embedded_tagger().subspan(kHeader));
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        WideSum sum;
        add_rows(table, hashes_from<16>(seed), sum);
        const WideSum::Scores scores = sum.scores();
        const auto plain = [&scores](std::size_t first, std::size_t end) {
            const auto begin = scores.begin();
            const auto best = std::max_element(begin + static_cast<std::ptrdiff_t>(first),
                                               begin + static_cast<std::ptrdiff_t>(end));
            return static_cast<std::size_t>(best - begin);
        };
        CHECK(sum.best<0, 31>().number == plain(0, 31));
        CHECK(sum.best<1, 29>().number == plain(1, 29));
        CHECK(sum.best<5, 7>().number == plain(5, 7));
    }
}

TEST_CASE("the lead is what is between the best sum and the next") {
    const WeightTable<32> table(embedded_tagger().subspan(kHeader));
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        WideSum sum;
        add_rows(table, hashes_from<16>(seed), sum);
        WideSum::Scores scores = sum.scores();
        std::sort(scores.begin(), scores.begin() + 31, std::greater<>());
        CHECK(sum.best<0, 31>().lead == scores[0] - scores[1]);
    }
    CHECK(WideSum().best<0, 31>().lead == 0);
}

TEST_CASE("of equal sums the first is the best") {
    CHECK(WideSum().best<0, 31>().number == 0);
    CHECK(WideSum().best<3, 31>().number == 3);
}

}  // namespace
}  // namespace atodds
