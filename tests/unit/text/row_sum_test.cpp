#include "text/row_sum.hpp"

#include "text/embedded_model.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

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
            const std::int8_t* row = table.find(hash);
            rows += row != nullptr ? 1 : 0;
            for (std::size_t i = 0; row != nullptr && i < plain.size(); ++i) {
                plain[i] += row[i];
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

TEST_CASE("a narrow sum adds the rows that a plain look-up finds") {
    const auto bytes = embedded_parser().subspan(kHeader);
    const WeightTable<4, 16> table(bytes.first(std::size_t{1} << 20U));
    int rows = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto hashes = hashes_from<76>(seed);
        std::array<int, 3> plain{};
        for (const std::uint64_t hash : hashes) {
            const std::int8_t* row = table.find(hash);
            rows += row != nullptr ? 1 : 0;
            for (std::size_t i = 0; row != nullptr && i < plain.size(); ++i) {
                plain[i] += row[i];
            }
        }
        NarrowSum sum;
        add_rows(table, hashes, sum);
        CHECK(sum.scores() == plain);
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

}  // namespace
}  // namespace atodds
