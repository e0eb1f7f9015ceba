#include "cli/report_run.hpp"

#include "cli/index_places.hpp"
#include "cli/stages.hpp"

#include <iterator>
#include <utility>

namespace atodds {
namespace {

Result<Done> load_all(const IndexReader& index, std::vector<Article>& articles,
                      std::vector<Fact>& facts) {
    Result<std::vector<std::string>> ids = index.article_ids();
    if (!ids) {
        return ids.error();
    }
    for (const std::string& id : *ids) {
        Result<StoredArticle> stored = index.article(id);
        if (!stored) {
            return stored.error();
        }
        articles.push_back(std::move(stored->article));
        std::move(stored->facts.begin(), stored->facts.end(), std::back_inserter(facts));
    }
    return Done{};
}

Result<Report> report_on_index(const IndexReader& index, const Stages& stages,
                               Diagnostics diagnostics) {
    std::vector<Article> articles;
    std::vector<Fact> facts;
    if (Result<Done> loaded = load_all(index, articles, facts); !loaded) {
        return loaded.error();
    }
    Report report = stages.compare(std::move(articles), std::move(facts));
    report.diagnostics = std::move(diagnostics);
    return report;
}

// The articles of the places as they are; nothing is written.
Result<Report> report_on_places(const RuleSet& rules, const RunOptions& options) {
    Result<IndexReader> index = IndexReader::open(options.index_places);
    if (!index) {
        return index.error();
    }
    Diagnostics diagnostics;
    note_other_rules(*index, rules.content_hash, diagnostics);
    return report_on_index(*index, Stages(rules, options.tiers), std::move(diagnostics));
}

}  // namespace

Result<Report> report_on_paths(const RuleSet& rules, const RunOptions& options,
                               const Progress& progress) {
    if (options.paths.empty() && !options.index_places.empty()) {
        return report_on_places(rules, options);
    }
    const Result<std::string> folder = folder_to_write(options.index_places);
    if (!folder) {
        return folder.error();
    }
    Result<IndexWriter> writer = IndexWriter::open(*folder, rules.content_hash);
    if (!writer) {
        return writer.error();
    }
    const Stages stages(rules, options.tiers);
    Diagnostics diagnostics;
    const std::vector<std::string> files = files_to_read(options, diagnostics);
    ProgressCount count(progress, bytes_of(files));
    if (Result<Done> indexed =
            index_files(files, options, stages.reader(), *writer, count, diagnostics);
        !indexed) {
        return indexed.error();
    }
    Result<IndexReader> index = IndexReader::open(*writer);
    if (!index) {
        return index.error();
    }
    return report_on_index(*index, stages, std::move(diagnostics));
}

}  // namespace atodds
