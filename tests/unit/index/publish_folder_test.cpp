#include "index/publish_folder.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace atodds;

namespace {

namespace fs = std::filesystem;

std::size_t entries_of(const std::string& folder) {
    const fs::directory_iterator entries(folder);
    return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

UnpublishedFolder make_with_file(const std::string& folder, const std::string& file) {
    Result<UnpublishedFolder> made = UnpublishedFolder::make(folder);
    REQUIRE(made);
    fs::create_directories(fs::path(made->path(file)).parent_path());
    std::ofstream(made->path(file)) << "content";
    return std::move(*made);
}

}  // namespace

TEST_CASE("a folder is there when it is published and not before") {
    const TemporaryFolder folder;
    for (const char* const name : {"deep/below/out", "slash/"}) {
        CAPTURE(name);
        const std::string out = folder.path(name);
        {
            UnpublishedFolder made = make_with_file(out, "file");
            CHECK_FALSE(fs::exists(out));
            REQUIRE(made.publish());
        }
        CHECK(fs::is_regular_file(fs::path(out) / "file"));
    }
    CHECK(entries_of(folder.path()) == 2);
}

TEST_CASE("what is not published leaves nothing behind") {
    const TemporaryFolder folder;
    {
        const UnpublishedFolder made = make_with_file(folder.path("out"), "file");
    }
    CHECK(entries_of(folder.path()) == 0);
}

TEST_CASE("a part of it can be published alone") {
    const TemporaryFolder folder;
    {
        UnpublishedFolder made = make_with_file(folder.path("out"), "inner/file");
        REQUIRE(made.publish("inner"));
    }
    CHECK(fs::exists(folder.path("out/file")));
    CHECK(entries_of(folder.path()) == 1);
}

TEST_CASE("an empty folder gives way, anything else stays") {
    const TemporaryFolder folder;
    fs::create_directories(folder.path("empty"));
    CHECK(make_with_file(folder.path("empty"), "file").publish());
    folder.write("taken/mine", "x");
    const Result<Done> done = make_with_file(folder.path("taken"), "file").publish();
    REQUIRE_FALSE(done);
    CHECK(done.error().code == ErrorCode::Unwritable);
    CHECK(done.error().place.file == folder.path("taken"));
    CHECK(entries_of(folder.path("taken")) == 1);
    CHECK(entries_of(folder.path()) == 2);
}

TEST_CASE("a folder below a file cannot be made") {
    const TemporaryFolder folder;
    folder.write("file", "x");
    const Result<UnpublishedFolder> made = UnpublishedFolder::make(folder.path("file/out"));
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::Unwritable);
}
