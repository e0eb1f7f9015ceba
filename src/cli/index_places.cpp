#include "cli/index_places.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <system_error>

namespace atodds {
namespace {

constexpr std::string_view kHint =
    "name one folder; lists, stub files and tcp:// are read only, by a command without PATH";

}  // namespace

bool is_remote_place(std::string_view place) {
    return place.starts_with("tcp://");
}

Result<std::string> folder_to_write(const std::vector<std::string>& places) {
    if (places.empty()) {
        return std::string();
    }
    if (places.size() > 1) {
        return Error{ErrorCode::Usage,
                     fmt::format("an index is written to one folder, but --index names {} places",
                                 places.size()),
                     {},
                     std::string(kHint)};
    }
    const std::string& place = places.front();
    std::error_code problem;
    if (is_remote_place(place) || std::filesystem::is_regular_file(place, problem)) {
        return Error{ErrorCode::Usage,
                     fmt::format("an index is written to a folder, not to {}",
                                 is_remote_place(place) ? "a server" : "a file"),
                     {place, {}},
                     std::string(kHint)};
    }
    return place;
}

void note_other_rules(const IndexReader& index, std::string_view rules_hash,
                      Diagnostics& diagnostics) {
    const std::optional<std::string> place = index.place_of_other_rules(rules_hash);
    if (place) {
        diagnostics.push_back({Severity::Error,
                               {ErrorCode::IndexOutdated,
                                "the index was built with other rules than those of this run",
                                {*place, std::nullopt},
                                "build it again with `atodds index`, or name its rules"}});
    }
}

}  // namespace atodds
