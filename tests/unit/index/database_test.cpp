#include "index/database.hpp"

#include "index/fact_index.hpp"
#include "index/schema.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace atodds;

TEST_CASE("an index of another schema asks to be rebuilt") {
    struct Row {
        const char* name;
        const char* schema;
        const char* message;
    };

    const Row rows[] = {
        {"older", "0", "index was built by schema 0, this program reads schema 5"},
        {"none", "", "a Xapian database that atodds did not build"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
            database.set_metadata(schema::kMetaSchema, row.schema);
            const Result<Done> checked = check_schema(database, "here");
            REQUIRE_FALSE(checked);
            CHECK(checked.error() ==
                  Error{ErrorCode::IndexOutdated,
                        row.message,
                        {"here", std::nullopt},
                        "delete it and rebuild with: atodds index PATH... --index DIR"});
        }
    }
}

TEST_CASE("shards whose document numbers do not fit into one index are refused together") {
    // Xapian numbers the documents of several shards in turn and lets the number overflow.
    const TemporaryFolder folder;
    std::vector<std::string> shards;
    for (const char* const name : {"a", "b"}) {
        shards.push_back(folder.path(name));
        Result<Xapian::WritableDatabase> shard = open_for_writing(shards.back());
        REQUIRE(shard);
        shard->replace_document(0x8000'0000U, Xapian::Document());
        shard->commit();
    }
    CHECK(open_for_reading({shards.front()}));
    const Result<OpenPlaces> both = open_for_reading(shards);
    REQUIRE_FALSE(both);
    CHECK(both.error().code == ErrorCode::TooLarge);
    CHECK(both.error().message ==
          "2 shards with document numbers up to 2147483648 are more than one index can hold, which "
          "is 4294967295 numbers");
}

TEST_CASE("a shard that cannot be opened is named, not the others") {
    const TemporaryFolder folder;
    const std::string good = folder.path("good");
    REQUIRE(open_for_writing(good));

    struct Row {
        const char* name;
        std::string place;
        const char* message;
    };

    const Row rows[] = {
        {"missing folder", folder.path("gone"), "no index here"},
        {"no port", "tcp://shelf", "not an address of an index: \"tcp://shelf\""},
        {"no host", "tcp://:4000", "not an address of an index: \"tcp://:4000\""},
        {"no number", "tcp://shelf:4x", "not an address of an index: \"tcp://shelf:4x\""},
        {"too large", "tcp://shelf:65536", "not an address of an index: \"tcp://shelf:65536\""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const Result<OpenPlaces> opened = open_for_reading({good, row.place});
            REQUIRE_FALSE(opened);
            CHECK(opened.error().place.file == row.place);
            CHECK(opened.error().message == row.message);
        }
    }
}

TEST_CASE("the schema of every shard of a stub file is checked") {
    const TemporaryFolder folder;
    REQUIRE(open_for_writing(folder.path("good")));
    {
        Xapian::WritableDatabase old(folder.path("old"), Xapian::DB_CREATE);
        old.set_metadata(schema::kMetaSchema, "0");
        old.commit();
    }
    const std::string stub = folder.write("both.stub", "auto good\nauto old\n");
    const Result<OpenPlaces> opened = open_for_reading({stub});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::IndexOutdated);
    CHECK(opened.error().place == Place{stub, ByteSpan{10, 18}});
    CHECK(opened.error().message.starts_with(folder.path("old") + ": index was built by schema 0"));
}
