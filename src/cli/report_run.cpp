#include "cli/report_run.hpp"

#include "cli/grouped_report.hpp"
#include "cli/index_places.hpp"
#include "cli/stages.hpp"
#include "extract/date_bounds.hpp"
#include "ingest/article_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
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
        return report_by_groups(stages, index, options.threads, progress);
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

// Without an index everything is in memory: each article is read once.
Report report_in_memory(const Stages& stages, const RunOptions& options,
                        const std::vector<std::string>& files, ProgressCount& progress,
                        Diagnostics& diagnostics) {
    constexpr std::size_t kBatch = 256;  // articles between two lines of progress; a guess
    std::vector<Article> articles;
    std::vector<Fact> facts;
    std::vector<Article> batch;
    const auto flush = [&] {
        std::ranges::move(facts_in(stages.reader(), batch, options.threads),
                          std::back_inserter(facts));
        std::ranges::for_each(batch, [&](const Article& article) { progress.add(article); });
        std::ranges::move(batch, std::back_inserter(articles));
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
    return stages.compare(std::move(articles), std::move(facts));
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
        Report report = report_in_memory(stages, options, files, count, diagnostics);
        report.diagnostics = std::move(diagnostics);
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
