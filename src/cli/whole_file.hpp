#pragma once
// Output files that are there as a whole or not at all: written to a temporary file beside them,
// which takes their name when it is complete. An interrupt removes the temporary file.

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace atodds {

/// Replaces `file` with `content`, making its folder where there is none. What is no regular file
/// (a pipe, /dev/null) is written to directly. Fails with: Unwritable.
Result<Done> write_whole_file(const std::string& file, std::string_view content);

/// Creates `file`, which must not be there yet. Fails with: Unwritable.
Result<Done> write_new_file(const std::string& file, std::string_view content);

/// Makes an interrupt, a hang-up and a request to end remove the temporary file that is being
/// written, and end the program as the shell expects of the signal. A reader of standard output
/// who leaves early ends it quietly, even where the caller ignores that signal. Call once.
void watch_signals();

}  // namespace atodds
