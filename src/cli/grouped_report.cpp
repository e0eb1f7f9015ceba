#include "cli/grouped_report.hpp"

#include "base/hash.hpp"
#include "cli/arrange.hpp"
#include "cli/parallel.hpp"
#include "retrieve/article_groups.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace atodds {
namespace {

/// Articles whose facts are in memory at a time: some forty kilobytes each.
constexpr std::size_t kMostInBatch = 1024;

struct ReadArticle {
    Article article;
    std::vector<Fact> facts;
};

std::set<std::string> articles_of(const Finding& finding) {
    std::set<std::string> ids;
    for (const Side& side : finding.sides) {
        ids.insert(side.articles.begin(), side.articles.end());
    }
    return ids;
}

/// What a group was made for: of a group of keys, findings with a fact that holds one of them.
void keep_what_is_meant(const std::vector<std::string>& keys, Report& report) {
    if (keys.empty()) {
        return;
    }
    std::unordered_set<std::string_view> meant;
    for (const Fact& fact : report.facts) {
        const bool holds_key = std::ranges::any_of(stored_keys(fact), [&](const std::string& key) {
            return std::ranges::find(keys, key.substr(0, kKeyHashSize)) != keys.end();
        });
        if (holds_key) {
            meant.insert(fact.id);
        }
    }
    std::erase_if(report.findings, [&](const Finding& finding) {
        return std::ranges::none_of(finding.sides, [&](const Side& side) {
            return std::ranges::any_of(
                side.facts, [&](const std::string& fact) { return meant.contains(fact); });
        });
    });
}

/// Drops articles and facts that no finding names, and all that is said of them.
void keep_what_is_found(Report& report) {
    report.agreements.clear();
    std::set<std::string> articles;
    std::set<std::string> facts;
    std::set<std::string> findings;
    for (const Finding& finding : report.findings) {
        findings.insert(finding.id);
        articles.merge(articles_of(finding));
        for (const Side& side : finding.sides) {
            facts.insert(side.facts.begin(), side.facts.end());
        }
    }
    std::erase_if(report.articles,
                  [&](const Article& article) { return !articles.contains(article.id); });
    std::erase_if(report.facts, [&](const Fact& fact) { return !facts.contains(fact.id); });
    std::erase_if(report.stale,
                  [&](const StaleCopy& copy) { return !findings.contains(copy.finding); });
    std::erase_if(report.origins.edges, [&](const OriginEdge& edge) {
        return !articles.contains(edge.article) ||
               (!edge.upstream.empty() && !articles.contains(edge.upstream));
    });
    std::erase_if(report.origins.origin_of,
                  [&](const auto& entry) { return !articles.contains(entry.first); });
}

bool share_article(const Finding& a, const Finding& b) {
    const std::set<std::string> left = articles_of(a);
    return std::ranges::any_of(articles_of(b),
                               [&](const std::string& id) { return left.contains(id); });
}

/// Puts reports of groups together as they come.
class Gathering {
  public:
    explicit Gathering(Report& all) : all_(&all) {
        for (std::size_t i = 0; i < all.findings.size(); ++i) {
            findings_[all.findings[i].id] = i;
        }
        for (const Article& article : all.articles) {
            articles_.insert(article.id);
        }
        for (const Fact& fact : all.facts) {
            facts_.insert(fact.id);
        }
    }

    void add(Report&& part) {
        std::set<std::string> dropped;
        for (Finding& finding : part.findings) {
            add(std::move(finding), dropped);
        }
        for (Article& article : part.articles) {
            if (articles_.insert(article.id).second) {
                all_->articles.push_back(std::move(article));
            }
        }
        for (Fact& fact : part.facts) {
            if (facts_.insert(fact.id).second) {
                all_->facts.push_back(std::move(fact));
            }
        }
        std::ranges::copy_if(
            part.stale, std::back_inserter(all_->stale),
            [&](const StaleCopy& copy) { return !dropped.contains(copy.finding); });
        std::ranges::move(part.origins.edges, std::back_inserter(all_->origins.edges));
        all_->origins.origin_of.merge(part.origins.origin_of);
        all_->names.merge(part.names);
        all_->rules.merge(part.rules);
    }

  private:
    void add(Finding&& finding, std::set<std::string>& dropped) {
        const auto [place, is_new] = findings_.try_emplace(finding.id, all_->findings.size());
        if (is_new) {
            all_->findings.push_back(std::move(finding));
            return;
        }
        Finding& known = all_->findings[place->second];
        if (share_article(known, finding)) {
            dropped.insert(finding.id);
            if (articles_of(finding).size() > articles_of(known).size()) {
                known = std::move(finding);
            }
            return;
        }
        finding.id = hash_hex(finding.id + "|" + *articles_of(finding).begin()).substr(0, 16);
        if (findings_.try_emplace(finding.id, all_->findings.size()).second) {
            all_->findings.push_back(std::move(finding));
        }
    }

    Report* all_;
    std::unordered_map<std::string, std::size_t> findings_;  // lookups only
    std::unordered_set<std::string> articles_;
    std::unordered_set<std::string> facts_;
};

class GroupRun {
  public:
    GroupRun(const Stages& stages, const IndexReader& index, const ArticleGroups& groups,
             std::uint32_t threads)
        : stages_(&stages), index_(&index), groups_(&groups), threads_(threads) {}

    /// Reads the facts of all articles of these groups.
    Result<Done> read(std::span<const ArticleGroup> groups) {
        articles_.clear();
        places_.clear();
        std::vector<Article> articles;
        for (const ArticleGroup& group : groups) {
            for (const std::uint32_t number : group.articles) {
                if (!places_.try_emplace(number, articles.size()).second) {
                    continue;
                }
                Result<Article> article = index_->article(groups_->ids[number]);
                if (!article) {
                    return article.error();
                }
                articles.push_back(std::move(*article));
            }
        }
        std::vector<std::vector<Fact>> facts = read_facts(stages_->reader(), articles, threads_);
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const bool is_new = seen_.insert(articles[i].id).second;
            coverage_.facts += is_new ? facts[i].size() : 0;
            articles_.push_back({std::move(articles[i]), std::move(facts[i])});
        }
        return Done{};
    }

    /// The reports of these groups, in their order. Requires: they were read.
    std::vector<Report> compare(std::span<const ArticleGroup> groups) const {
        std::vector<Report> reports(groups.size());
        for_each_index(groups.size(), threads_, [&](std::size_t i) {
            std::vector<Article> articles;
            std::vector<Fact> facts;
            for (const std::uint32_t number : groups[i].articles) {
                const ReadArticle& read = articles_[places_.at(number)];
                articles.push_back(read.article);
                facts.insert(facts.end(), read.facts.begin(), read.facts.end());
            }
            reports[i] = stages_->compare(std::move(articles), std::move(facts));
            keep_what_is_meant(groups[i].keys, reports[i]);
            keep_what_is_found(reports[i]);
        });
        return reports;
    }

    const Coverage& coverage() const { return coverage_; }

    std::size_t articles_read() const { return seen_.size(); }

  private:
    const Stages* stages_;
    const IndexReader* index_;
    const ArticleGroups* groups_;
    std::uint32_t threads_;
    std::vector<ReadArticle> articles_;
    std::unordered_map<std::uint32_t, std::size_t> places_;  // lookups only
    std::unordered_set<std::string> seen_;
    Coverage coverage_;
};

/// The order of every report, whatever the groups were.
void put_in_order(Report& report) {
    std::ranges::sort(report.articles, [](const Article& a, const Article& b) {
        return std::tie(a.path, a.id) < std::tie(b.path, b.id);
    });
    std::ranges::sort(report.facts, [](const Fact& a, const Fact& b) {
        return std::tie(a.article, a.span, a.id) < std::tie(b.article, b.span, b.id);
    });
    std::ranges::sort(report.stale, [](const StaleCopy& a, const StaleCopy& b) {
        return std::tie(a.status, a.article, a.finding, a.value) <
               std::tie(b.status, b.article, b.finding, b.value);
    });
    std::vector<OriginEdge>& edges = report.origins.edges;
    std::ranges::sort(edges, [](const OriginEdge& a, const OriginEdge& b) {
        return std::tie(a.article, a.span, a.upstream, a.outlet, a.reason) <
               std::tie(b.article, b.span, b.upstream, b.outlet, b.reason);
    });
    const auto repeated = std::ranges::unique(edges);
    edges.erase(repeated.begin(), repeated.end());
    sort_for_checkers(report);
}

/// How many groups from `first` on fit into memory together; at least one.
std::size_t batch_size(const std::vector<ArticleGroup>& groups, std::size_t first) {
    std::size_t articles = 0;
    std::size_t end = first;
    while (end < groups.size() &&
           (end == first || articles + groups[end].articles.size() <= kMostInBatch)) {
        articles += groups[end].articles.size();
        ++end;
    }
    return end - first;
}

}  // namespace

void put_together(Report& all, Report&& part) {
    Gathering(all).add(std::move(part));
}

Result<Report> report_by_groups(const Stages& stages, const IndexReader& index,
                                std::uint32_t threads, const Progress& progress) {
    Result<ArticleGroups> grouped = group_articles(index);
    if (!grouped) {
        return grouped.error();
    }
    Report all;
    Gathering gathering(all);
    GroupRun run(stages, index, *grouped, threads);
    const std::span<const ArticleGroup> groups = grouped->groups;
    for (std::size_t first = 0; first < groups.size();) {
        const auto batch = groups.subspan(first, batch_size(grouped->groups, first));
        if (Result<Done> read = run.read(batch); !read) {
            return read.error();
        }
        for (Report& report : run.compare(batch)) {
            gathering.add(std::move(report));
        }
        first += batch.size();
        if (progress) {
            progress({run.articles_read(), first, groups.size()});
        }
    }
    all.coverage = run.coverage();
    all.coverage.articles = grouped->ids.size();
    all.coverage.left_out = grouped->left_out;
    put_in_order(all);
    return all;
}

}  // namespace atodds
