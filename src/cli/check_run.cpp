#include "cli/check_run.hpp"

#include "cli/stages.hpp"
#include "extract/date_bounds.hpp"
#include "text/sketch.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace atodds {
namespace {

// A key that more articles share than this says nothing about any one of them; a guess.
constexpr std::uint32_t kMostFactsPerKey = 1000;

// Articles of the index that one new article is compared with by its words; as many as in a report.
constexpr std::uint32_t kMostCopiedArticles = 16;

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

// Facts of the index that share a key with `own`, articles of the same id left out: a new version
// of an article is not compared with its old one.
Result<Done> load_related(const IndexReader& index, const std::set<std::string>& own_ids,
                          CheckedFacts& checked) {
    std::set<std::string> keys;
    std::set<std::string> fact_ids;
    for (const Fact& fact : checked.facts) {
        // What another index gave already is no reason to look further.
        if (own_ids.contains(fact.article)) {
            const std::vector<std::string> terms = key_terms(fact);
            keys.insert(terms.begin(), terms.end());
        }
        fact_ids.insert(fact.id);
    }
    std::set<std::string> known_articles = ids_of(checked.articles);
    std::set<std::string> article_ids;
    for (const std::string& key : keys) {
        Result<std::vector<Fact>> shared = index.facts_of(key, kMostFactsPerKey);
        if (!shared) {
            return shared.error();
        }
        for (Fact& fact : *shared) {
            if (!known_articles.contains(fact.article) && fact_ids.insert(fact.id).second) {
                article_ids.insert(fact.article);
                checked.facts.push_back(std::move(fact));
            }
        }
    }
    // What the new articles copy is their origin, though they may share no fact with it.
    for (const Article& article : checked.articles) {
        if (!own_ids.contains(article.id)) {
            continue;
        }
        Result<std::vector<std::string>> shared =
            index.articles_sharing(sampled_hashes(sketch_of(article)), kMostCopiedArticles);
        if (!shared) {
            return shared.error();
        }
        std::ranges::copy_if(*shared, std::inserter(article_ids, article_ids.end()),
                             [&](const std::string& id) { return !known_articles.contains(id); });
    }
    for (const std::string& id : article_ids) {
        Result<StoredArticle> stored = index.article(id);
        if (!stored) {
            return stored.error();
        }
        checked.articles.push_back(std::move(stored->article));
    }
    return Done{};
}

void keep_findings_of(const std::set<std::string>& own_ids, std::vector<Finding>& findings) {
    std::erase_if(findings, [&](const Finding& finding) {
        return std::none_of(finding.sides.begin(), finding.sides.end(), [&](const Side& side) {
            return std::any_of(side.articles.begin(), side.articles.end(),
                               [&](const std::string& id) { return own_ids.contains(id); });
        });
    });
}

// What other rules read from the published articles may not meet what these rules read from the
// new one, so an index without findings would prove nothing.
void note_other_rules(const IndexReader& index, const RuleSet& rules, const std::string& folder,
                      Diagnostics& diagnostics) {
    const Result<std::string> hash = index.rules_hash();
    if (hash && *hash != rules.content_hash) {
        diagnostics.push_back({Severity::Error,
                               {ErrorCode::IndexOutdated,
                                "the index was built with other rules than those of this run",
                                {folder, std::nullopt},
                                "build it again with `atodds index`, or name its rules"}});
    }
}

}  // namespace

Result<Report> check_articles(const RuleSet& rules, const RunOptions& options,
                              const CheckFiles& files, const Progress& progress) {
    const Stages stages(rules, options.tiers);
    ProgressCount count(progress, bytes_of(files.checked) + bytes_of(files.others));
    Diagnostics diagnostics = files.diagnostics;
    CheckedFacts checked =
        read_checked(files.checked, options, stages.reader(), count, diagnostics);
    const std::set<std::string> own_ids = ids_of(checked.articles);
    if (!options.index_folder.empty()) {
        Result<IndexReader> index = IndexReader::open({options.index_folder});
        if (index) {
            note_other_rules(*index, rules, options.index_folder, diagnostics);
        }
        Result<Done> loaded = index ? load_related(*index, own_ids, checked) : index.error();
        if (!loaded) {
            return loaded.error();
        }
    }
    // The other files are in no index: they go into one in memory.
    if (!files.others.empty() && !own_ids.empty()) {
        RunOptions in_memory = options;
        in_memory.index_folder.clear();
        Result<IndexReader> index = index_and_open(files.others, in_memory, rules.content_hash,
                                                   stages.reader(), count, diagnostics);
        Result<Done> loaded = index ? load_related(*index, own_ids, checked) : index.error();
        if (!loaded) {
            return loaded.error();
        }
    }
    Report report = stages.compare(std::move(checked.articles), std::move(checked.facts));
    keep_findings_of(own_ids, report.findings);
    keep_findings_of(own_ids, report.agreements);
    report.checked.assign(own_ids.begin(), own_ids.end());
    report.diagnostics = std::move(diagnostics);
    return report;
}

}  // namespace atodds
