#pragma once
// The configuration put behind the command line: each key fills the option of its name where the
// command has that option and the arguments left it out.

#include "cli/arguments.hpp"
#include "cli/config.hpp"

#include <string>

namespace atodds {

/// `command` is the one that was chosen, `words` its name with those above it ("review list").
/// Also fills in the names of the memory files: where they exist, or where the command writes them.
void use_config(const CLI::App& command, const std::string& words, const Config& config,
                Arguments& arguments);

}  // namespace atodds
