#include "report/matrix_topics.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace atodds {
namespace {

using Groups = std::vector<std::vector<std::size_t>>;

}  // namespace

TEST_CASE("sources that share a fact of a rule share a topic, also through others") {
    CHECK(rows_by_topic({{{"a", "b"}}, {{"c", "d"}}, {{"b", "e"}}, {{"e", "a"}}}) ==
          Groups{{0, 2, 3}, {1}});
}

TEST_CASE("an open fact joins no two topics and stands where most of its sources are") {
    CHECK(rows_by_topic({{{"a", "b"}}, {{"c", "d"}}, {{"b", "c", "d"}, Tier::Open}}) ==
          Groups{{0}, {1, 2}});
}

TEST_CASE("a source of open facts alone goes with those it stands beside") {
    CHECK(rows_by_topic({{{"a", "x"}, Tier::Open}, {{"a", "b"}}, {{"x", "b"}, Tier::Open}}) ==
          Groups{{0, 1, 2}});
    CHECK(rows_by_topic({{{"a", "b"}, Tier::Open}, {{"c", "d"}, Tier::Open}}) == Groups{{0}, {1}});
}

TEST_CASE("no rows have no topics") {
    CHECK(rows_by_topic({}).empty());
}

}  // namespace atodds
