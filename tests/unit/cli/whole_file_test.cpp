#include "cli/whole_file.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace atodds {
namespace {

namespace fs = std::filesystem;

std::string content_of(const std::string& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

std::size_t files_in(const std::string& folder) {
    std::size_t count = 0;
    for ([[maybe_unused]] const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("a file is replaced as a whole and nothing else is left") {
    const TemporaryFolder folder;
    const std::string file = folder.write("a.json", "old and longer");
    REQUIRE(write_whole_file(file, "new"));
    CHECK(content_of(file) == "new");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("folders on the way to a file are made") {
    const TemporaryFolder folder;
    REQUIRE(write_whole_file(folder.path("x/y/a.json"), "z"));
    CHECK(content_of(folder.path("x/y/a.json")) == "z");
}

TEST_CASE("the rights of a replaced file stay") {
    const TemporaryFolder folder;
    const std::string file = folder.write("a.json", "");
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    REQUIRE(write_whole_file(file, "x"));
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a link stays a link") {
    const TemporaryFolder folder;
    const std::string file = folder.write("real", "");
    fs::create_symlink("real", folder.path("link"));
    REQUIRE(write_whole_file(folder.path("link"), "x"));
    CHECK(fs::is_symlink(folder.path("link")));
    CHECK(content_of(file) == "x");
}

TEST_CASE("what cannot be written is told and leaves what was there") {
    const TemporaryFolder folder;
    folder.write("file", "kept");

    struct Row {
        const char* name;
        std::string file;
        std::string told;
    };

    const Row rows[] = {
        {"a folder", folder.path(), "it is a folder"},
        {"below a file", folder.path("file/a"), "Not a directory"},
        {"a long name", folder.path(std::string(5000, 'a')), "the name is too long"}};
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const Result<Done> written = write_whole_file(row.file, "x");
            REQUIRE_FALSE(written);
            CHECK(written.error().code == ErrorCode::Unwritable);
            CHECK(written.error().message.ends_with(row.told));
            CHECK(content_of(folder.path("file")) == "kept");
            CHECK(files_in(folder.path()) == 1);
        }
    }
}

TEST_CASE("devices are written to directly") {
    CHECK(write_whole_file("/dev/null", "x"));
}

TEST_CASE("a new file never takes the place of another") {
    const TemporaryFolder folder;
    const std::string file = folder.path("new");
    REQUIRE(write_new_file(file, "first"));
    CHECK_FALSE(write_new_file(file, "second"));
    CHECK(content_of(file) == "first");
}

}  // namespace atodds
