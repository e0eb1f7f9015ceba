#pragma once
// `atodds review` and `atodds baseline`. Each returns the exit code.

#include "cli/options.hpp"
#include "model/finding.hpp"

#include <cstdint>
#include <string>

namespace atodds {

enum class ListForm : std::uint8_t { Text, JsonLines };

/// Where a command looks up the findings it is told of by their ids: in a JSON report, or where
/// that is empty in a run over the articles of `run`.
struct FindingSource {
    RunOptions run;
    std::string report_file;
};

/// Marks the finding whose fingerprint starts with `id`.
int review_mark_command(const FindingSource& source, const std::string& id, const ReviewMark& mark,
                        const Console& console);

/// Takes the marks over that the HTML report saved in `file`.
int review_import_command(const FindingSource& source, const std::string& file,
                          const std::string& by, const Console& console);

/// One line a mark.
int review_list_command(const RunOptions& options, ListForm form, const Console& console);

/// How often people sided with each rule.
int review_stats_command(const RunOptions& options, ListForm form, const Console& console);

/// Writes all findings of the articles, or of the JSON report, to the baseline.
int baseline_create_command(const FindingSource& source, const Console& console);

/// Forgets what is found no more.
int baseline_prune_command(const FindingSource& source, const Console& console);

/// One line a finding of the baseline.
int baseline_show_command(const RunOptions& options, ListForm form, const Console& console);

}  // namespace atodds
