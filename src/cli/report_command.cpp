#include "cli/commands.hpp"
#include "cli/outputs.hpp"
#include "cli/pipeline.hpp"

#include <algorithm>

namespace atodds {

int report_command(const RunOptions& options, const Console& console) {
    const LoadedRules loaded = load_rules_and_tell(options.rules_folder, console);
    if (!loaded.is_usable()) {
        return kExitIncomplete;
    }
    ProgressLine line(console);
    const Result<Report> report = report_on_paths(
        loaded.rules, options, [&](std::uint64_t articles) { line.show(articles); });
    line.clear();
    return report ? std::max(loaded.exit_code, deliver(*report, options, console))
                  : fail(report.error(), console);
}

}  // namespace atodds
