#pragma once
// Reads the files that remember findings and applies them to a report.

#include "base/result.hpp"
#include "cli/options.hpp"
#include "model/finding.hpp"
#include "review/memory_file.hpp"

#include <string>
#include <vector>

namespace atodds {

enum class IfAbsent : std::uint8_t { Fail, Empty };

/// The records of a memory file. Fails with: Unreadable. Lines that are wrong are diagnostics.
Result<std::vector<MemoryRecord>> load_memory(const std::string& file, MemoryKind kind,
                                              IfAbsent absent, Diagnostics& diagnostics);

/// Leaves out what is not selected, then applies inline comments, suppression file, verdicts and
/// baseline, in this order, and tells their problems. Returns kExitIncomplete where one of these
/// could not be read, else kExitClean.
int apply_memory(const RunOptions& options, const Console& console, Report& report);

}  // namespace atodds
