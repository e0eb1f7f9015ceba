#include "index/database.hpp"

#include "index/index_folder.hpp"
#include "index/schema.hpp"
#include "index/xapian_guard.hpp"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

namespace atodds {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRemote = "tcp://";

std::string schema_text() {
    return fmt::format("{}", schema::kSchemaNumber);
}

Result<Xapian::WritableDatabase> open_and_stamp(const std::string& folder) {
    const int flags = folder.empty() ? Xapian::DB_BACKEND_INMEMORY : Xapian::DB_CREATE_OR_OPEN;
    Xapian::WritableDatabase database(folder, flags);
    // A run that was killed while it made the index leaves one without a schema number.
    if (database.get_doccount() == 0 && database.get_metadata(schema::kMetaSchema).empty()) {
        stamp_schema(database);
        database.commit();
    }
    if (const Result<Done> done = check_schema(database, folder); !done) {
        return done.error();
    }
    return database;
}

Result<Xapian::Database> open_remote(const std::string& place) {
    const std::string_view address = std::string_view(place).substr(kRemote.size());
    const std::size_t colon = address.rfind(':');
    unsigned port = 0;
    bool is_good = colon != std::string_view::npos && colon > 0;
    if (is_good) {
        const char* const end = address.data() + address.size();
        const auto [stop, code] = std::from_chars(address.data() + colon + 1, end, port);
        is_good = code == std::errc{} && stop == end && port > 0 && port < 65536;
    }
    if (!is_good) {
        return Error{ErrorCode::Usage,
                     fmt::format("not an address of an index: \"{}\"", place),
                     {place, std::nullopt},
                     "write tcp://HOST:PORT"};
    }
    return Xapian::Remote::open(std::string(address.substr(0, colon)), port);
}

Result<Xapian::Database> open_place(const std::string& place) {
    return guarded(place, IndexAccess::Reading, [&place]() -> Result<Xapian::Database> {
        if (place.starts_with(kRemote)) {
            return open_remote(place);
        }
        std::error_code code;
        if (is_being_built(place)) {
            return Error{ErrorCode::IndexMissing,
                         "no index here yet: its first build goes on or was cut off",
                         {place, std::nullopt},
                         "wait for it, or go on with: atodds index PATH... --index DIR"};
        }
        if (!fs::exists(place, code) || (fs::is_directory(place, code) && !holds_index(place))) {
            return Error{ErrorCode::IndexMissing,
                         "no index here",
                         {place, std::nullopt},
                         "build one with: atodds index PATH... --index DIR"};
        }
        Xapian::Database database(place);
        return database;
    });
}

/// Opening for writing would make a lost table anew, and so hide that articles are gone.
Result<Done> check_tables(const std::string& folder) {
    const Result<Xapian::Database> there = open_place(folder);
    if (!there) {
        return there.error();
    }
    return guarded(folder, IndexAccess::Reading, [&]() -> Result<Done> {
        if (!lacks_table(folder, there->get_doccount())) {
            return Done{};
        }
        return Error{ErrorCode::IndexDamaged,
                     "index is damaged: a table of it is gone",
                     {folder, std::nullopt},
                     "delete it and rebuild with: atodds index PATH... --index DIR"};
    });
}

}  // namespace

Result<Xapian::WritableDatabase> open_for_writing(const std::string& folder) {
    if (folder.empty()) {
        return guarded(folder, IndexAccess::Writing, [] { return open_and_stamp(""); });
    }
    const bool is_new = !holds_index(folder);
    if (is_new) {
        if (const Result<Done> done = prepare_folder(folder); !done) {
            return done.error();
        }
    } else if (const Result<Done> done = check_tables(folder); !done) {
        return done.error();
    }
    return guarded(folder, IndexAccess::Writing, [&folder] { return open_and_stamp(folder); });
}

Result<Xapian::Database> open_for_reading(const std::vector<std::string>& places) {
    Xapian::Database all;
    for (const std::string& place : places) {
        Result<Xapian::Database> one = open_place(place);
        if (!one) {
            return one.error();
        }
        const Result<Done> checked = guarded(place, IndexAccess::Reading,
                                             [&one, &place] { return check_schema(*one, place); });
        if (!checked) {
            return checked.error();
        }
        all.add_database(*one);
    }
    return all;
}

void stamp_schema(Xapian::WritableDatabase& database) {
    database.set_metadata(schema::kMetaSchema, schema_text());
}

Result<Done> check_schema(const Xapian::Database& database, const std::string& place) {
    const std::string found = database.get_metadata(schema::kMetaSchema);
    if (found == schema_text()) {
        return Done{};
    }
    const std::string message =
        found.empty() ? std::string("a Xapian database that atodds did not build")
                      : fmt::format("index was built by schema {}, this program reads schema {}",
                                    found, schema::kSchemaNumber);
    return Error{ErrorCode::IndexOutdated,
                 message,
                 {place, std::nullopt},
                 "delete it and rebuild with: atodds index PATH... --index DIR"};
}

}  // namespace atodds
