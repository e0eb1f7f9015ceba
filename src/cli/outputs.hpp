#pragma once
// Where a finished report goes: the formats by name, files, standard output, the exit code.

#include "base/result.hpp"
#include "cli/options.hpp"
#include "model/finding.hpp"
#include "ruleset/ruleset.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// Reads "html:out/report.html" or "json". Fails with: Usage, naming the formats there are.
Result<OutputRequest> parse_output(std::string_view text);

/// Writes `report` in every requested form and tells problems. Returns the exit code.
int deliver(const Report& report, const RunOptions& options, const Console& console);

/// Tells each diagnostic on Console::err, with the line it is about.
void tell(const Diagnostics& diagnostics, const Console& console);

/// Tells one failure on Console::err; returns kExitIncomplete.
int fail(const Error& error, const Console& console);

/// The rules of the folder. Problems are told; nothing where any of them is an error.
std::optional<RuleSet> load_rules_or_tell(const std::string& folder, const Console& console);

/// A counter on standard error where that is a terminal; nothing otherwise.
class ProgressLine {
  public:
    explicit ProgressLine(const Console& console) : console_(&console) {}

    void show(std::uint64_t articles);
    /// Removes the line, so that what follows starts clean.
    void clear();

  private:
    const Console* console_;
    bool is_shown_ = false;
};

}  // namespace atodds
