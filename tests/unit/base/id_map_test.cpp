#include "base/id_map.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <map>

namespace atodds {
namespace {

TEST_CASE("an id that was never added is not found") {
    IdMap<int> map;
    CHECK(map.find(7) == nullptr);
    map[7] = 1;
    CHECK(map.find(7 + 8) == nullptr);
}

TEST_CASE("ids that want the same place are kept apart") {
    IdMap<int> map;
    for (std::uint64_t i = 0; i < 100; ++i) {
        map[i << 32U] = static_cast<int>(i);
    }
    REQUIRE(map.find(std::uint64_t{42} << 32U) != nullptr);
    CHECK(*map.find(std::uint64_t{42} << 32U) == 42);
    CHECK(map.entries().size() == 100);
}

TEST_CASE("entries come in the order in which they were added") {
    IdMap<int> map;
    map[900] = 1;
    map[3] = 2;
    map[900] = 3;
    REQUIRE(map.entries().size() == 2);
    CHECK(map.entries()[0] == std::pair<std::uint64_t, int>(900, 3));
    CHECK(map.entries()[1] == std::pair<std::uint64_t, int>(3, 2));
}

TEST_CASE("a map says the same as an ordered one while it grows") {
    IdMap<std::uint64_t> map;
    std::map<std::uint64_t, std::uint64_t> plain;
    std::uint64_t state = 1;
    for (int i = 0; i < 5000; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        const std::uint64_t id = (state >> 33U) % 3000;
        ++map[id];
        ++plain[id];
    }
    CHECK(map.entries().size() == plain.size());
    for (std::uint64_t id = 0; id < 3000; ++id) {
        const std::uint64_t* found = map.find(id);
        CAPTURE(id);
        CHECK((found == nullptr ? 0 : *found) == (plain.contains(id) ? plain[id] : 0));
    }
}

}  // namespace
}  // namespace atodds
