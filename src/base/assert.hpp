#pragma once

// The fourth kind of failure: a broken invariant of our own. Never used on input.

namespace atodds {

/// Prints the message with its place to standard error and aborts.
[[noreturn]] void fail_assertion(const char* condition, const char* meaning, const char* file,
                                 int line);

}  // namespace atodds

/// Checked in every build. `meaning` says what a false condition means for the program.
#define ATODDS_ASSERT(condition, meaning) \
    ((condition) ? static_cast<void>(0)   \
                 : ::atodds::fail_assertion(#condition, meaning, __FILE__, __LINE__))
