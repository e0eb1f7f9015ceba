#include "cli/index_command.hpp"

#include "extract/date_bounds.hpp"
#include "index/fact_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace atodds {
namespace {

/// One run over the files; after the first failure of the index the other articles are passed over.
class Update {
  public:
    Update(const IndexUpdate& update, IndexWriter& writer) : update_(update), writer_(writer) {}

    void take(const Article& article) {
        if (failure_) {
            return;
        }
        seen_.insert(article.id);
        if (writer_.is_current(article)) {
            ++counts_.unchanged;
        } else {
            put(article);
        }
        if (update_.progress) {
            update_.progress(seen_.size());
        }
    }

    /// Drops what is in the index and was not seen.
    void remove_absent() {
        const Result<IndexReader> reader = IndexReader::open(writer_);
        if (!reader) {
            failure_ = reader.error();
            return;
        }
        const Result<std::vector<std::string>> ids = reader->article_ids();
        if (!ids) {
            failure_ = ids.error();
            return;
        }
        for (const std::string& id : *ids) {
            if (!seen_.contains(id) && !failure_) {
                count_removed(writer_.remove(id));
            }
        }
    }

    Result<IndexCounts> finish() {
        if (failure_) {
            return *failure_;
        }
        if (const Result<Done> done = writer_.commit(); !done) {
            return done.error();
        }
        return counts_;
    }

    bool has_failed() const { return failure_.has_value(); }

    void count_failed(std::uint64_t failed) { counts_.failed = failed; }

  private:
    void put(const Article& article) {
        Article bounded = article;
        bound_date(bounded);
        const Result<PutOutcome> outcome = writer_.put(bounded, update_.read_facts(bounded));
        if (!outcome) {
            failure_ = outcome.error();
            return;
        }
        switch (*outcome) {
            case PutOutcome::Added:
                ++counts_.added;
                break;
            case PutOutcome::Replaced:
                ++counts_.replaced;
                break;
            case PutOutcome::Unchanged:
                ++counts_.unchanged;
                break;
        }
    }

    void count_removed(const Result<bool>& removed) {
        if (!removed) {
            failure_ = removed.error();
        } else if (*removed) {
            ++counts_.removed;
        }
    }

    const IndexUpdate& update_;
    IndexWriter& writer_;
    std::set<std::string> seen_;
    IndexCounts counts_;
    std::optional<Error> failure_;
};

std::uint64_t count_errors(const Diagnostics& diagnostics) {
    return static_cast<std::uint64_t>(
        std::ranges::count(diagnostics, Severity::Error, &Diagnostic::severity));
}

}  // namespace

Result<IndexCounts> update_index(const IndexUpdate& update, Diagnostics& diagnostics) {
    Result<IndexWriter> writer = IndexWriter::open(update.index_folder, update.rules_hash);
    if (!writer) {
        return writer.error();
    }
    const std::uint64_t errors_before = count_errors(diagnostics);
    Update run(update, *writer);
    const std::vector<std::string> files = list_files(update.paths, update.ingest, diagnostics);
    read_articles(
        files, update.ingest, [&run](Article&& article) { run.take(article); }, diagnostics);
    const std::uint64_t failed = count_errors(diagnostics) - errors_before;
    run.count_failed(failed);
    if (update.absent == Absent::Remove && failed == 0 && !run.has_failed()) {
        // The reader sees what is committed: an index on disk needs that first.
        if (const Result<Done> done = writer->commit(); !done) {
            return done.error();
        }
        run.remove_absent();
    }
    return run.finish();
}

std::string to_text(const IndexCounts& counts) {
    return fmt::format("{} articles added, {} replaced, {} unchanged, {} removed, {} failed\n",
                       counts.added, counts.replaced, counts.unchanged, counts.removed,
                       counts.failed);
}

Result<std::string> describe_index(const std::vector<std::string>& places) {
    const Result<IndexReader> reader = IndexReader::open(places);
    if (!reader) {
        return reader.error();
    }
    const Result<IndexStats> stats = reader->stats();
    if (!stats) {
        return stats.error();
    }
    return fmt::format("articles    {}\nfacts       {}\nfact keys   {}\ntext bytes  {}\n",
                       stats->articles, stats->facts, stats->keys, stats->text_bytes);
}

}  // namespace atodds
