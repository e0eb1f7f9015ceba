#pragma once
// `atodds index`: builds or updates an index, or tells what is in one. Plain functions over plain
// options; the program adds rules, progress line and exit code.

#include "base/error.hpp"
#include "base/result.hpp"
#include "ingest/article_reader.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// What becomes of articles that are in the index but not below the paths.
enum class Absent : std::uint8_t { Keep, Remove };

struct IndexUpdate {
    std::vector<std::string> paths;
    std::string index_folder;
    std::string rules_hash;
    IngestOptions ingest;
    Absent absent = Absent::Keep;
    std::function<std::vector<Fact>(const Article&)> read_facts;
    std::function<void(std::uint64_t articles)> progress;  ///< after each article; may be empty
};

struct IndexCounts {
    std::uint64_t added = 0;
    std::uint64_t replaced = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t removed = 0;
    std::uint64_t failed = 0;  ///< files and rows that could not be read

    friend bool operator==(const IndexCounts&, const IndexCounts&) = default;
};

/// Reads the articles below the paths into the index; unchanged ones are not read for facts. A bad
/// file is a diagnostic. Absent articles stay where any file failed, for it may hold them.
/// Fails with: what IndexWriter fails with.
Result<IndexCounts> update_index(const IndexUpdate& update, Diagnostics& diagnostics);

/// "3 articles added, 1 replaced, 20 unchanged, 0 removed, 0 failed" and a line break.
std::string to_text(const IndexCounts& counts);

/// What an index holds, a line each. Fails with: what IndexReader fails with.
Result<std::string> describe_index(const std::vector<std::string>& places);

}  // namespace atodds
