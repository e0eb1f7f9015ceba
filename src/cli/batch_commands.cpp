#include "cli/batch_commands.hpp"

#include "cli/map_run.hpp"
#include "cli/outputs.hpp"
#include "index/merge_indexes.hpp"
#include "index/sorted_lines.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <ostream>
#include <system_error>

namespace atodds {
namespace {

namespace fs = std::filesystem;

// Where the parts of a shard lie: a map has an index and a run, an index is one.
struct ShardFolders {
    std::vector<std::string> indexes;
    std::vector<std::string> runs;
};

Result<ShardFolders> folders_of(const MergeRequest& request) {
    ShardFolders folders;
    for (const std::string& shard : request.shards) {
        std::error_code code;
        const fs::path folder(shard);
        const bool is_map = fs::exists(folder / kMapRecord, code);
        folders.indexes.push_back(is_map ? (folder / kMapIndex).string() : shard);
        if (is_map) {
            folders.runs.push_back((folder / kMapRun).string());
        } else if (!request.run.empty()) {
            return Error{ErrorCode::Usage,
                         "holds no facts to merge",
                         {shard, {}},
                         "name folders that atodds map has made, or leave --runs out"};
        }
    }
    return folders;
}

// Written beside its place and renamed, for it can be large.
Result<std::uint64_t> merge_runs(const std::vector<std::string>& runs, const std::string& file) {
    const std::string part = file + ".part";
    const Result<std::uint64_t> lines = merge_sorted_lines(runs, part);
    if (!lines) {
        std::remove(part.c_str());
        return lines;
    }
    if (std::rename(part.c_str(), file.c_str()) != 0) {
        return Error{ErrorCode::Unwritable,
                     "cannot be written",
                     {file, {}},
                     "check that its folder may be written to"};
    }
    return lines;
}

}  // namespace

int map_command(const RunOptions& options, const MapRequest& request, const Console& console) {
    const LoadedRules loaded = load_rules_and_tell(options, console);
    if (!loaded.is_usable()) {
        return kExitIncomplete;
    }
    Diagnostics diagnostics;
    const Result<Mapped> mapped =
        map_rows(*console.in, loaded.rules, {options, request.tiers, request.folder}, diagnostics);
    tell(diagnostics, console);
    if (!mapped) {
        return fail(mapped.error(), console);
    }
    if (mapped->was_there) {
        *console.err << fmt::format("atodds: {} is mapped already\n", request.folder);
    }
    const MapRecord& record = mapped->record;
    *console.out << fmt::format("{}\t{}\t{}\t{}\n", request.folder, record.articles, record.facts,
                                record.failed);
    return record.failed > 0 ? kExitIncomplete : loaded.exit_code;
}

int merge_command(const MergeRequest& request, const Console& console) {
    const Result<ShardFolders> folders = folders_of(request);
    if (!folders) {
        return fail(folders.error(), console);
    }
    const Result<MergedIndex> merged = merge_indexes(folders->indexes, request.index);
    if (!merged) {
        return fail(merged.error(), console);
    }
    if (merged->was_there) {
        *console.err << fmt::format("atodds: {} holds these shards already\n", request.index);
    }
    *console.out << fmt::format("{} shards merged, {} articles\n", folders->indexes.size(),
                                merged->articles);
    if (request.run.empty()) {
        return kExitClean;
    }
    const Result<std::uint64_t> lines = merge_runs(folders->runs, request.run);
    if (!lines) {
        return fail(lines.error(), console);
    }
    *console.out << fmt::format("{} lines of facts\n", *lines);
    return kExitClean;
}

}  // namespace atodds
