#include "cli/indexing.hpp"

#include "cli/parallel.hpp"
#include "extract/date_bounds.hpp"
#include "ingest/article_reader.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

namespace atodds {
namespace {

// Articles in memory between reading and indexing. Measured nothing yet: a guess that keeps every
// core busy and a batch of long articles below some hundred megabytes.
constexpr std::size_t kBatchArticles = 256;
constexpr std::size_t kBatchBytes = std::size_t{16} << 20U;

// Collects articles into batches, so that facts can be read by several threads and still reach the
// index in order. The first failure of the index ends the work; what follows is dropped.
class Indexing {
  public:
    Indexing(IndexWriter& writer, const FactReader& reader, std::uint32_t threads,
             ProgressCount& progress)
        : writer_(&writer), reader_(&reader), threads_(threads), progress_(&progress) {}

    void take(Article&& article, Diagnostics& diagnostics) {
        if (!ids_.insert(article.id).second) {
            diagnostics.push_back(
                {Severity::Warning,
                 {ErrorCode::BadFormat,
                  fmt::format("article id \"{}\" was read before; this one is left out",
                              article.id),
                  {article.path, {}},
                  "give each article an id of its own"}});
            return;
        }
        progress_->add(article);
        if (writer_->is_current(article)) {
            return;
        }
        bound_date(article);
        bytes_ += article.text.size();
        batch_.push_back(std::move(article));
        if (batch_.size() >= kBatchArticles || bytes_ >= kBatchBytes) {
            flush();
        }
    }

    Result<Done> finish() {
        flush();
        if (failure_) {
            return *failure_;
        }
        return writer_->commit();
    }

  private:
    void flush() {
        if (!failure_) {
            const std::vector<std::vector<Fact>> facts = read_facts(*reader_, batch_, threads_);
            for (std::size_t i = 0; i < batch_.size() && !failure_; ++i) {
                if (Result<PutOutcome> put = writer_->put(batch_[i], facts[i]); !put) {
                    failure_ = std::move(put.error());
                }
            }
        }
        batch_.clear();
        bytes_ = 0;
        progress_->tell();
    }

    IndexWriter* writer_;
    const FactReader* reader_;
    std::uint32_t threads_;
    ProgressCount* progress_;
    std::set<std::string> ids_;
    std::vector<Article> batch_;
    std::size_t bytes_ = 0;
    std::optional<Error> failure_;
};

}  // namespace

std::uint64_t bytes_of(const std::vector<std::string>& files) {
    std::uint64_t bytes = 0;
    for (const std::string& file : files) {
        std::error_code problem;
        const std::uintmax_t size = std::filesystem::file_size(file, problem);
        bytes += problem ? 0 : size;
    }
    return bytes;
}

std::vector<std::string> files_to_read(const RunOptions& options, Diagnostics& diagnostics) {
    std::vector<std::string> files = list_files(options.paths, options.ingest, diagnostics);
    if (files.empty() && diagnostics.empty() && !options.paths.empty()) {
        diagnostics.push_back({Severity::Error,
                               {ErrorCode::Unreadable,
                                "no articles here",
                                {options.paths.front(), {}},
                                "articles are files that end in .txt, .md or .jsonl"}});
    }
    return files;
}

Result<Done> index_files(const std::vector<std::string>& files, const RunOptions& options,
                         const FactReader& reader, IndexWriter& writer, ProgressCount& progress,
                         Diagnostics& diagnostics) {
    Indexing indexing(writer, reader, options.threads, progress);
    Diagnostics repeated;
    read_articles(
        files, options.ingest,
        [&](Article&& article) { indexing.take(std::move(article), repeated); }, diagnostics);
    diagnostics.insert(diagnostics.end(), repeated.begin(), repeated.end());
    return indexing.finish();
}

std::vector<std::vector<Fact>> read_facts(const FactReader& reader,
                                          const std::vector<Article>& articles,
                                          std::uint32_t threads) {
    std::vector<std::vector<Fact>> facts(articles.size());
    for_each_index(articles.size(), threads,
                   [&](std::size_t i) { facts[i] = reader.read(articles[i]); });
    return facts;
}

}  // namespace atodds
