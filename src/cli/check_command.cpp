#include "cli/commands.hpp"
#include "cli/outputs.hpp"
#include "cli/pipeline.hpp"

#include <optional>

namespace atodds {

int check_command(const RunOptions& options, const Console& console) {
    const std::optional<RuleSet> rules = load_rules_or_tell(options.rules_folder, console);
    if (!rules) {
        return kExitIncomplete;
    }
    ProgressLine line(console);
    const Result<Report> report =
        check_against_index(*rules, options, [&](std::uint64_t articles) { line.show(articles); });
    line.clear();
    return report ? deliver(*report, options, console) : fail(report.error(), console);
}

}  // namespace atodds
