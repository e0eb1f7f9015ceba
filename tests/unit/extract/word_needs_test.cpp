#include "extract/word_needs.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <vector>

namespace atodds {
namespace {

using Sets = std::vector<std::vector<std::uint64_t>>;

// Ids that share no place of a bitmap of 1024 bits.
constexpr std::uint64_t kBoat = 1;
constexpr std::uint64_t kShip = 2;
constexpr std::uint64_t kSank = 65;
constexpr std::uint64_t kFog = 130;

WordMarks<1024> marks_of(std::initializer_list<std::uint64_t> ids) {
    WordMarks<1024> marks;
    for (const std::uint64_t id : ids) {
        marks.mark(id);
    }
    return marks;
}

TEST_CASE("a row is met where the statement holds a word of each of its sets") {
    WordNeeds<1024> needs;
    const std::uint32_t row = needs.add(Sets{{kBoat, kShip}, {kSank}});
    CHECK(needs.may_be_met(row, marks_of({kBoat, kSank})));
    CHECK(needs.may_be_met(row, marks_of({kFog, kShip, kSank})));
    CHECK_FALSE(needs.may_be_met(row, marks_of({kBoat, kShip})));
    CHECK_FALSE(needs.may_be_met(row, marks_of({kSank})));
    CHECK_FALSE(needs.may_be_met(row, marks_of({})));
}

TEST_CASE("a row that needs nothing is always met") {
    WordNeeds<1024> needs;
    CHECK(needs.may_be_met(needs.add(Sets{}), marks_of({})));
}

TEST_CASE("rows do not mix") {
    WordNeeds<1024> needs;
    const std::uint32_t first = needs.add(Sets{{kBoat}});
    const std::uint32_t second = needs.add(Sets{});
    const std::uint32_t third = needs.add(Sets{{kSank}, {kFog}});
    const WordMarks<1024> marks = marks_of({kSank, kFog});
    CHECK_FALSE(needs.may_be_met(first, marks));
    CHECK(needs.may_be_met(second, marks));
    CHECK(needs.may_be_met(third, marks));
}

TEST_CASE("the place of an id is the bit that marking sets") {
    for (const std::uint64_t id : {kBoat, kSank, kFog, std::uint64_t{0}, ~std::uint64_t{0}}) {
        CAPTURE(id);
        const std::size_t place = WordMarks<1024>::place_of(id);
        REQUIRE(place < 1024);
        CHECK(marks_of({id}).may_hold_at(place));
        CHECK_FALSE(marks_of({}).may_hold_at(place));
    }
}

}  // namespace
}  // namespace atodds
