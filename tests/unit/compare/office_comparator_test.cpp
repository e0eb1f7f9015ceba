#include "compare/office_comparator.hpp"

#include <doctest/doctest.h>

namespace atodds {
namespace {

TEST_CASE("a misspelt name is nearly the other") {
    struct Row {
        const char* name;
        const char* a;
        const char* b;
        bool is_slip;
    };

    const Row rows[] = {
        {"one letter", "ivo marrak", "ivo marrik", true},
        {"one letter more", "gustav marolin", "gustav marollin", true},
        {"first letter", "carla heppner", "karla heppner", true},
        {"two letters of a long word", "ada alostwandi", "ada aloztbandi", true},
        {"swapped words", "ada lind", "lind ada", true},
        {"three words", "ivo van marrak", "ivo van marrik", true},
        {"the same", "ivo marrak", "ivo marrak", false},
        {"two letters of a short word", "ivo marra", "ivo morro", false},
        {"short words", "li wen", "lu wen", false},
        {"a short form", "jon halvard", "jonathan halvard", false},
        {"an initial", "j halvard", "jon halvard", false},
        {"two slips", "iva marrak", "ivo marrik", false},
        {"another number of words", "ivo marrak", "ivo van marrak", false},
        {"one word", "marrak", "marrik", false},
        {"nothing", "", "", false},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(is_misspelling(row.a, row.b) == row.is_slip);
            CHECK(is_misspelling(row.b, row.a) == row.is_slip);
        }
    }
}

}  // namespace
}  // namespace atodds
