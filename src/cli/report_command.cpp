#include "cli/commands.hpp"
#include "cli/memory_use.hpp"
#include "cli/outputs.hpp"
#include "cli/progress_line.hpp"
#include "cli/report_run.hpp"

#include <algorithm>
#include <optional>

namespace atodds {

int report_command(const RunOptions& options, const Console& console) {
    const LoadedRules loaded = load_rules_and_tell(options, console);
    if (!loaded.is_usable()) {
        return kExitIncomplete;
    }
    const std::optional<RunMemory> memory = prepare_memory(options, loaded.rules, console);
    if (!memory) {
        return kExitIncomplete;
    }
    ProgressLine line(console);
    Result<Report> report = report_on_paths(loaded.rules, options,
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
