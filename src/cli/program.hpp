#pragma once

// The whole program but for main: reads the environment and the terminal, once, and runs the
// command that the arguments choose.

#include <cstdint>
#include <string_view>

namespace atodds {

/// Runs the program on its arguments. Returns the exit code: 0 nothing found, 1 findings at or
/// above --fail-on, 2 anything that kept it from doing all of the work.
int run_program(int argc, char** argv);

/// Columns to print: `stated` (the variable COLUMNS) where it is a number, else those of the
/// terminal (0: none), else 100; 40 to 120 in the end, for longer lines are hard to read.
std::uint32_t columns_to_print(std::string_view stated, std::uint32_t of_terminal);

}  // namespace atodds
