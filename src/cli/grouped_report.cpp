#include "cli/grouped_report.hpp"

#include "base/parallel.hpp"
#include "retrieve/article_groups.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <future>
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

struct ReadArticles {
    std::vector<Article> articles;
    std::vector<std::vector<Fact>> facts;  ///< by article
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

    /// Compares these groups; the reports stay until the next ones are compared.
    /// Fails with: what IndexReader fails with.
    Result<Done> compare(std::span<const ArticleGroup> groups) {
        compared_.clear();
        if (std::optional<Error> error = read_shared(groups)) {
            return *error;
        }
        compared_.resize(groups.size());
        for_each_index(groups.size(), options_->threads,
                       [&](std::size_t i) { compared_[i] = compare(groups[i]); });
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (compared_[i].error) {
                return *compared_[i].error;
            }
            count(groups[i], compared_[i].facts);
        }
        return Done{};
    }

    /// Hands on the reports of the groups that were compared last, in their order.
    void hand_on(Gathering& gathering) const {
        for (const Compared& compared : compared_) {
            gathering.add(compared.report);
        }
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
        std::vector<std::uint32_t> several;
        for (const auto& [number, count] : times) {
            if (count > 1) {
                several.push_back(number);
            }
        }
        shared_.clear();
        Result<ReadArticles> read = read_anew(several, options_->threads);
        if (!read) {
            return read.error();
        }
        for (std::size_t i = 0; i < several.size(); ++i) {
            shared_.try_emplace(several[i], std::move(read->articles[i]),
                                std::move(read->facts[i]));
        }
        return std::nullopt;
    }

    Compared compare(const ArticleGroup& group) {
        Compared compared;
        std::vector<std::uint32_t> alone;
        std::ranges::copy_if(group.articles, std::back_inserter(alone),
                             [&](std::uint32_t number) { return !shared_.contains(number); });
        Result<ReadArticles> read = read_anew(alone, 1);
        if (!read) {
            compared.error = read.error();
            return compared;
        }
        std::vector<Fact> facts;
        std::size_t next = 0;
        for (const std::uint32_t number : group.articles) {
            std::vector<Fact> of_article;
            if (const auto shared = shared_.find(number); shared != shared_.end()) {
                read->articles.push_back(shared->second.first);
                of_article = shared->second.second;
            } else {
                of_article = std::move(read->facts[next++]);
            }
            compared.facts.push_back(of_article.size());
            std::ranges::move(of_article, std::back_inserter(facts));
        }
        compared.report = stages_->compare(std::move(read->articles), std::move(facts));
        keep_what_is_meant(group.keys, compared.report);
        if (options_->keep) {
            options_->keep(compared.report);
        }
        keep_what_is_found(compared.report);
        return compared;
    }

    Result<ReadArticles> read_anew(const std::vector<std::uint32_t>& numbers,
                                   std::uint32_t threads) {
        ReadArticles read;
        for (const std::uint32_t number : numbers) {
            Result<Article> article = stored(number);
            if (!article) {
                return article.error();
            }
            read.articles.push_back(std::move(*article));
        }
        read.facts = read_facts(stages_->reader(), read.articles, threads);
        return read;
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
    /// By number: those of several groups.
    std::map<std::uint32_t, std::pair<Article, std::vector<Fact>>> shared_;
    std::vector<Compared> compared_;
    std::vector<bool> is_seen_;  ///< by number of the article
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
    const auto compare = [&run](std::span<const ArticleGroup> some) { return run.compare(some); };
    const std::span<const ArticleGroup> groups = grouped->groups;
    for (std::size_t first = 0; first < groups.size();) {
        const auto batch = groups.subspan(first, batch_size(grouped->groups, first));
        // Not on this thread: an allocator keeps the pieces of each thread apart, so what stays to
        // the end, copied here, does not lie between the many pieces that come and go.
        if (const Result<Done> done = std::async(std::launch::async, compare, batch).get(); !done) {
            return done.error();
        }
        run.hand_on(gathering);
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
