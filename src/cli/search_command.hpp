#pragma once
// `atodds search`: articles of an index by words, entities and facts.

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

struct SearchOptions {
    std::vector<std::string> places;  ///< indexes: folders, stub files, tcp://HOST:PORT
    std::string query;
    std::uint32_t limit = 20;  ///< hits at most; a screen
};

struct SearchRow {
    std::uint32_t score_percent = 0;
    std::string article;
    std::string source;
    std::string published;  ///< ISO day; empty when not stated
    std::string title;
    std::uint64_t facts = 0;

    friend bool operator==(const SearchRow&, const SearchRow&) = default;
};

/// Best first. Fails with: what IndexReader fails with; Usage for a query that cannot be read.
Result<std::vector<SearchRow>> search_index(const SearchOptions& options);

/// One line a row, columns aligned; "no article found" where there is none. Control characters are
/// shown as U+FFFD, for titles come from outside.
std::string to_text(const std::vector<SearchRow>& rows);

}  // namespace atodds
