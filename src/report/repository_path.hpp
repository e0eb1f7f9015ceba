#pragma once
// Paths as other programs want them: relative to the folder of the run, and as URIs.

#include <string>
#include <string_view>

namespace atodds {

/// `path` as seen from `folder`, with no part that is "." and ".." only at its start: relative
/// where it lies below the folder, else as given. Empty where it names no file: "-", "", an
/// address. Nothing is looked up. `folder` is absolute, or empty where it is not known.
std::string path_from(std::string_view path, std::string_view folder);

/// True for paths of path_from() that stay below its folder.
bool is_below_folder(std::string_view path);

/// `path` as a URI (RFC 3986): percent-encoded, relative where the path is, else with "file://".
std::string uri_of_path(std::string_view path);

}  // namespace atodds
