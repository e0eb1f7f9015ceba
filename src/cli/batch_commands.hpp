#pragma once
// `atodds map` and `atodds merge`: the two steps of a batch on many machines.

#include "cli/options.hpp"

#include <string>
#include <vector>

namespace atodds {

struct MapRequest {
    std::string folder;
    std::string tiers;  ///< as on the command line
};

struct MergeRequest {
    std::vector<std::string> shards;  ///< folders of maps or of indexes
    std::string index;                ///< the new one
    std::string run;                  ///< file of the merged facts; empty: none is written
};

/// Maps the rows of standard input and prints folder, articles, facts and failed rows, parted by
/// tabs; the same again for what was mapped before.
int map_command(const RunOptions& options, const MapRequest& request, const Console& console);

/// Merges shards into one index, and their runs into one.
int merge_command(const MergeRequest& request, const Console& console);

}  // namespace atodds
