#pragma once

// The command line: all options of all subcommands, described in one place (program.cpp) and handed
// as plain structs to one function per subcommand.

namespace atodds {

/// Runs the program on its arguments. Returns the exit code: 0 nothing found, 1 findings at or
/// above --fail-on, 2 anything that kept it from doing all of the work.
int run_program(int argc, char** argv);

}  // namespace atodds
