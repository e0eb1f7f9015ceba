#include "index/index_folder.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace atodds;

TEST_CASE("what a folder is told by what lies in it") {
    struct Row {
        const char* name;
        std::vector<std::string> files;
        bool holds_index;
        bool is_being_built;
        bool can_be_built;
    };

    const Row rows[] = {
        {"nothing", {}, false, false, true},
        {"a lock", {"flintlock"}, false, false, true},
        {"a database", {"iamglass", "postlist.glass"}, true, false, false},
        {"a database that lost its version file", {"postlist.glass"}, true, false, false},
        {"parts", {"building/part-0/iamglass"}, false, true, true},
        {"half a publication", {"building/whole/iamglass", "postlist.glass"}, false, true, true},
        {"an end that was not cleaned up",
         {"building/part-0/iamglass", "iamglass", "postlist.glass"},
         true,
         false,
         false},
        {"a letter", {"letter.txt"}, false, false, false},
        {"a letter beside parts", {"building/part-0/iamglass", "letter.txt"}, false, true, false},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const TemporaryFolder folder;
            for (const std::string& file : row.files) {
                folder.write("index/" + file, "x");
            }
            const std::string index = folder.path("index");
            CHECK(holds_index(index) == row.holds_index);
            CHECK(is_being_built(index) == row.is_being_built);
            CHECK(static_cast<bool>(prepare_folder(index)) == row.can_be_built);
        }
    }
}

TEST_CASE("parts are numbered, whatever else lies beside them") {
    const TemporaryFolder folder;
    for (const char* file : {"part-10/x", "part-2/x", "part-x/x", "part-/x", "whole/x"}) {
        folder.write(std::string("building/") + file, "x");
    }
    CHECK(part_numbers(folder.path()) == std::vector<std::size_t>{2, 10});
    CHECK(part_folder(folder.path(), 2) == folder.path("building/part-2"));
    CHECK(part_numbers(folder.path("none")).empty());
}

TEST_CASE("publishing moves every file and may be called twice") {
    const TemporaryFolder folder;
    folder.write("building/unsealed/iamglass", "version");
    folder.write("building/unsealed/docdata.glass", "data");
    folder.write("building/unsealed/flintlock", "");
    CHECK_FALSE(has_whole(folder.path()));
    REQUIRE(seal_whole(folder.path()));
    CHECK(has_whole(folder.path()));
    REQUIRE(publish_whole(folder.path()));
    CHECK(std::filesystem::exists(folder.path("iamglass")));
    CHECK(std::filesystem::exists(folder.path("docdata.glass")));
    CHECK_FALSE(std::filesystem::exists(folder.path("building")));
    const Result<Done> again = publish_whole(folder.path());
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::Unwritable);
}

TEST_CASE("a lock is held until it goes, and moves with its owner") {
    const TemporaryFolder folder;
    {
        Result<FolderLock> lock = FolderLock::take(folder.path());
        REQUIRE(lock);
        const FolderLock moved = std::move(*lock);
        const Result<FolderLock> second = FolderLock::take(folder.path());
        REQUIRE_FALSE(second);
        CHECK(second.error().code == ErrorCode::IndexLocked);
    }
    CHECK(FolderLock::take(folder.path()));
    const Result<FolderLock> nowhere = FolderLock::take(folder.path("none"));
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error() == Error{ErrorCode::Unwritable,
                                   "cannot write the index: No such file or directory",
                                   {folder.path("none"), std::nullopt},
                                   "check permissions and free space"});
}
