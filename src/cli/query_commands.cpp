#include "cli/commands.hpp"
#include "cli/index_places.hpp"
#include "cli/input.hpp"
#include "cli/outputs.hpp"
#include "cli/progress_line.hpp"
#include "cli/search_command.hpp"
#include "cli/values_command.hpp"

#include <ostream>
#include <span>

namespace atodds {

int index_command(const RunOptions& options, Absent absent, const Console& console) {
    const LoadedRules loaded = load_rules_and_tell(options, console);
    if (!loaded.is_usable()) {
        return kExitIncomplete;
    }
    const Result<std::string> folder = folder_to_write(options.index_places);
    if (!folder) {
        return fail(folder.error(), console);
    }
    const FactReader reader(loaded.rules, options.tiers);
    Diagnostics diagnostics;
    IndexUpdate update;
    update.files = files_to_read(options, diagnostics);
    update.index_folder = *folder;
    update.rules_hash = loaded.rules.content_hash;
    update.ingest = options.ingest;
    update.shard = options.shard;
    update.absent = absent;
    update.pace.commit_articles = options.commit_every;
    update.threads = options.threads;
    update.read_facts = [&](std::span<const Article> batch) { return reader.read(batch); };
    ProgressLine line(console);
    const Progress progress = [&line](const ProgressState& state) { line.show(state); };
    ProgressCount count(progress, bytes_of(update.files));
    const Result<IndexCounts> counts = update_index(update, count, diagnostics);
    line.clear();
    tell(diagnostics, console);
    if (!counts) {
        return fail(counts.error(), console);
    }
    *console.out << to_text(*counts);
    return has_error(diagnostics) ? kExitIncomplete : loaded.exit_code;
}

int index_stat_command(const RunOptions& options, const Console& console) {
    const Result<std::string> description = describe_index(options.index_places);
    if (!description) {
        return fail(description.error(), console);
    }
    *console.out << *description;
    return kExitClean;
}

int search_command(const RunOptions& options, const std::string& query, std::uint32_t limit,
                   const Console& console) {
    const Result<std::vector<SearchRow>> rows =
        search_index({.places = options.index_places, .query = query, .limit = limit});
    if (!rows) {
        return fail(rows.error(), console);
    }
    *console.out << to_text(*rows);
    return kExitClean;
}

int values_command(const std::string& file, const Console& console) {
    const Result<std::string> rows = read_input(file, console);
    if (!rows) {
        return fail(rows.error(), console);
    }
    std::string answers;
    const Diagnostics diagnostics = answer_value_rows(*rows, file, answers);
    *console.out << answers;
    tell(diagnostics, console);
    return has_error(diagnostics) ? kExitIncomplete : kExitClean;
}

}  // namespace atodds
