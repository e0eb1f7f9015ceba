#include "index/places.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace atodds;

namespace {

/// A folder that looks like an index from outside.
std::string make_shard(const TemporaryFolder& folder, const std::string& name) {
    folder.write(name + "/iamglass", "");
    return folder.path(name);
}

std::vector<std::string> addresses_of(const std::vector<std::string>& places) {
    const Result<std::vector<ShardPlace>> shards = shards_of(places);
    REQUIRE(shards);
    std::vector<std::string> addresses;
    for (const ShardPlace& shard : *shards) {
        addresses.push_back(shard.address);
    }
    return addresses;
}

Error error_of(const std::vector<std::string>& places) {
    const Result<std::vector<ShardPlace>> shards = shards_of(places);
    REQUIRE_FALSE(shards);
    return shards.error();
}

}  // namespace

TEST_CASE("folders and servers stand for themselves, in the order they are named") {
    const TemporaryFolder folder;
    const std::string a = make_shard(folder, "a");
    const std::string b = make_shard(folder, "b");
    const std::vector<std::string> places = {b, "tcp://shelf:4000", a};
    CHECK(addresses_of(places) == places);
}

TEST_CASE("a stub file stands for what its lines name, seen from its folder") {
    const TemporaryFolder folder;
    make_shard(folder, "parts/a");
    make_shard(folder, "parts/b");
    folder.write("parts/inner.stub", "glass b\n");
    const std::string stub = folder.write(
        "all.stub", "# the shelves\n\nauto parts/a\r\nremote shelf:4000 \nauto parts/inner.stub");
    CHECK(addresses_of({stub}) == std::vector<std::string>{folder.path("parts/a"),
                                                           "tcp://shelf:4000",
                                                           folder.path("parts/b")});
}

TEST_CASE("a folder with nothing but XAPIANDB is a stub file") {
    const TemporaryFolder folder;
    const std::string a = make_shard(folder, "a");
    folder.write("stub/XAPIANDB", "auto ../a\n");
    CHECK(addresses_of({folder.path("stub")}) ==
          std::vector<std::string>{folder.path("stub/../a")});
}

TEST_CASE("a database in one file stands for itself") {
    const TemporaryFolder folder;
    const std::string file = folder.write("one.glass", "\x0f\x0dXapian Glass and more");
    CHECK(addresses_of({file}) == std::vector<std::string>{file});
}

TEST_CASE("a stub file that cannot be used is named with its line") {
    struct Row {
        const char* name;
        std::string text;
        ErrorCode code;
        const char* message;  ///< FOLDER stands for that of the stub file
        std::optional<ByteSpan> span;
    };

    const Row rows[] = {
        {"missing folder", "auto a\nauto gone\n", ErrorCode::IndexMissing,
         "FOLDER/gone: no index here", ByteSpan{7, 16}},
        {"folder of other files", "auto other\n", ErrorCode::IndexMissing,
         "FOLDER/other: no index here", ByteSpan{0, 10}},
        {"unknown kind", "auto a\nchert b\n", ErrorCode::BadFormat, "no line of a stub file",
         ByteSpan{7, 14}},
        {"no path", "auto\n", ErrorCode::BadFormat, "no line of a stub file", ByteSpan{0, 4}},
        {"a program", "remote :cat /etc/passwd\n", ErrorCode::BadFormat,
         "stub file names a program to run", ByteSpan{0, 23}},
        {"a circle", "auto case.stub\nauto case.stub\n", ErrorCode::BadFormat,
         "FOLDER/case.stub: stub files name each other too deep", ByteSpan{0, 14}},
        {"twice", "auto a\nglass ./a\n", ErrorCode::Usage, "FOLDER/./a: index is named twice",
         ByteSpan{7, 16}},
        {"empty", "# nothing\n\n", ErrorCode::BadFormat, "stub file names no index", {}},
        {"huge",
         std::string((1U << 20U) + 1, '#'),
         ErrorCode::BadFormat,
         "too large for a stub file",
         {}},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const TemporaryFolder folder;
            make_shard(folder, "a");
            folder.write("other/notes.txt", "x");
            const std::string stub = folder.write("case.stub", row.text);
            const Error error = error_of({stub});
            CHECK(error.code == row.code);
            std::string message = row.message;
            if (const std::size_t at = message.find("FOLDER"); at != std::string::npos) {
                message.replace(at, 6, folder.path());
            }
            CHECK(error.message == message);
            CHECK(error.place == Place{stub, row.span});
        }
    }
}

TEST_CASE("an index that is named twice is refused, however it is written") {
    const TemporaryFolder folder;
    const std::string a = make_shard(folder, "a");
    CHECK(error_of({a, folder.path("./a/")}).message == "index is named twice");
    CHECK(error_of({"tcp://shelf:4000", "tcp://shelf:4000"}).message == "index is named twice");
}

TEST_CASE("an empty name is no index") {
    CHECK(error_of({""}).message == "an index without a name");
}
