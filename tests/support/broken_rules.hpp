#pragma once
// Rows of the tests of rule diagnostics: one change to the sound sample rules, and everything that
// the loader then says.

#include <string>

namespace atodds {

struct BrokenRules {
    enum class File { Rule, Entities, Scale, Categories };
    const char* name;
    File file;
    const char* old_part;  ///< stands once in the file
    const char* new_part;
    std::string expected;  ///< all diagnostics, rendered
};

/// Loads the sample with the row's change. Fails the test if something with a problem is in the
/// set.
std::string problems_of(const BrokenRules& row);

}  // namespace atodds
