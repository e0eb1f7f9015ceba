#include "cli/grouped_report.hpp"

#include "base/parallel.hpp"
#include "retrieve/article_groups.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace atodds {
namespace {

/// Articles of the groups that are compared before their findings are put to the others. In memory
/// with all their facts, a hundred kilobytes an article, are those of groups in work and those that
/// stand in several of these groups.
constexpr std::size_t kMostInBatch = 1024;

struct ReadArticle {
    Article article;
    std::vector<Fact> facts;
};

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

/// Compares groups, each by one thread, which reads their articles and facts and lets go of them.
class GroupRun {
  public:
    GroupRun(const Stages& stages, const IndexReader& index, const ArticleGroups& groups,
             const GatheringOptions& options)
        : stages_(&stages),
          index_(&index),
          groups_(&groups),
          options_(&options),
          is_seen_(groups.ids.size(), false) {}

    /// The reports of these groups, in their order. Fails with: what IndexReader fails with.
    Result<std::vector<Report>> compare(std::span<const ArticleGroup> groups) {
        if (std::optional<Error> error = read_shared(groups)) {
            return *error;
        }
        std::vector<Compared> all(groups.size());
        for_each_index(groups.size(), options_->threads,
                       [&](std::size_t i) { all[i] = compare(groups[i]); });
        std::vector<Report> reports;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].error) {
                return *all[i].error;
            }
            count(groups[i], all[i].facts);
            reports.push_back(std::move(all[i].report));
        }
        return reports;
    }

    /// Facts of all articles so far, each counted once.
    std::uint64_t facts() const { return facts_; }

    std::uint64_t articles_read() const { return articles_; }

  private:
    struct Compared {
        Report report;
        std::vector<std::size_t> facts;  ///< how many, by article of the group
        std::optional<Error> error;
    };

    /// Reads what several of the groups hold: evidence of popular facts returns again and again.
    std::optional<Error> read_shared(std::span<const ArticleGroup> groups) {
        std::map<std::uint32_t, std::size_t> times;
        for (const ArticleGroup& group : groups) {
            for (const std::uint32_t number : group.articles) {
                ++times[number];
            }
        }
        shared_.clear();
        for (const auto& [number, count] : times) {
            if (count > 1) {
                shared_.emplace(number, ReadArticle{});
            }
        }
        std::vector<std::pair<const std::uint32_t, ReadArticle>*> wanted;
        for (auto& entry : shared_) {
            wanted.push_back(&entry);
        }
        std::vector<std::optional<Error>> errors(wanted.size());
        for_each_index(wanted.size(), options_->threads, [&](std::size_t i) {
            Result<ReadArticle> read = read_anew(wanted[i]->first);
            if (read) {
                wanted[i]->second = std::move(*read);
            } else {
                errors[i] = read.error();
            }
        });
        const auto failed = std::ranges::find_if(
            errors, [](const std::optional<Error>& error) { return error.has_value(); });
        return failed == errors.end() ? std::nullopt : *failed;
    }

    Compared compare(const ArticleGroup& group) {
        Compared compared;
        std::vector<Article> articles;
        std::vector<Fact> facts;
        for (const std::uint32_t number : group.articles) {
            Result<ReadArticle> read = read_again(number);
            if (!read) {
                compared.error = read.error();
                return compared;
            }
            compared.facts.push_back(read->facts.size());
            std::ranges::move(read->facts, std::back_inserter(facts));
            articles.push_back(std::move(read->article));
        }
        compared.report = stages_->compare(std::move(articles), std::move(facts));
        keep_what_is_meant(group.keys, compared.report);
        if (options_->keep) {
            options_->keep(compared.report);
        }
        keep_what_is_found(compared.report);
        return compared;
    }

    Result<ReadArticle> read_again(std::uint32_t number) {
        const auto shared = shared_.find(number);
        return shared == shared_.end() ? read_anew(number) : shared->second;
    }

    Result<ReadArticle> read_anew(std::uint32_t number) {
        Result<Article> article = stored(number);
        if (!article) {
            return article.error();
        }
        std::vector<Fact> facts = stages_->reader().read(*article);
        return ReadArticle{std::move(*article), std::move(facts)};
    }

    /// A reader of an index serves one at a time.
    Result<Article> stored(std::uint32_t number) {
        const std::lock_guard lock(reading_);
        return index_->article(groups_->ids[number]);
    }

    void count(const ArticleGroup& group, const std::vector<std::size_t>& facts) {
        for (std::size_t i = 0; i < facts.size(); ++i) {
            if (!is_seen_[group.articles[i]]) {
                is_seen_[group.articles[i]] = true;
                facts_ += facts[i];
                ++articles_;
            }
        }
    }

    const Stages* stages_;
    const IndexReader* index_;
    const ArticleGroups* groups_;
    const GatheringOptions* options_;
    std::mutex reading_;
    std::map<std::uint32_t, ReadArticle> shared_;  ///< by number: those of several groups
    std::vector<bool> is_seen_;                    ///< by number of the article
    std::uint64_t facts_ = 0;
    std::uint64_t articles_ = 0;
};

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

Result<Report> report_by_groups(const Stages& stages, const IndexReader& index,
                                const GatheringOptions& options, const Progress& progress) {
    Result<ArticleGroups> grouped = group_articles(index);
    if (!grouped) {
        return grouped.error();
    }
    Gathering gathering(options.most_findings);
    GroupRun run(stages, index, *grouped, options);
    const std::span<const ArticleGroup> groups = grouped->groups;
    for (std::size_t first = 0; first < groups.size();) {
        const auto batch = groups.subspan(first, batch_size(grouped->groups, first));
        Result<std::vector<Report>> reports = run.compare(batch);
        if (!reports) {
            return reports.error();
        }
        for (Report& report : *reports) {
            gathering.add(std::move(report));
        }
        first += batch.size();
        if (progress) {
            progress({run.articles_read(), first, groups.size()});
        }
    }
    Report all = gathering.take();
    all.coverage.facts = run.facts();
    all.coverage.articles = grouped->ids.size();
    all.coverage.left_out = grouped->left_out;
    return all;
}

}  // namespace atodds
