#include "index/database.hpp"

#include "index/fact_index.hpp"
#include "index/schema.hpp"

#include <doctest/doctest.h>

using namespace atodds;

TEST_CASE("an index of another schema asks to be rebuilt") {
    struct Row {
        const char* name;
        const char* schema;
        const char* message;
    };

    const Row rows[] = {
        {"older", "0", "index was built by schema 0, this program reads schema 3"},
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
