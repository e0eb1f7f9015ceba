#include "cli/finding_source.hpp"
#include "cli/memory_commands.hpp"
#include "cli/memory_use.hpp"
#include "cli/outputs.hpp"
#include "cli/whole_file.hpp"
#include "report/report_facts.hpp"
#include "review/memory.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <utility>

namespace atodds {
namespace {

// A baseline made of half of the articles would let the rest look new.
int incomplete(const Console& console) {
    return fail({ErrorCode::Unreadable,
                 "the baseline is left as it was: not everything could be read",
                 {},
                 "mend what is told above and run again"},
                console);
}

int save(const std::string& file, std::vector<MemoryRecord> records, const std::string& told,
         const Console& console) {
    const std::string bytes = to_memory_file(std::move(records), MemoryKind::Baseline);
    if (const Result<Done> written = write_whole_file(file, bytes); !written) {
        return fail(written.error(), console);
    }
    *console.out << told;
    return kExitClean;
}

}  // namespace

int baseline_create_command(const FindingSource& source, const Console& console) {
    const Result<FoundFindings> found = find_findings(source, console);
    if (!found) {
        return fail(found.error(), console);
    }
    if (found->exit_code != kExitClean) {
        return incomplete(console);
    }
    std::vector<MemoryRecord> records;
    for (const Finding& finding : found->report.findings) {
        records.push_back(record_of(finding));
    }
    std::vector<MemoryRecord> kept;
    remember(kept, std::move(records));
    const std::string& file = source.run.memory.baseline;
    const std::string told = fmt::format("{} in {}\n", counted(kept.size(), "finding"), file);
    return save(file, std::move(kept), told, console);
}

int baseline_prune_command(const FindingSource& source, const Console& console) {
    const std::string& file = source.run.memory.baseline;
    Diagnostics diagnostics;
    const Result<std::vector<MemoryRecord>> baseline =
        load_memory(file, MemoryKind::Baseline, IfAbsent::Fail, diagnostics);
    if (!baseline) {
        return fail(baseline.error(), console);
    }
    tell(diagnostics, console);
    const Result<FoundFindings> found = find_findings(source, console);
    if (!found) {
        return fail(found.error(), console);
    }
    if (found->exit_code != kExitClean || has_error(diagnostics)) {
        return incomplete(console);
    }
    std::vector<MemoryRecord> kept = pruned(*baseline, found->report);
    const std::size_t gone = baseline->size() - std::min(baseline->size(), kept.size());
    const std::string told = fmt::format("{} forgotten, {} kept in {}\n", gone, kept.size(), file);
    return save(file, std::move(kept), told, console);
}

int baseline_show_command(const RunOptions& options, ListForm form, const Console& console) {
    Diagnostics diagnostics;
    const Result<std::vector<MemoryRecord>> records =
        load_memory(options.memory.baseline, MemoryKind::Baseline, IfAbsent::Fail, diagnostics);
    if (!records) {
        return fail(records.error(), console);
    }
    tell(diagnostics, console);
    if (form == ListForm::JsonLines) {
        *console.out << to_memory_file(*records, MemoryKind::Baseline);
    } else {
        for (const MemoryRecord& record : *records) {
            *console.out << fmt::format("{}  {}  {}\n", record.id, record.rule,
                                        fmt::join(record.values, " / "));
            *console.out << fmt::format("    {}\n", record.fact);
        }
        *console.out << counted(records->size(), "finding") << "\n";
    }
    return has_error(diagnostics) ? kExitIncomplete : kExitClean;
}

}  // namespace atodds
