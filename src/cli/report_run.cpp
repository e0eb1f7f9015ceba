#include "cli/report_run.hpp"

#include "cli/grouped_report.hpp"
#include "cli/index_places.hpp"
#include "cli/selection.hpp"
#include "cli/stages.hpp"
#include "extract/date_bounds.hpp"
#include "ingest/article_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace atodds {
namespace {

// The articles of an index, all of them.
Result<std::vector<Article>> load_all(const IndexReader& index) {
    Result<std::vector<std::string>> ids = index.article_ids();
    if (!ids) {
        return ids.error();
    }
    std::vector<Article> articles;
    for (const std::string& id : *ids) {
        Result<Article> article = index.article(id);
        if (!article) {
            return article.error();
        }
        articles.push_back(std::move(*article));
    }
    return articles;
}

std::vector<Fact> facts_in(const FactReader& reader, const std::vector<Article>& articles,
                           std::uint32_t threads) {
    std::vector<Fact> facts;
    for (std::vector<Fact>& read : read_facts(reader, articles, threads)) {
        std::ranges::move(read, std::back_inserter(facts));
    }
    return facts;
}

Result<Report> report_on_index(const Stages& stages, const RunOptions& options,
                               const IndexReader& index, const Progress& progress) {
    const Result<std::uint32_t> count = index.article_count();
    if (!count) {
        return count.error();
    }
    if (*count > kMostWholeArticles) {
        // What is not selected must not take the room of what is.
        const auto keep = [&](Report& report) { keep_selected(options, report); };
        return report_by_groups(stages, index, {options.threads, options.most_findings, keep},
                                progress);
    }
    Result<std::vector<Article>> articles = load_all(index);
    if (!articles) {
        return articles.error();
    }
    std::vector<Fact> facts = facts_in(stages.reader(), *articles, options.threads);
    return stages.compare(std::move(*articles), std::move(facts));
}

// The articles of the places as they are; nothing is written.
Result<Report> report_on_places(const RuleSet& rules, const RunOptions& options,
                                const Progress& progress) {
    const Result<IndexReader> index = IndexReader::open(options.index_places);
    if (!index) {
        return index.error();
    }
    const Stages stages(rules, options.tiers);
    Result<Report> report = report_on_index(stages, options, *index, progress);
    if (report) {
        note_other_rules(*index, rules.content_hash, report->diagnostics);
    }
    return report;
}

// Articles of a run without an index: all with their facts while they are few, else an index in
// memory, which is compared story by story as one on disk is.
class ArticlesInMemory {
  public:
    ArticlesInMemory(const FactReader& reader, const RunOptions& options, std::string rules_hash)
        : reader_(&reader), options_(&options), rules_hash_(std::move(rules_hash)) {}

    Result<Done> add(std::vector<Article> articles) {
        for (std::vector<Fact>& read : read_facts(*reader_, articles, options_->threads)) {
            facts_.push_back(std::move(read));
        }
        std::ranges::move(articles, std::back_inserter(articles_));
        return articles_.size() > kMostWholeArticles || writer_ ? move_to_index() : Done{};
    }

    Result<Report> report(const Stages& stages, const Progress& progress) {
        if (writer_) {
            Result<Done> committed = writer_->commit();
            const Result<IndexReader> index =
                committed ? IndexReader::open(*writer_) : committed.error();
            return index ? report_on_index(stages, *options_, *index, progress) : index.error();
        }
        std::vector<Fact> facts;
        for (std::vector<Fact>& read : facts_) {
            std::ranges::move(read, std::back_inserter(facts));
        }
        return stages.compare(std::move(articles_), std::move(facts));
    }

  private:
    Result<Done> move_to_index() {
        if (!writer_) {
            Result<IndexWriter> writer = IndexWriter::open("", rules_hash_);
            if (!writer) {
                return writer.error();
            }
            writer_.emplace(std::move(*writer));
        }
        for (std::size_t i = 0; i < articles_.size(); ++i) {
            if (Result<PutOutcome> put = writer_->put(articles_[i], facts_[i]); !put) {
                return put.error();
            }
        }
        articles_.clear();
        facts_.clear();
        return Done{};
    }

    const FactReader* reader_;
    const RunOptions* options_;
    std::string rules_hash_;
    std::vector<Article> articles_;
    std::vector<std::vector<Fact>> facts_;  ///< by article
    std::optional<IndexWriter> writer_;
};

// Each article is read once.
Result<Report> report_in_memory(const Stages& stages, const RunOptions& options,
                                const std::string& rules_hash,
                                const std::vector<std::string>& files, ProgressCount& progress,
                                const Progress& tell, Diagnostics& diagnostics) {
    constexpr std::size_t kBatch = 256;  // articles between two lines of progress; a guess
    ArticlesInMemory all(stages.reader(), options, rules_hash);
    std::vector<Article> batch;
    Result<Done> added = Done{};
    const auto flush = [&] {
        std::ranges::for_each(batch, [&](const Article& article) { progress.add(article); });
        added = added ? all.add(std::move(batch)) : added;
        batch.clear();
        progress.tell();
    };
    read_articles(
        files, options.ingest,
        [&](Article&& article) {
            bound_date(article);
            batch.push_back(std::move(article));
            if (batch.size() == kBatch) {
                flush();
            }
        },
        diagnostics);
    flush();
    return added ? all.report(stages, tell) : added.error();
}

}  // namespace

Result<Report> report_on_paths(const RuleSet& rules, const RunOptions& options,
                               const Progress& progress) {
    if (options.paths.empty() && !options.index_places.empty()) {
        return report_on_places(rules, options, progress);
    }
    const Stages stages(rules, options.tiers);
    Diagnostics diagnostics;
    const std::vector<std::string> files = files_to_read(options, diagnostics);
    ProgressCount count(progress, bytes_of(files));
    if (options.index_places.empty()) {
        Result<Report> report = report_in_memory(stages, options, rules.content_hash, files, count,
                                                 progress, diagnostics);
        if (report) {
            report->diagnostics = std::move(diagnostics);
        }
        return report;
    }
    Result<IndexReader> index =
        index_and_open(files, options, rules.content_hash, stages.reader(), count, diagnostics);
    if (!index) {
        return index.error();
    }
    Result<Report> report = report_on_index(stages, options, *index, progress);
    if (report) {
        report->diagnostics = std::move(diagnostics);
    }
    return report;
}

}  // namespace atodds
