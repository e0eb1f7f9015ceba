#include "base/stable_sort.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace atodds {
namespace {

using Pair = std::pair<int, std::string>;

bool by_number(const Pair& a, const Pair& b) {
    return a.first < b.first;
}

TEST_CASE("elements come in order, equal ones in the order they had") {
    std::vector<Pair> row{{2, "b"}, {1, "x"}, {2, "a"}, {0, "z"}, {1, "c"}};
    sort_stably(row.begin(), row.end(), by_number);
    CHECK(row == std::vector<Pair>{{0, "z"}, {1, "x"}, {1, "c"}, {2, "b"}, {2, "a"}});
}

TEST_CASE("nothing and one element stay as they are") {
    std::vector<Pair> none;
    sort_stably(none.begin(), none.end(), by_number);
    CHECK(none.empty());
    std::vector<Pair> one{{7, "long enough to live outside of its string"}};
    sort_stably(one.begin(), one.end(), by_number);
    CHECK(one.front().second == "long enough to live outside of its string");
}

TEST_CASE("lists of every length are sorted like the library sorts them") {
    std::uint32_t seed = 20250801;
    for (std::size_t size = 0; size < 60; ++size) {
        CAPTURE(size);
        std::vector<Pair> row;
        for (std::size_t i = 0; i < size; ++i) {
            seed = seed * 1664525U + 1013904223U;
            row.emplace_back(static_cast<int>(seed >> 28U), std::to_string(i));
        }
        std::vector<Pair> expected = row;
        std::stable_sort(expected.begin(), expected.end(), by_number);
        sort_stably(row.begin(), row.end(), by_number);
        CHECK(row == expected);
    }
}

}  // namespace
}  // namespace atodds
