#pragma once
// What a command is asked to do, and the world it does it in. No command reads the environment or
// the terminal itself: that is settled here, so a test can run it on string streams.

#include "base/date.hpp"
#include "extract/fact_reader.hpp"
#include "ingest/article_reader.hpp"
#include "model/finding.hpp"
#include "report/report_writer.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace atodds {

inline constexpr int kExitClean = 0;
inline constexpr int kExitFindings = 1;
inline constexpr int kExitIncomplete = 2;

/// Findings that the report of a large index lists unless told otherwise, errors first. Each takes
/// some 25 kB with its facts and articles, so this is 400 MB; a made collection of a million
/// articles has 10,000 errors and warnings.
inline constexpr std::size_t kMostListed = 15'000;

/// Streams and what is known of the terminals behind them.
struct Console {
    std::istream* in = nullptr;
    std::ostream* out = nullptr;
    std::ostream* err = nullptr;
    ColorMode out_color = ColorMode::Never;
    ColorMode err_color = ColorMode::Never;
    bool shows_progress = false;  ///< standard error is a terminal
    std::uint32_t width = 100;    ///< columns of standard output
    std::string folder;           ///< absolute path of the working folder; empty if unknown
    /// File that the CI system shows as the summary of its job; empty outside of CI.
    std::string step_summary;
    std::optional<Day> today;  ///< nothing: suppressions never end, marks have no date
    /// Milliseconds since some fixed moment, for rates; empty: progress tells none.
    std::function<std::uint64_t()> clock_ms;
    /// Ends the process with an exit code once all is written. Giving back what a run has built,
    /// piece by piece, takes a tenth of a check; the system takes all at once. Empty: the command
    /// returns.
    std::function<void(int)> leave;
};

/// One `-o FORMAT[:FILE]`.
struct OutputRequest {
    std::string format;
    std::string file;  ///< empty: standard output
};

/// What `check` checks besides its paths, and what it compares with besides an index.
struct CheckScope {
    std::string changed_from;          ///< a git revision; empty: paths are checked as named
    bool tracked_only = false;         ///< with it: files that git does not track are left out
    std::string files_from;            ///< a file that lists more paths, "-" is standard input
    std::vector<std::string> against;  ///< articles and folders of them
};

/// Files that remember what was said of findings; empty: none is read.
struct MemoryFiles {
    std::string verdicts;
    std::string baseline;
    std::string suppressions;
};

/// One of several indexes that share the articles of one input, see is_in.
struct Shard {
    std::uint32_t number = 1;  ///< 1 to count
    std::uint32_t count = 1;
};

/// What report, check and explain share.
struct RunOptions {
    std::string rules_folder;
    std::vector<std::string> added_rules;  ///< folders that are read together with it
    std::vector<std::string> paths;
    /// Folders, stub files and tcp://HOST:PORT that are one index together; empty: in memory.
    std::vector<std::string> index_places;
    Shard shard;                       ///< of `index`
    std::uint32_t commit_every = 500;  ///< articles; of `index`
    std::uint32_t threads = 0;         ///< 0: as many as the machine has
    Tiers tiers = Tiers::Both;
    IngestOptions ingest;
    CheckScope scope;
    MemoryFiles memory;
    std::vector<std::string> selected;  ///< rule ids, globs, kinds; empty: all findings
    std::vector<std::string> ignored;
    std::vector<OutputRequest> outputs;  ///< empty: text on standard output
    /// Of a large index the report lists this many findings and counts the others; 0: all.
    std::size_t most_findings = kMostListed;
    std::optional<Level> fail_on = Level::Error;  ///< nothing: findings never fail
    Level least_level = Level::Note;
    bool explains = false;
    std::string version;         ///< of the program
    bool findings_only = false;  ///< text without counts, agreements and silent sources
};

enum class FactsFormat : std::uint8_t { Text, JsonLines };

}  // namespace atodds
