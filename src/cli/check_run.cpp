#include "cli/check_run.hpp"

#include "cli/index_places.hpp"
#include "extract/date_bounds.hpp"
#include "retrieve/related.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace atodds {
namespace {

// Articles of an index that one new article is compared with at most: reading their facts again is
// most of what a check costs. Of 46 conflicts planted among 100,000 articles all stood among the
// first five; the rest is room for stories that very many tell.
constexpr std::size_t kMostRelated = 24;

struct CheckedFacts {
    std::vector<Article> articles;
    std::vector<Fact> facts;
};

CheckedFacts read_checked(const std::vector<std::string>& files, const RunOptions& options,
                          const FactReader& reader, ProgressCount& progress,
                          Diagnostics& diagnostics) {
    CheckedFacts checked;
    read_articles(
        files, options.ingest,
        [&](Article&& article) {
            bound_date(article);
            checked.articles.push_back(std::move(article));
        },
        diagnostics);
    for (std::vector<Fact>& read : read_facts(reader, checked.articles, options.threads)) {
        std::move(read.begin(), read.end(), std::back_inserter(checked.facts));
    }
    for (const Article& article : checked.articles) {
        progress.add(article);
    }
    progress.tell();
    return checked;
}

std::set<std::string> ids_of(const std::vector<Article>& articles) {
    std::set<std::string> ids;
    for (const Article& article : articles) {
        ids.insert(article.id);
    }
    return ids;
}

// Which articles of the index the checked ones are compared with, those of the same id left out: a
// new version of an article is not compared with its old one.
Result<Done> find_related(const IndexReader& index, const CheckedFacts& checked,
                          const std::set<std::string>& own_ids, std::set<std::string>& wanted,
                          std::uint64_t& left_out) {
    for (const Article& article : checked.articles) {
        // What another index gave already is no reason to look further.
        if (!own_ids.contains(article.id)) {
            continue;
        }
        const auto [first, last] =
            std::ranges::equal_range(checked.facts, article.id, {}, &Fact::article);
        Result<RelatedArticles> related =
            related_articles(index, article, {first, last}, kMostRelated);
        if (!related) {
            return related.error();
        }
        left_out += related->left_out;
        std::ranges::copy_if(related->ids, std::inserter(wanted, wanted.end()),
                             [&](const std::string& id) { return !own_ids.contains(id); });
    }
    return Done{};
}

// Adds the articles of the index that are worth comparing with the checked ones, with their facts.
Result<Done> load_related(const IndexReader& index, const FactReader& reader, std::uint32_t threads,
                          const std::set<std::string>& own_ids, CheckedFacts& checked,
                          Coverage& coverage) {
    std::ranges::stable_sort(checked.facts, {}, &Fact::article);
    std::set<std::string> wanted;
    if (Result<Done> found = find_related(index, checked, own_ids, wanted, coverage.left_out);
        !found) {
        return found.error();
    }
    for (const Article& article : checked.articles) {
        wanted.erase(article.id);
    }
    std::vector<Article> articles;
    for (const std::string& id : wanted) {
        Result<Article> article = index.article(id);
        if (!article) {
            return article.error();
        }
        articles.push_back(std::move(*article));
    }
    for (std::vector<Fact>& read : read_facts(reader, articles, threads)) {
        std::ranges::move(read, std::back_inserter(checked.facts));
    }
    std::ranges::move(articles, std::back_inserter(checked.articles));
    return Done{};
}

}  // namespace

Result<Report> check_articles(const Stages& stages, const RunOptions& options,
                              const CheckFiles& files, const Progress& progress) {
    const std::string& rules_hash = stages.rules().content_hash;
    ProgressCount count(progress, bytes_of(files.checked) + bytes_of(files.others));
    Diagnostics diagnostics = files.diagnostics;
    CheckedFacts checked =
        read_checked(files.checked, options, stages.reader(), count, diagnostics);
    const std::set<std::string> own_ids = ids_of(checked.articles);
    Coverage coverage;
    if (!options.index_places.empty()) {
        Result<IndexReader> index = IndexReader::open(options.index_places);
        if (index) {
            note_other_rules(*index, rules_hash, diagnostics);
        }
        Result<Done> loaded = index ? load_related(*index, stages.reader(), options.threads,
                                                   own_ids, checked, coverage)
                                    : index.error();
        if (!loaded) {
            return loaded.error();
        }
    }
    // The other files are in no index: they go into one in memory.
    if (!files.others.empty() && !own_ids.empty()) {
        RunOptions in_memory = options;
        in_memory.index_places.clear();
        Result<IndexReader> index = index_and_open(files.others, in_memory, rules_hash,
                                                   stages.reader(), count, diagnostics);
        Result<Done> loaded = index ? load_related(*index, stages.reader(), options.threads,
                                                   own_ids, checked, coverage)
                                    : index.error();
        if (!loaded) {
            return loaded.error();
        }
    }
    Report report =
        stages.compare_of(own_ids, std::move(checked.articles), std::move(checked.facts));
    report.checked.assign(own_ids.begin(), own_ids.end());
    report.coverage = coverage;
    report.diagnostics = std::move(diagnostics);
    return report;
}

}  // namespace atodds
