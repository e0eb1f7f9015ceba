#pragma once
// Glob patterns against paths: `*` and `?` stay inside one folder, `**` crosses folders.

#include <string_view>

namespace atodds {

/// True where the whole path matches, or, for a pattern without a slash, one of its parts: "drafts"
/// excludes every folder of that name. Time is at most path size times pattern size.
bool matches_glob(std::string_view path, std::string_view pattern);

}  // namespace atodds
