#pragma once
// The command line: all options of all subcommands, described in one place and handed as plain
// structs to one function per subcommand. CLI11 shows in arguments.hpp and what includes it only.

#include "base/result.hpp"
#include "cli/config.hpp"
#include "cli/options.hpp"

#include <cstdint>
#include <functional>
#include <iosfwd>

namespace atodds {

enum class ColorChoice : std::uint8_t { Auto, Always, Never };

struct CommandLine {
    ColorChoice color = ColorChoice::Auto;
    /// What is wrong with the configuration; nothing is run then.
    Diagnostics problems;
    /// Does what was asked and returns the exit code; empty where that was help, already printed.
    std::function<int(const Console&)> run;
};

/// Prints help to `out` where that is asked for. The configuration fills in what the arguments
/// leave open. Fails with: Usage, Unreadable.
Result<CommandLine> parse_command_line(int argc, const char* const* argv, std::ostream& out,
                                       const Surroundings& surroundings = {});

}  // namespace atodds
