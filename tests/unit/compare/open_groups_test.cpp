#include "compare/open_groups.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace atodds {
namespace {

using Groups = std::vector<std::vector<std::size_t>>;

OpenClash clash(std::uint32_t left, const char* left_value, std::uint32_t right,
                const char* right_value, std::int32_t sameness = 100) {
    return {left, right, left_value, right_value, Level::Warning, sameness};
}

TEST_CASE("three values that all clash make one finding") {
    CHECK(split_open_clashes({clash(0, "1", 1, "2"), clash(1, "2", 2, "3"),
                              clash(0, "1", 2, "3")}) == Groups{{0, 1, 2}});
}

TEST_CASE("a value that was not judged against all others makes a finding of its own") {
    CHECK(split_open_clashes({clash(0, "1", 1, "2"), clash(1, "2", 2, "3")}) == Groups{{0}, {1}});
}

TEST_CASE("facts of one value stand on one side") {
    CHECK(split_open_clashes({clash(0, "1", 1, "2"), clash(3, "1", 1, "2")}) == Groups{{0, 1}});
}

TEST_CASE("the surest clash of a finding stands first") {
    CHECK(split_open_clashes({clash(0, "1", 1, "2", 50), clash(3, "1", 1, "2", 90)}) ==
          Groups{{1, 0}});
}

TEST_CASE("no clash makes no finding") {
    CHECK(split_open_clashes({}).empty());
}

}  // namespace
}  // namespace atodds
