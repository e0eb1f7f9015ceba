#include "cli/memory_use.hpp"

#include "cli/input.hpp"
#include "cli/outputs.hpp"
#include "cli/selection.hpp"
#include "review/inline_ignores.hpp"
#include "review/memory.hpp"
#include "review/suppression_file.hpp"

#include <filesystem>
#include <system_error>

namespace atodds {
namespace {

Result<Done> use_suppressions(const RunOptions& options, const Console& console, Report& report,
                              Diagnostics& diagnostics) {
    const std::string& file = options.memory.suppressions;
    if (file.empty()) {
        return Done{};
    }
    const Result<std::string> text = read_input(file, console);
    if (!text) {
        return text.error();
    }
    apply_suppressions(parse_suppressions(*text, file, diagnostics), file, console.today, report,
                       diagnostics);
    return Done{};
}

Result<Done> use_verdicts(const RunOptions& options, Report& report, Diagnostics& diagnostics) {
    const std::string& file = options.memory.verdicts;
    if (file.empty()) {
        return Done{};
    }
    const Result<std::vector<MemoryRecord>> verdicts =
        load_memory(file, MemoryKind::Verdicts, IfAbsent::Fail, diagnostics);
    if (!verdicts) {
        return verdicts.error();
    }
    apply_verdicts(*verdicts, file, report);
    return Done{};
}

Result<Done> use_baseline(const RunOptions& options, Report& report, Diagnostics& diagnostics) {
    const std::string& file = options.memory.baseline;
    if (file.empty()) {
        return Done{};
    }
    const Result<std::vector<MemoryRecord>> baseline =
        load_memory(file, MemoryKind::Baseline, IfAbsent::Fail, diagnostics);
    if (!baseline) {
        return baseline.error();
    }
    apply_baseline(*baseline, file, report);
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

int apply_memory(const RunOptions& options, const Console& console, Report& report) {
    keep_selected(options, report);
    Diagnostics diagnostics;
    apply_inline_ignores(report, diagnostics);
    int exit_code = kExitClean;
    for (const Result<Done>& used :
         {use_suppressions(options, console, report, diagnostics),
          use_verdicts(options, report, diagnostics), use_baseline(options, report, diagnostics)}) {
        if (!used) {
            exit_code = fail(used.error(), console);
        }
    }
    tell(diagnostics, console);
    return has_error(diagnostics) ? kExitIncomplete : exit_code;
}

}  // namespace atodds
