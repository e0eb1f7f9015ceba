#pragma once
// Files -> articles -> facts -> index. Reading facts is spread over threads; the order in which
// articles reach the index, and so every byte of a report, does not depend on how many.

#include "base/error.hpp"
#include "base/result.hpp"
#include "cli/options.hpp"
#include "extract/fact_reader.hpp"
#include "index/fact_index.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace atodds {

/// How far a run is. Bytes tell how long it will take: articles differ in size.
struct ProgressState {
    std::uint64_t articles = 0;     ///< read so far
    std::uint64_t bytes = 0;        ///< of these
    std::uint64_t total_bytes = 0;  ///< of all files; 0: not known, as for standard input
};

/// Called after each batch.
using Progress = std::function<void(const ProgressState& state)>;

/// Counts what was read and tells it to whoever asked.
class ProgressCount {
  public:
    ProgressCount(const Progress& progress, std::uint64_t total_bytes) : progress_(&progress) {
        state_.total_bytes = total_bytes;
    }

    void add(const Article& article) {
        state_.articles += 1;
        state_.bytes += article.text.size();
    }

    void tell() const {
        if (*progress_) {
            (*progress_)(state_);
        }
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

/// Reads the files into the index; what is in it unchanged is not read for facts again.
/// Fails with: what IndexWriter fails with.
Result<Done> index_files(const std::vector<std::string>& files, const RunOptions& options,
                         const FactReader& reader, IndexWriter& writer, ProgressCount& progress,
                         Diagnostics& diagnostics);

/// Reads the facts of each article; result in the order of `articles`.
std::vector<std::vector<Fact>> read_facts(const FactReader& reader,
                                          const std::vector<Article>& articles,
                                          std::uint32_t threads);

}  // namespace atodds
