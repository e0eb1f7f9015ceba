#pragma once
// One function per subcommand; each stands in a file of its name. Returns the exit code. What went
// wrong is told on Console::err in the form of report/.

#include "cli/options.hpp"

#include <string>
#include <vector>

namespace atodds {

/// Batch report over articles; two files are one of the smallest.
int report_command(const RunOptions& options, const Console& console);

/// New articles against an index.
int check_command(const RunOptions& options, const Console& console);

/// What was read from articles, with spans.
int facts_command(const RunOptions& options, FactsFormat format, const Console& console);

/// The whole trace of the finding whose id starts with `id`.
int explain_command(const RunOptions& options, const std::string& id, const Console& console);

/// JSON lines {id, a, b, date_a?, date_b?} of `file` ("-": standard input) to lines
/// {id, verdict, findings}, in the same order.
int compare_pairs_command(const RunOptions& options, const std::string& file,
                          const Console& console);

}  // namespace atodds
