#include "report/memory_file.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <utility>

namespace atodds {

TEST_CASE("what is written to the path of a memory file is read back") {
    Result<MemoryFile> file = MemoryFile::open();
    REQUIRE(file);
    CHECK(*file->content() == "");
    const std::string bytes = std::string(200'000, 'a') + std::string(1, '\0') + "end";
    std::ofstream(file->path(), std::ios::binary) << bytes;
    CHECK(*file->content() == bytes);
    SUBCASE("also after it was moved") {
        const MemoryFile moved = std::move(*file);
        CHECK(*moved.content() == bytes);
    }
    SUBCASE("and replaced when it is written anew") {
        std::ofstream(file->path(), std::ios::binary | std::ios::trunc) << "b";
        CHECK(*file->content() == "b");
    }
}

TEST_CASE("two memory files do not share bytes") {
    const Result<MemoryFile> one = MemoryFile::open();
    const Result<MemoryFile> other = MemoryFile::open();
    REQUIRE(one);
    REQUIRE(other);
    CHECK(one->path() != other->path());
    std::ofstream(one->path()) << "a";
    CHECK(*other->content() == "");
}

}  // namespace atodds
