#include "cli/progress_line.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

namespace atodds {

TEST_CASE("how far a run is, in words") {
    struct Row {
        const char* name;
        ProgressState state;
        std::uint64_t elapsed_ms;
        const char* text;
    };

    const Row rows[] = {
        {"nothing known", {0, 0, 0}, 0, "0 articles"},
        {"no total", {1, 700, 0}, 1000, "1 article, 1/s"},
        {"begun", {0, 0, 100}, 0, "[--------------------]   0 %  0 articles"},
        {"half",
         {50, 500, 1000},
         10000,
         "[##########----------]  50 %  50 articles, 5/s, 11 s left"},
        {"too early for a rate", {5, 500, 1000}, 400, "[##########----------]  50 %  5 articles"},
        {"minutes",
         {10, 10, 1000},
         10000,
         "[--------------------]   1 %  10 articles, 1/s, 16 min 31 s left"},
        {"done", {9, 1000, 1000}, 3000, "[####################] 100 %  9 articles, 3/s"},
        {"more than the files said",
         {9, 1200, 1000},
         3000,
         "[####################] 100 %  9 articles, 3/s"},
        {"putting an index together",
         {9, 1000, 1000, true},
         3000,
         "[####################] 100 %  9 articles, 3/s, packing the index"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(progress_text(row.state, row.elapsed_ms, 80) == row.text);
        }
    }
    CHECK(progress_text({50, 500, 1000}, 10000, 10) == "[#########");
}

TEST_CASE("progress is shown anew after a tenth of a second, and removed") {
    std::ostringstream err;
    std::uint64_t now_ms = 5000;
    Console console;
    console.err = &err;
    console.shows_progress = true;
    console.clock_ms = [&] { return now_ms; };
    ProgressLine line(console);
    line.show({1, 10, 100});
    now_ms += 50;
    line.show({2, 20, 100});
    now_ms += 50;
    line.show({3, 30, 100});
    line.clear();
    line.clear();
    CHECK(err.str() ==
          "\r\x1b[K[##------------------]  10 %  1 article"
          "\r\x1b[K[######--------------]  30 %  3 articles"
          "\r\x1b[K");
}

TEST_CASE("without a terminal there is no progress") {
    std::ostringstream err;
    Console console;
    console.err = &err;
    ProgressLine line(console);
    line.show({1, 10, 100});
    line.clear();
    CHECK(err.str().empty());
}

}  // namespace atodds
