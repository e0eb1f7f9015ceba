#pragma once
// Files -> articles -> facts -> index: the one way by which articles get into an index. Facts are
// read and documents made by several threads; what the index answers does not depend on how many.

#include "base/error.hpp"
#include "base/result.hpp"
#include "cli/article_pipeline.hpp"
#include "cli/options.hpp"
#include "extract/fact_reader.hpp"
#include "index/fact_index.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace atodds {

/// How far a run is. Bytes tell how long it will take: articles differ in size.
struct ProgressState {
    std::uint64_t articles = 0;     ///< read so far
    std::uint64_t bytes = 0;        ///< of these
    std::uint64_t total_bytes = 0;  ///< of all files; 0: not known, as for standard input
    bool is_packing = false;        ///< all are read, and the new index is put together
};

/// Called after each batch.
using Progress = std::function<void(const ProgressState& state)>;

/// Counts what was read and tells it to whoever asked.
class ProgressCount {
  public:
    ProgressCount(const Progress& progress, std::uint64_t total_bytes) : progress_(&progress) {
        state_.total_bytes = total_bytes;
    }

    void add(const Article& article) { add(1, article.text.size()); }

    void add(std::uint64_t articles, std::uint64_t bytes) {
        state_.articles += articles;
        state_.bytes += bytes;
    }

    void tell() const {
        if (*progress_) {
            (*progress_)(state_);
        }
    }

    void tell_packing() {
        state_.is_packing = true;
        tell();
        state_.is_packing = false;
    }

  private:
    const Progress* progress_;
    ProgressState state_;
};

/// Sizes of the files in bytes, together; those that cannot be read count nothing.
std::uint64_t bytes_of(const std::vector<std::string>& files);

/// The article files below `options.paths`. Finding none is told: a run that read nothing has not
/// done its work, and silence would look like agreement.
std::vector<std::string> files_to_read(const RunOptions& options, Diagnostics& diagnostics);

/// What becomes of articles that are in the index but not in the input.
enum class Absent : std::uint8_t { Keep, Remove };

struct IndexUpdate {
    std::vector<std::string> files;  ///< of list_files
    std::string index_folder;
    std::string rules_hash;
    IngestOptions ingest;
    Shard shard;
    Absent absent = Absent::Keep;
    WritePace pace;
    std::uint32_t threads = 0;  ///< 0: as many as the machine has
    ReadFacts read_facts;
};

struct IndexCounts {
    std::uint64_t added = 0;
    std::uint64_t replaced = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t removed = 0;
    std::uint64_t failed = 0;  ///< files and rows that could not be read

    friend bool operator==(const IndexCounts&, const IndexCounts&) = default;
};

/// True where the article belongs into the shard: XXH3 (64 bits, seed 0) of its id, modulo the
/// number of shards, is the number of the shard less one.
bool is_in(const Shard& shard, std::string_view article_id);

/// Reads the files into the index of the folder, which is built where there is none; unchanged
/// articles are not read for facts. A bad file is a diagnostic. Absent articles stay where any file
/// failed, for it may hold them. Fails with: what IndexWriter and IndexBuild fail with.
Result<IndexCounts> update_index(const IndexUpdate& update, ProgressCount& progress,
                                 Diagnostics& diagnostics);

/// The same for the paths and the index of a run, in memory where none is named; gives what reads
/// the index then. Fails with: Usage (several places), what update_index fails with.
Result<IndexReader> index_and_open(const std::vector<std::string>& files, const RunOptions& options,
                                   const std::string& rules_hash, const FactReader& reader,
                                   ProgressCount& progress, Diagnostics& diagnostics);

/// Reads the facts of each article; result in the order of `articles`.
std::vector<std::vector<Fact>> read_facts(const FactReader& reader,
                                          std::span<const Article> articles, std::uint32_t threads);

}  // namespace atodds
