#pragma once

// The whole program but for main: reads the environment and the terminal, once, and runs the
// command that the arguments choose.

namespace atodds {

/// Runs the program on its arguments. Returns the exit code: 0 nothing found, 1 findings at or
/// above --fail-on, 2 anything that kept it from doing all of the work.
int run_program(int argc, char** argv);

}  // namespace atodds
