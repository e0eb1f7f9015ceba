#pragma once
// The commands with their options, help and examples, one function a group. Each command sets
// `chosen` when the arguments name it.

#include "cli/arguments.hpp"

namespace atodds {

/// report, check, compare and explain.
void add_article_commands(CLI::App& app, Arguments& arguments, Command& chosen);

/// index, search, facts and values.
void add_data_commands(CLI::App& app, Arguments& arguments, Command& chosen);

/// map and merge.
void add_batch_commands(CLI::App& app, Arguments& arguments, Command& chosen);

/// review and baseline, with their parts.
void add_memory_commands(CLI::App& app, Arguments& arguments, Command& chosen);

/// init, schema, completions and man. The last two describe all commands that were added before.
void add_setup_commands(CLI::App& app, Arguments& arguments, Command& chosen);

/// rules and its parts.
void add_rules_commands(CLI::App& app, Arguments& arguments, Command& chosen);

}  // namespace atodds
