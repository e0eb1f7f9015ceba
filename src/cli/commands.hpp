#pragma once
// One function per subcommand, those of `rules` apart (rules_command.hpp). Returns the exit code.
// What went wrong is told on Console::err in the form of report/.

#include "cli/index_command.hpp"
#include "cli/options.hpp"

#include <cstdint>
#include <string>

namespace atodds {

/// Batch report over articles.
int report_command(const RunOptions& options, const Console& console);

/// New articles against an index.
int check_command(const RunOptions& options, const Console& console);

/// What was read from articles, with spans.
int facts_command(const RunOptions& options, FactsFormat format, const Console& console);

/// The whole trace of the finding whose id starts with `id`.
int explain_command(const RunOptions& options, const std::string& id, const Console& console);

/// Two articles, each a file or, where no such file exists, the text itself.
int compare_two_command(const RunOptions& options, const Console& console);

/// JSON lines {id, a, b, date_a?, date_b?} of `file` ("-": standard input) to lines
/// {id, verdict, findings}, in the same order.
int compare_pairs_command(const RunOptions& options, const std::string& file,
                          const Console& console);

/// Reads the articles into the index and tells what changed.
int index_command(const RunOptions& options, Absent absent, const Console& console);

/// What the index holds.
int index_stat_command(const RunOptions& options, const Console& console);

/// Articles of the index that fit the query, at most `limit`.
int search_command(const RunOptions& options, const std::string& query, std::uint32_t limit,
                   const Console& console);

/// The JSON Schema of that name, or a list of all where it is empty.
int schema_command(const std::string& name, const Console& console);

/// The values in each row of `file` ("-": standard input).
int values_command(const std::string& file, const Console& console);

}  // namespace atodds
