#include "index/database.hpp"

#include "index/index_folder.hpp"
#include "index/places.hpp"
#include "index/schema.hpp"
#include "index/xapian_guard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace atodds {
namespace {

constexpr std::string_view kRemote = "tcp://";

/// Milliseconds until a server counts as down: for the connection, a guess; for each answer,
/// Xapian's own default. A ranked query over a million articles takes a third of a second.
constexpr unsigned kConnectTimeoutMs = 5'000;
constexpr unsigned kAnswerTimeoutMs = 10'000;

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
    return Xapian::Remote::open(std::string(address.substr(0, colon)), port, kAnswerTimeoutMs,
                                kConnectTimeoutMs);
}

Result<Xapian::Database> open_place(const std::string& place) {
    const auto open = [&place]() -> Result<Xapian::Database> {
        if (is_remote(place)) {
            return open_remote(place);
        }
        Xapian::Database database(place);
        return database;
    };
    return retried(place, [] {}, open);
}

/// Adds one shard to the others.
Result<Done> add_shard(const ShardPlace& shard, OpenPlaces& all) {
    const std::string& place = shard.address;
    std::optional<BrokenPipeHold> hold;
    if (is_remote(place)) {
        hold.emplace();
    }
    Result<Xapian::Database> one = open_place(place);
    if (!one) {
        return one.error();
    }
    return guarded_read(*one, place, [&]() -> Result<Done> {
        if (Result<Done> checked = check_schema(*one, place); !checked) {
            return checked;
        }
        all.places.push_back({place, one->get_metadata(schema::kMetaRules)});
        all.has_remote = all.has_remote || is_remote(place);
        all.largest_id = std::max(all.largest_id, one->get_lastdocid());
        all.database.add_database(*one);
        all.shards.push_back(*one);
        return Done{};
    });
}

/// Xapian gives document `d` of shard `s` of `n` the number (d - 1) * n + s + 1, in 32 bits, and
/// does not look whether it fits.
Result<Done> check_numbers(const OpenPlaces& all) {
    constexpr std::uint64_t kMostNumbers = std::numeric_limits<Xapian::docid>::max();
    const std::uint64_t shards = all.places.size();
    if (shards * all.largest_id <= kMostNumbers) {
        return Done{};
    }
    return Error{ErrorCode::TooLarge,
                 fmt::format("{} shards with document numbers up to {} are more than one index can "
                             "hold, which is {} numbers",
                             shards, all.largest_id, kMostNumbers),
                 {all.places.front().name, std::nullopt},
                 "merge shards (atodds merge), or work on groups of them: docs/scale.md"};
}

/// The line of a stub file stays the place of the error; the message says which shard it names.
Error at_line_of(const ShardPlace& shard, Error error) {
    if (shard.named_at.span) {
        error.message = fmt::format("{}: {}", shard.address, error.message);
        error.place = shard.named_at;
    }
    return error;
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

Result<OpenPlaces> open_for_reading(const std::vector<std::string>& places) {
    const Result<std::vector<ShardPlace>> shards = shards_of(places);
    if (!shards) {
        return shards.error();
    }
    OpenPlaces all;
    for (const ShardPlace& shard : *shards) {
        if (Result<Done> added = add_shard(shard, all); !added) {
            return at_line_of(shard, std::move(added.error()));
        }
    }
    if (Result<Done> checked = check_numbers(all); !checked) {
        return checked.error();
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
