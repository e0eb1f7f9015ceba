#pragma once
// Opening databases and the schema check. Included by src/index/ only.

#include "base/result.hpp"

#include <xapian.h>

#include <string>
#include <vector>

namespace atodds {

/// For updates, created where missing; "" is in memory. Fails with: IndexLocked, IndexOutdated,
/// IndexDamaged, Unwritable.
Result<Xapian::WritableDatabase> open_for_writing(const std::string& folder);

/// One of the places that are an index together, as it was when it was opened.
struct OpenPlace {
    std::string name;
    std::string rules_hash;  ///< of the rules that its facts were read with last
};

struct OpenPlaces {
    Xapian::Database database;             ///< all of them as one
    std::vector<Xapian::Database> shards;  ///< each of them, in that order
    std::vector<OpenPlace> places;
    Xapian::docid largest_id = 0;  ///< largest document number in any of them
    bool has_remote = false;
};

/// All places as one: folders, stub files, "tcp://host:port". Requires: at least one place.
/// Fails with: IndexMissing, IndexOutdated, IndexDamaged, Usage, BadFormat (a stub file),
/// Unreadable (remote), TooLarge (more documents than one index can number).
Result<OpenPlaces> open_for_reading(const std::vector<std::string>& places);

/// Says which schema a new database has; for its first commit. May throw Xapian::Error.
void stamp_schema(Xapian::WritableDatabase& database);

/// Fails with IndexOutdated where the database has another schema number or none.
Result<Done> check_schema(const Xapian::Database& database, const std::string& place);

}  // namespace atodds
