#include "cli/index_places.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace atodds;

TEST_CASE("without --index the index is in memory") {
    const Result<std::string> folder = folder_to_write({});
    REQUIRE(folder);
    CHECK(folder->empty());
}

TEST_CASE("one folder can be written, there or not") {
    const Result<std::string> folder = folder_to_write({"published.idx"});
    REQUIRE(folder);
    CHECK(*folder == "published.idx");
}

TEST_CASE("only one folder is written") {
    const TemporaryFolder folder;
    const std::string stub = folder.path("shards.stub");
    folder.write("shards.stub", "auto a\n");

    struct Row {
        const char* name;
        std::vector<std::string> places;
        std::string message;
    };

    const Row rows[] = {
        {"a list", {"a", "b"}, "an index is written to one folder, but --index names 2 places"},
        {"a server", {"tcp://shelf:4000"}, "an index is written to a folder, not to a server"},
        {"a stub file", {stub}, "an index is written to a folder, not to a file"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const Result<std::string> place = folder_to_write(row.places);
            REQUIRE_FALSE(place);
            CHECK(place.error().code == ErrorCode::Usage);
            CHECK(place.error().message == row.message);
        }
    }
}
