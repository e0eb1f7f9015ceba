#pragma once
// Several indexes -> one, through Xapian's compaction: shards that were built on different machines
// become what one run over all their articles would have built.

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace atodds {

struct MergedIndex {
    std::uint64_t articles = 0;
    bool was_there = false;  ///< an earlier merge of the same shards has made it already
};

/// Writes the articles of the `shards` into the new index `folder`, which is there as a whole or
/// not at all. Any order of the shards gives an index that answers alike. Requires: at least one
/// shard, folders all. Fails with: what reading an index fails with; IndexOutdated where shards
/// were read with different rules; BadFormat where an article is in two shards; TooLarge;
/// Unwritable, also where `folder` holds anything but the merge of the same shards.
Result<MergedIndex> merge_indexes(const std::vector<std::string>& shards,
                                  const std::string& folder);

}  // namespace atodds
