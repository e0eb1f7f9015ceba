#include "compare/fact_groups.hpp"

#include <doctest/doctest.h>

using namespace atodds;

TEST_CASE("facts that are joined have one root, the lowest, in whatever order") {
    FactGroups groups(6);
    CHECK(groups.root(4) == 4);
    groups.join(4, 5);
    groups.join(5, 2);
    groups.join(0, 1);
    CHECK(groups.root(4) == 2);
    CHECK(groups.root(5) == 2);
    CHECK(groups.root(1) == 0);
    CHECK(groups.root(3) == 3);
    groups.join(1, 4);
    CHECK(groups.root(5) == 0);
}
