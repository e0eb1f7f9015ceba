#pragma once
// One mapper of a batch on many machines: rows of articles in, a folder out that holds a shard of
// the index, the facts as a sorted run, and a record of what was mapped. The folder is there as a
// whole or not at all, so a batch that was cut off is started anew and goes on.

#include "base/error.hpp"
#include "base/result.hpp"
#include "cli/options.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <iosfwd>
#include <string>

namespace atodds {

/// What `map.json` in the folder says.
struct MapRecord {
    std::string input;  ///< InputHash of the rows
    std::string rules;  ///< RuleSet::content_hash
    std::string tiers;  ///< as on the command line
    std::uint64_t articles = 0;
    std::uint64_t facts = 0;
    std::uint64_t failed = 0;  ///< rows that could not be read

    friend bool operator==(const MapRecord&, const MapRecord&) = default;
};

/// Names inside of the folder.
inline constexpr const char* kMapIndex = "index";
inline constexpr const char* kMapRun = "facts.run";
inline constexpr const char* kMapRecord = "map.json";

struct MapJob {
    const RunOptions& options;
    std::string tiers;
    std::string folder;  ///< of the output
};

struct Mapped {
    MapRecord record;
    bool was_there = false;  ///< an earlier run has mapped the same rows
};

/// Maps the rows of the stream, read to its end in any case. Fails with: Unwritable, also where the
/// folder holds anything but the map of the same rows by the same rules; what IndexWriter fails
/// with.
Result<Mapped> map_rows(std::istream& rows, const RuleSet& rules, const MapJob& job,
                        Diagnostics& diagnostics);

/// The record of a mapped folder. Fails with: Unreadable, BadFormat.
Result<MapRecord> read_map_record(const std::string& folder);

}  // namespace atodds
