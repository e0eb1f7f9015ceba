#include "cli/check_run.hpp"
#include "cli/check_scope.hpp"
#include "cli/commands.hpp"
#include "cli/memory_use.hpp"
#include "cli/outputs.hpp"
#include "cli/progress_line.hpp"

#include <algorithm>
#include <optional>
#include <ostream>

namespace atodds {

int check_command(const RunOptions& options, const Console& console) {
    const LoadedRules loaded = load_rules_and_tell(options, console);
    if (!loaded.is_usable()) {
        return kExitIncomplete;
    }
    const std::optional<RunMemory> memory = prepare_memory(options, loaded.rules, console);
    if (!memory) {
        return kExitIncomplete;
    }
    const Result<CheckFiles> files = files_to_check(options, console);
    if (!files) {
        return fail(files.error(), console);
    }
    if (!files->note.empty()) {
        *console.err << "atodds: " << files->note << "\n";
    }
    const Stages stages(loaded.rules, options.tiers);
    ProgressLine line(console);
    Result<Report> report = check_articles(stages, options, *files,
                                           [&](const ProgressState& state) { line.show(state); });
    line.clear();
    if (!report) {
        return fail(report.error(), console);
    }
    const int remembered = apply_memory(*memory, options, console, *report);
    const int code = std::max({loaded.exit_code, remembered, deliver(*report, options, console)});
    if (console.leave) {
        console.leave(code);
    }
    return code;
}

}  // namespace atodds
