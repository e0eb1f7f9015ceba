#pragma once
// Completions for shells, made from the options themselves, so that they cannot lag behind.

#include <CLI/CLI.hpp>

#include <cstdint>
#include <string>

namespace atodds {

enum class Shell : std::uint8_t { Bash, Zsh, Fish };

/// A script for the shell: commands, options, the words an option takes, files and folders.
std::string completions_of(const CLI::App& app, Shell shell);

/// The words of a type name like "error|warning|note"; none for other type names.
std::vector<std::string> words_of_type(const std::string& type_name);

/// The commands below `app` in their order, without nameless groups.
std::vector<const CLI::App*> parts_of(const CLI::App& app);

}  // namespace atodds
