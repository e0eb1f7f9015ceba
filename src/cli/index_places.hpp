#pragma once
// The places that `--index` names. Reading takes a list of them: folders, Xapian stub files and
// "tcp://HOST:PORT", which are one index together. Writing takes one folder.

#include "base/error.hpp"
#include "base/result.hpp"
#include "index/fact_index.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// True for "tcp://...", which is no path.
bool is_remote_place(std::string_view place);

/// The folder a command may write its index into; "" where none is named, for one in memory.
/// Fails with: Usage, where there are several places, a remote one or a stub file.
Result<std::string> folder_to_write(const std::vector<std::string>& places);

/// Tells of a place whose facts other rules read: they may not meet what these rules read from a
/// new article, so that such an index without findings proves nothing.
void note_other_rules(const IndexReader& index, std::string_view rules_hash,
                      Diagnostics& diagnostics);

}  // namespace atodds
