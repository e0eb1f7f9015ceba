#include "cli/memory_use.hpp"

#include "cli/input.hpp"
#include "cli/outputs.hpp"
#include "cli/selection.hpp"
#include "review/inline_ignores.hpp"
#include "review/memory.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

namespace atodds {
namespace {

Result<Done> read_suppressions(const std::string& file, RunMemory& memory,
                               Diagnostics& diagnostics) {
    if (file.empty()) {
        return Done{};
    }
    const Result<std::string> text = read_input(file, Console{});
    if (!text) {
        return text.error();
    }
    memory.suppressions = parse_suppressions(*text, file, diagnostics);
    return Done{};
}

Result<Done> read_records(const std::string& file, MemoryKind kind,
                          std::optional<std::vector<MemoryRecord>>& records,
                          Diagnostics& diagnostics) {
    if (file.empty()) {
        return Done{};
    }
    Result<std::vector<MemoryRecord>> read = load_memory(file, kind, IfAbsent::Fail, diagnostics);
    if (!read) {
        return read.error();
    }
    records = std::move(*read);
    return Done{};
}

}  // namespace

Result<std::vector<MemoryRecord>> load_memory(const std::string& file, MemoryKind kind,
                                              IfAbsent absent, Diagnostics& diagnostics) {
    std::error_code problem;
    if (absent == IfAbsent::Empty && !std::filesystem::exists(file, problem)) {
        return std::vector<MemoryRecord>{};
    }
    Result<std::string> bytes = read_input(file, Console{});
    if (!bytes) {
        Error error = bytes.error();
        error.hint = kind == MemoryKind::Baseline
                         ? "make one with: atodds baseline create PATH... --baseline FILE"
                         : "make one with: atodds review accept ID PATH... --verdicts FILE";
        return error;
    }
    return parse_memory(*bytes, file, kind, diagnostics);
}

std::optional<RunMemory> prepare_memory(const RunOptions& options, const RuleSet& rules,
                                        const Console& console) {
    const MemoryFiles& files = options.memory;
    RunMemory memory;
    Diagnostics diagnostics;
    for (const Result<Done>& step :
         {check_selection(options, rules),
          read_suppressions(files.suppressions, memory, diagnostics),
          read_records(files.verdicts, MemoryKind::Verdicts, memory.verdicts, diagnostics),
          read_records(files.baseline, MemoryKind::Baseline, memory.baseline, diagnostics)}) {
        if (!step) {
            diagnostics.push_back({Severity::Error, step.error()});
        }
    }
    tell(diagnostics, console);
    if (has_error(diagnostics)) {
        return std::nullopt;
    }
    return memory;
}

int apply_memory(const RunMemory& memory, const RunOptions& options, const Console& console,
                 Report& report) {
    const MemoryFiles& files = options.memory;
    keep_selected(options, report);
    Diagnostics diagnostics;
    apply_inline_ignores(report, diagnostics);
    if (memory.suppressions) {
        apply_suppressions(*memory.suppressions, files.suppressions, console.today, report,
                           diagnostics);
    }
    if (memory.verdicts) {
        apply_verdicts(*memory.verdicts, files.verdicts, report);
    }
    if (memory.baseline) {
        apply_baseline(*memory.baseline, files.baseline, report);
    }
    tell(diagnostics, console);
    return has_error(diagnostics) ? kExitIncomplete : kExitClean;
}

}  // namespace atodds
