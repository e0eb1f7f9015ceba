#pragma once
// `.atodds.yml`: defaults of the command line for a folder tree. Found in the current folder or the
// nearest one above it; the search ends at the top of a repository, at the home folder and at the
// root. Each key has the name of its option; an option on the command line replaces its key, and no
// other. A wrong configuration is an error, never ignored in part.

#include "base/error.hpp"
#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// Where the program runs; what it may look at comes in here.
struct Surroundings {
    std::string folder;  ///< the current one, absolute; empty: no configuration is looked for
    std::string home;    ///< absolute; may be empty
};

/// One key with its value or values, in the words of the file.
struct ConfigEntry {
    std::string key;
    std::vector<std::string> values;

    friend bool operator==(const ConfigEntry&, const ConfigEntry&) = default;
};

struct Config {
    std::string file;    ///< empty: none
    std::string folder;  ///< what relative paths in it start from, as seen from the current folder;
                         ///< empty: the current folder
    std::vector<ConfigEntry> entries;

    /// The values of a key; null where it is absent.
    const std::vector<std::string>* find(std::string_view key) const;

    /// A path of the configuration as seen from the current folder.
    std::string resolved(const std::string& path) const;
};

/// The nearest configuration file.
std::optional<std::string> find_config(const Surroundings& surroundings);

/// Checks keys, words and numbers; what is wrong is told with its place.
std::vector<ConfigEntry> parse_config(std::string_view text, const std::string& file,
                                      Diagnostics& diagnostics);

/// Reads the file; relative paths in it are seen from `folder`. Fails with: Unreadable.
Result<Config> load_config(const std::string& file, const std::string& folder,
                           Diagnostics& diagnostics);

/// A configuration with every key explained, for `atodds init`. Says what is the default anyway.
std::string_view sample_config();

}  // namespace atodds
