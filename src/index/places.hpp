#pragma once
// What people name as an index -> the shards behind it. Stub files are read here and not by Xapian:
// so each shard is checked and named by itself, a stub that names itself ends, and none runs a
// program, which Xapian's "remote :PROGRAM" would.

#include "base/error.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// One database: a folder of tables, a file that holds all of them, or "tcp://HOST:PORT".
struct ShardPlace {
    std::string address;
    Place named_at;  ///< the argument, or the line of the stub file that names it
};

bool is_remote(std::string_view address);

/// The shards of folders, stub files and servers, in the order they are named. Shards are not
/// opened. Fails with: IndexMissing, BadFormat (a stub file that cannot be read), Usage (a shard
/// that is named twice, or an empty name).
Result<std::vector<ShardPlace>> shards_of(const std::vector<std::string>& places);

}  // namespace atodds
