#pragma once
// What was wrong with the arguments, in our words: the unknown name in quotes and the nearest known
// one, where CLI11 would only say that something was not expected.

#include "base/error.hpp"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace atodds {

/// Requires: `app` threw `problem` when it read the arguments.
Error usage_error(const CLI::App& app, const CLI::ParseError& problem, int argc,
                  const char* const* argv);

}  // namespace atodds
