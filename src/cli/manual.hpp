#pragma once
// The manual page, made from the commands and options themselves, so that it cannot lag behind.

#include <CLI/CLI.hpp>

#include <string>

namespace atodds {

/// A page for man(1), in its man macros: every command with its options and examples.
std::string manual_of(const CLI::App& app);

}  // namespace atodds
