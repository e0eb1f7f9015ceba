#include "cli/commands.hpp"
#include "cli/outputs.hpp"
#include "cli/report_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace atodds {
namespace {

// The findings and agreements whose id starts with `id`, as a report of nothing else.
Report only(Report report, const std::string& id) {
    const auto is_other = [&](const Finding& finding) { return !finding.id.starts_with(id); };
    std::erase_if(report.findings, is_other);
    std::erase_if(report.agreements, is_other);
    std::move(report.agreements.begin(), report.agreements.end(),
              std::back_inserter(report.findings));
    report.agreements.clear();
    return report;
}

}  // namespace

int explain_command(const RunOptions& options, const std::string& id, const Console& console) {
    const LoadedRules loaded = load_rules_and_tell(options, console);
    if (!loaded.is_usable()) {
        return kExitIncomplete;
    }
    RunOptions all = options;
    all.most_findings = 0;
    Result<Report> report = report_on_paths(loaded.rules, all, {});
    if (!report) {
        return fail(report.error(), console);
    }
    const Report chosen = only(std::move(*report), id);
    if (chosen.findings.empty()) {
        return fail({ErrorCode::Usage,
                     fmt::format("no finding \"{}\" in these articles", id),
                     {},
                     "ids stand in brackets behind each finding of `atodds report`"},
                    console);
    }
    RunOptions explaining = options;
    explaining.explains = true;
    explaining.findings_only = true;
    explaining.fail_on.reset();
    return std::max(loaded.exit_code, deliver(chosen, explaining, console));
}

}  // namespace atodds
