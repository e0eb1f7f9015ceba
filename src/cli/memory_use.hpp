#pragma once
// The files that remember findings, read before a run and applied to its report. A file that is
// named and cannot be read or understood ends the run before it begins: its result would mislead.

#include "base/result.hpp"
#include "cli/options.hpp"
#include "model/finding.hpp"
#include "review/memory_file.hpp"
#include "review/suppression_file.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atodds {

enum class IfAbsent : std::uint8_t { Fail, Empty };

/// The records of a memory file. Fails with: Unreadable. Lines that are wrong are diagnostics.
Result<std::vector<MemoryRecord>> load_memory(const std::string& file, MemoryKind kind,
                                              IfAbsent absent, Diagnostics& diagnostics);

/// What the files say that the options name; nothing for files that are not named.
struct RunMemory {
    std::optional<std::vector<SuppressionEntry>> suppressions;
    std::optional<std::vector<MemoryRecord>> verdicts;
    std::optional<std::vector<MemoryRecord>> baseline;
};

/// Checks --select and --ignore and reads the files. Nothing, and all problems told, where any of
/// it is wrong.
std::optional<RunMemory> prepare_memory(const RunOptions& options, const RuleSet& rules,
                                        const Console& console);

/// Leaves out what is not selected, then applies inline comments, suppression file, verdicts and
/// baseline, in this order, and tells what is unused, expired or wrong. Returns kExitIncomplete
/// where a comment could not be understood, else kExitClean.
int apply_memory(const RunMemory& memory, const RunOptions& options, const Console& console,
                 Report& report);

}  // namespace atodds
