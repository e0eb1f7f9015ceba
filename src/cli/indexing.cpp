#include "cli/indexing.hpp"

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "cli/index_intake.hpp"
#include "cli/index_places.hpp"
#include "cli/input_record.hpp"
#include "index/known_articles.hpp"
#include "ingest/article_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <optional>
#include <system_error>
#include <thread>
#include <unordered_set>
#include <utility>

namespace atodds {
namespace {

std::size_t workers_of(std::uint32_t threads) {
    return threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : threads;
}

IntakeOptions options_of(const IndexUpdate& update) {
    return {update.index_folder, update.rules_hash, workers_of(update.threads), update.pace};
}

/// Cuts the articles into batches, smaller ones where they are so few that a worker would go idle.
std::vector<std::span<const Article>> batches_of(std::span<const Article> articles,
                                                 std::size_t workers) {
    constexpr std::size_t kBatchesOfWorker = 8;  // guessed
    std::size_t bytes = 0;
    for (const Article& article : articles) {
        bytes += article.text.size();
    }
    if (workers > 1) {
        bytes /= kBatchesOfWorker * workers;
    }
    bytes = std::clamp<std::size_t>(bytes, 1, kBatchBytes);
    std::vector<std::span<const Article>> batches;
    while (!articles.empty()) {
        batches.push_back(articles.first(batch_size(articles, bytes)));
        articles = articles.subspan(batches.back().size());
    }
    return batches;
}

std::uint64_t count_errors(const Diagnostics& diagnostics) {
    return static_cast<std::uint64_t>(
        std::ranges::count(diagnostics, Severity::Error, &Diagnostic::severity));
}

/// One run over the files. After the first failure of the index the other articles are passed over.
class Indexing {
  public:
    Indexing(const IndexUpdate& update, OpenedIntake& opened, ProgressCount& progress)
        : update_(update),
          opened_(opened),
          progress_(progress),
          pipeline_(update.read_facts, update.rules_hash, workers_of(update.threads),
                    *opened.intake) {}

    void take(Article&& article) {
        if (failure_) {
            return;
        }
        if (!is_in(update_.shard, article.id)) {
            pass_over(article);
            return;
        }
        if (update_.absent == Absent::Remove) {
            seen_.insert(hash_hex(article.id));
        }
        const Result<Known> known = opened_.known.look_up(article);
        if (!known) {
            failure_ = known.error();
            return;
        }
        if (*known == Known::Current) {
            ++counts_.unchanged;
            pass_over(article);
            return;
        }
        if (*known == Known::Stale) {
            replaced_.push_back(article.id);
        }
        ++(*known == Known::Stale ? counts_.replaced : counts_.added);
        pipeline_.push(std::move(article));
        note(pipeline_.written());
    }

    /// `input_hash` is empty where the next run has to look at every article again.
    Result<IndexCounts> finish(std::uint64_t failed, const std::string& input_hash) {
        counts_.failed = failed;
        if (const Result<Done> done = drain(); !done) {
            return done.error();
        }
        Result<std::vector<std::string>> absent = absent_ids();
        if (!absent) {
            return absent.error();
        }
        counts_.removed = absent->size();
        progress_.tell_packing();
        const std::uint64_t met = counts_.added + counts_.replaced + counts_.unchanged;
        const std::string record = input_hash.empty() ? "" : input_record(input_hash, met);
        const Result<Done> done = opened_.intake->finish({*absent, replaced_, record});
        return done ? Result<IndexCounts>(counts_) : done.error();
    }

  private:
    void pass_over(const Article& article) {
        progress_.add(article);
        progress_.tell();
    }

    void note(const Written& written) {
        if (written != noted_) {
            progress_.add(written.articles - noted_.articles, written.bytes - noted_.bytes);
            progress_.tell();
            noted_ = written;
        }
    }

    Result<Done> drain() {
        for (Written before = noted_, now = pipeline_.wait_for_more(noted_); now != before;
             before = now, now = pipeline_.wait_for_more(now)) {
            note(now);
        }
        const Result<Done> done = pipeline_.finish();
        return failure_ ? Result<Done>(*failure_) : done;
    }

    Result<std::vector<std::string>> absent_ids() const {
        if (update_.absent == Absent::Keep || counts_.failed > 0) {
            return std::vector<std::string>{};
        }
        Result<std::vector<std::string>> ids = opened_.known.ids();
        if (ids) {
            std::erase_if(*ids,
                          [this](const std::string& id) { return seen_.contains(hash_hex(id)); });
        }
        return ids;
    }

    const IndexUpdate& update_;
    OpenedIntake& opened_;
    ProgressCount& progress_;
    Written noted_;
    IndexCounts counts_;
    std::unordered_set<std::string> seen_;  ///< hashes of ids
    std::vector<std::string> replaced_;     ///< ids
    std::optional<Error> failure_;
    ArticlePipeline pipeline_;  ///< last: its threads end before the rest goes
};

/// What an index of the same input says without reading it again; nothing where there is something
/// to do.
std::optional<IndexCounts> counts_if_same(const KnownArticles& known, const std::string& hash) {
    const Result<std::string> record = known.input();
    const auto articles = record ? articles_of_record(*record, hash) : std::nullopt;
    return articles ? std::optional(IndexCounts{.unchanged = *articles}) : std::nullopt;
}

Result<IndexCounts> update_through(const IndexUpdate& update, OpenedIntake& opened,
                                   ProgressCount& progress, Diagnostics& diagnostics) {
    std::string hash;
    if (!update.index_folder.empty()) {
        hash = input_hash(update).value_or("");
        if (const std::optional<IndexCounts> same = counts_if_same(opened.known, hash)) {
            return *same;
        }
    }
    const std::size_t told_before = diagnostics.size();
    const std::uint64_t errors_before = count_errors(diagnostics);
    Indexing indexing(update, opened, progress);
    read_articles(
        update.files, update.ingest,
        [&indexing](Article&& article) { indexing.take(std::move(article)); }, diagnostics);
    // What was told of this input has to be told again.
    const bool is_clean = diagnostics.size() == told_before;
    return indexing.finish(count_errors(diagnostics) - errors_before, is_clean ? hash : "");
}

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

bool is_in(const Shard& shard, std::string_view article_id) {
    return shard.count <= 1 || hash_bytes(article_id) % shard.count == shard.number - 1;
}

Result<IndexCounts> update_index(const IndexUpdate& update, ProgressCount& progress,
                                 Diagnostics& diagnostics) {
    Result<OpenedIntake> opened = open_intake(options_of(update));
    return opened ? update_through(update, *opened, progress, diagnostics) : opened.error();
}

Result<IndexReader> index_and_open(const std::vector<std::string>& files, const RunOptions& options,
                                   const std::string& rules_hash, const FactReader& reader,
                                   ProgressCount& progress, Diagnostics& diagnostics) {
    Result<std::string> folder = folder_to_write(options.index_places);
    if (!folder) {
        return folder.error();
    }
    IndexUpdate update;
    update.files = files;
    update.index_folder = std::move(*folder);
    update.rules_hash = rules_hash;
    update.ingest = options.ingest;
    update.threads = options.threads;
    update.read_facts = [&reader](std::span<const Article> batch) { return reader.read(batch); };
    Result<OpenedIntake> opened = open_intake(options_of(update));
    if (!opened) {
        return opened.error();
    }
    const Result<IndexCounts> counts = update_through(update, *opened, progress, diagnostics);
    return counts ? opened->intake->reader() : counts.error();
}

std::vector<std::vector<Fact>> read_facts(const FactReader& reader,
                                          std::span<const Article> articles,
                                          std::uint32_t threads) {
    const std::vector<std::span<const Article>> batches = batches_of(articles, workers_of(threads));
    std::vector<std::vector<std::vector<Fact>>> read(batches.size());
    for_each_index(batches.size(), threads,
                   [&](std::size_t i) { read[i] = reader.read(batches[i]); });
    std::vector<std::vector<Fact>> facts;
    for (std::vector<std::vector<Fact>>& batch : read) {
        std::ranges::move(batch, std::back_inserter(facts));
    }
    return facts;
}

}  // namespace atodds
