#include "cli/index_intake.hpp"

#include "index/index_build.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace atodds {
namespace {

/// Each worker fills parts of its own; nobody waits for anybody.
class BuildIntake : public IndexIntake {
  public:
    BuildIntake(std::string folder, IndexBuild build, std::size_t workers)
        : folder_(std::move(folder)), build_(std::move(build)) {
        for (std::size_t i = 0; i < workers; ++i) {
            writers_.push_back(build_.writer());
        }
    }

    Result<Written> put(std::size_t worker, std::uint64_t sequence,
                        PreparedArticle article) override {
        const Written written{1, article.text_bytes()};
        const Result<Done> done = writers_[worker].put(std::move(article), sequence);
        return done ? Result<Written>(written) : done.error();
    }

    Result<Done> finish(const RunEnd& end) override {
        for (PartWriter& writer : writers_) {
            if (const Result<Done> done = writer.close(); !done) {
                return done.error();
            }
        }
        std::vector<std::string> outdated(end.absent.begin(), end.absent.end());
        outdated.insert(outdated.end(), end.replaced.begin(), end.replaced.end());
        return build_.publish(outdated, end.input);
    }

    Result<IndexReader> reader() override { return IndexReader::open({folder_}); }

  private:
    std::string folder_;
    IndexBuild build_;
    std::vector<PartWriter> writers_;
};

/// One writer, articles in the order of the input. Whoever brings the next one writes it and those
/// that wait behind it; the others leave theirs and go on.
class OrderedIntake : public IndexIntake {
  public:
    explicit OrderedIntake(IndexWriter writer) : writer_(std::move(writer)) {}

    Result<Written> put(std::size_t, std::uint64_t sequence, PreparedArticle article) override {
        std::unique_lock lock(mutex_);
        waiting_.emplace(sequence, std::move(article));
        if (is_writing_) {
            return Written{};
        }
        is_writing_ = true;
        const Result<Written> written = write_waiting(lock);
        is_writing_ = false;
        return written;
    }

    Result<Done> finish(const RunEnd& end) override {
        for (const std::string& id : end.absent) {
            if (const Result<bool> removed = writer_.remove(id); !removed) {
                return removed.error();
            }
        }
        return writer_.commit_all_of(end.input);
    }

    Result<IndexReader> reader() override { return IndexReader::open(writer_); }

  private:
    /// Requires: `lock` is held; it is let go of while the database is written.
    Result<Written> write_waiting(std::unique_lock<std::mutex>& lock) {
        Written written;
        for (auto next = waiting_.find(next_); next != waiting_.end();
             next = waiting_.find(next_)) {
            PreparedArticle article = std::move(next->second);
            waiting_.erase(next);
            ++next_;
            lock.unlock();
            written.articles += 1;
            written.bytes += article.text_bytes();
            const Result<PutOutcome> outcome = writer_.put(std::move(article));
            lock.lock();
            if (!outcome) {
                return outcome.error();
            }
        }
        return written;
    }

    IndexWriter writer_;
    std::mutex mutex_;
    std::map<std::uint64_t, PreparedArticle> waiting_;
    std::uint64_t next_ = 0;  ///< the article to write next
    bool is_writing_ = false;
};

Result<OpenedIntake> open_build(const IntakeOptions& options, IndexBuild build) {
    Result<KnownArticles> known = KnownArticles::open(build.kept_parts(), options.rules_hash);
    if (!known) {
        return known.error();
    }
    return OpenedIntake{
        std::make_unique<BuildIntake>(options.folder, std::move(build), options.workers),
        std::move(*known)};
}

}  // namespace

Result<OpenedIntake> open_intake(const IntakeOptions& options) {
    const std::string& folder = options.folder;
    if (!folder.empty() && IndexBuild::is_wanted(folder)) {
        Result<std::optional<IndexBuild>> build =
            IndexBuild::open(folder, options.rules_hash, options.pace);
        if (!build) {
            return build.error();
        }
        if (*build) {
            return open_build(options, std::move(**build));
        }
    }
    Result<IndexWriter> writer = IndexWriter::open(folder, options.rules_hash, options.pace);
    if (!writer) {
        return writer.error();
    }
    Result<KnownArticles> known =
        folder.empty() ? KnownArticles() : KnownArticles::open({folder}, options.rules_hash);
    if (!known) {
        return known.error();
    }
    return OpenedIntake{std::make_unique<OrderedIntake>(std::move(*writer)), std::move(*known)};
}

}  // namespace atodds
