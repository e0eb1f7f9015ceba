#include "cli/report_run.hpp"

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
}  // namespace

Result<Report> report_on_paths(const RuleSet& rules, const RunOptions& options,
                               const Progress& progress) {
    const Stages stages(rules, options.tiers);
    Diagnostics diagnostics;
    const std::vector<std::string> files = files_to_read(options, diagnostics);
    ProgressCount count(progress, bytes_of(files));
    Result<IndexReader> index =
        index_and_open(files, options, rules.content_hash, stages.reader(), count, diagnostics);
    if (!index) {
        return index.error();
    }
    std::vector<Article> articles;
    std::vector<Fact> facts;
    if (Result<Done> loaded = load_all(*index, articles, facts); !loaded) {
        return loaded.error();
    }
    Report report = stages.compare(std::move(articles), std::move(facts));
    report.diagnostics = std::move(diagnostics);
    return report;
}

}  // namespace atodds
