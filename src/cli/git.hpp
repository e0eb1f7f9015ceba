#pragma once
// What git knows of the files of a work tree. Git is run as a program with arguments, never through
// a shell, and without the helpers that the configuration of a repository could name.

#include "base/result.hpp"

#include <cstdint>
#include <set>
#include <string>

namespace atodds {

enum class Untracked : std::uint8_t { Included, LeftOut };

struct ChangedFiles {
    std::string top;                ///< of the work tree, absolute
    std::set<std::string> changed;  ///< absolute paths, existing files
    std::set<std::string> known;    ///< all files that are tracked, or new and not ignored
};

/// Files added or changed since the merge base of `revision` and HEAD, in commits and in the work
/// tree. Fails with: Usage where this is no work tree, git cannot be run, the revision is unknown
/// or has no history in common with HEAD, with what a shallow clone lacks as the hint.
Result<ChangedFiles> files_changed_since(const std::string& revision, Untracked untracked);

}  // namespace atodds
