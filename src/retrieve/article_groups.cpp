#include "retrieve/article_groups.hpp"

#include "retrieve/article_links.hpp"
#include "retrieve/rarity.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

namespace atodds {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

/// Words with more holders tell no story; the bound grows with the index up to this. Guessed: a
/// story has as many articles, and the sums grow with the square.
constexpr std::uint32_t kMostStemHolders = 32;
constexpr std::uint32_t kLeastStemHolders = 4;
constexpr std::uint32_t kArticlesPerStemHolder = 500;
/// A key that more articles hold is popular: it joins no story.
constexpr std::uint32_t kPopular = 64;
/// Evidence in a group of a key: so many articles of so many values.
constexpr std::size_t kMostPerValue = 2;
constexpr std::size_t kMostValuesShown = 8;
/// Links of an article to later ones; more only repeat that it belongs to its story.
constexpr std::size_t kMostLinks = 16;
/// Articles in all groups of keys together: the bound on what a report costs beyond reading each
/// article once. A share of the index, but enough for all keys of a small one.
constexpr std::size_t kArticlesPerReread = 4;
constexpr std::size_t kLeastRereads = 4000;

/// A key whose values differ. There are some for every article, so each is kept small.
struct Difference {
    std::array<char, kKeyHashSize> key{};
    std::uint32_t articles = 0;  ///< that hold it
    std::uint32_t begin = 0;     ///< of its evidence among that of all
    std::uint32_t size = 0;

    bool is_declared() const { return is_declared_key({key.data(), key.size()}); }

    bool is_popular() const { return articles > kPopular; }
};

using Evidence = std::span<const std::uint32_t>;

/// Stories as sets of articles that grow by their strongest links, up to a size.
class Stories {
  public:
    explicit Stories(std::size_t articles) : parents_(articles), sizes_(articles, 1) {
        std::iota(parents_.begin(), parents_.end(), 0U);
        overfull_.resize(articles, false);
    }

    std::uint32_t root(std::uint32_t article) {
        while (parents_[article] != article) {
            parents_[article] = parents_[parents_[article]];
            article = parents_[article];
        }
        return article;
    }

    void join(std::uint32_t left, std::uint32_t right) {
        const std::uint32_t low = std::min(root(left), root(right));
        const std::uint32_t high = std::max(root(left), root(right));
        if (low == high) {
            return;
        }
        if (sizes_[low] + sizes_[high] > kMostInGroup) {
            overfull_[low] = true;
            overfull_[high] = true;
            return;
        }
        parents_[high] = low;
        sizes_[low] += sizes_[high];
        overfull_[low] = overfull_[low] || overfull_[high];
    }

    /// True for an article of a story that found no room for all that belongs to it.
    bool is_overfull(std::uint32_t article) { return overfull_[root(article)]; }

  private:
    std::vector<std::uint32_t> parents_;
    std::vector<std::uint32_t> sizes_;
    std::vector<bool> overfull_;
};

class Grouping {
  public:
    Grouping(const IndexReader& index, ArticleGroups& result) : index_(&index), result_(&result) {}

    Result<Done> name_articles() {
        Result<std::vector<std::pair<std::string, ArticleNumber>>> ids = index_->numbered_ids();
        if (!ids) {
            return ids.error();
        }
        for (auto& [id, number] : *ids) {
            if (result_->ids.empty() || result_->ids.back() != id) {
                result_->ids.push_back(std::move(id));
            }
            if (number >= places_.size()) {
                places_.resize(number + std::size_t{1}, kNone);
            }
            places_[number] = static_cast<std::uint32_t>(result_->ids.size() - 1);
        }
        links_.emplace(result_->ids.size());
        return Done{};
    }

    Result<Done> link_by_stems() {
        const auto articles = static_cast<std::uint32_t>(result_->ids.size());
        const std::uint32_t most_stems =
            std::clamp(articles / kArticlesPerStemHolder, kLeastStemHolders, kMostStemHolders);
        return index_->walk_stems(most_stems, [&](const TermHolders& term) {
            links_->add(places_of(term.numbers),
                        std::int64_t{kWordWeight} * rarity_in_sixteenths(term.articles, articles));
        });
    }

    Result<Done> link_by_keys() {
        const auto articles = static_cast<std::uint32_t>(result_->ids.size());
        return index_->walk_keys([&](const KeyHolders& key) {
            if (key.values.size() < 2) {
                return;  // all who state it agree
            }
            std::vector<std::uint32_t> evidence;
            std::vector<std::uint32_t> holders;
            std::size_t values = 0;
            for (const ValueHolders& value : key.values) {
                const std::vector<std::uint32_t> places = places_of(value.numbers);
                const std::size_t shown =
                    values++ < kMostValuesShown ? std::min(places.size(), kMostPerValue) : 0;
                evidence.insert(evidence.end(), places.begin(),
                                places.begin() + static_cast<std::ptrdiff_t>(shown));
                holders.insert(holders.end(), places.begin(), places.end());
            }
            sort_unique(evidence);
            sort_unique(holders);
            if (key.articles <= kPopular) {
                const bool is_declared = is_declared_key(key.key);
                const std::int32_t weight = is_declared ? kDeclaredKeyWeight : kOpenKeyWeight;
                links_->add(holders,
                            std::int64_t{weight} * rarity_in_sixteenths(key.articles, articles));
            }
            if (evidence.size() > 1) {
                add_difference(key, evidence);
            }
        });
    }

    void make_groups() {
        Stories stories(result_->ids.size());
        for (const ArticleLink& link : links_->strongest(kEnoughShared, kMostLinks)) {
            stories.join(link.left, link.right);
        }
        links_.reset();
        add_stories(stories);
        add_differences(stories);
    }

  private:
    void add_difference(const KeyHolders& key, Evidence evidence) {
        Difference difference;
        std::ranges::copy_n(key.key.begin(), kKeyHashSize, difference.key.begin());
        difference.articles = key.articles;
        difference.begin = static_cast<std::uint32_t>(evidence_.size());
        difference.size = static_cast<std::uint32_t>(evidence.size());
        evidence_.insert(evidence_.end(), evidence.begin(), evidence.end());
        differences_.push_back(difference);
    }

    Evidence evidence_of(const Difference& difference) const {
        return Evidence(evidence_).subspan(difference.begin, difference.size);
    }

    static void sort_unique(std::vector<std::uint32_t>& list) {
        std::ranges::sort(list);
        const auto repeated = std::ranges::unique(list);
        list.erase(repeated.begin(), repeated.end());
    }

    /// Indices of the articles, ascending, each once: a copy in another shard is the same article.
    std::vector<std::uint32_t> places_of(const std::vector<ArticleNumber>& numbers) const {
        std::vector<std::uint32_t> places;
        for (const ArticleNumber number : numbers) {
            if (number < places_.size() && places_[number] != kNone) {
                places.push_back(places_[number]);
            }
        }
        sort_unique(places);
        return places;
    }

    void add_stories(Stories& stories) {
        std::vector<std::uint32_t> group_of(result_->ids.size(), kNone);
        std::vector<ArticleGroup> all;
        for (std::uint32_t article = 0; article < group_of.size(); ++article) {
            std::uint32_t& group = group_of[stories.root(article)];
            if (group == kNone) {
                group = static_cast<std::uint32_t>(all.size());
                all.emplace_back();
            }
            all[group].articles.push_back(article);
        }
        std::erase_if(all, [](const ArticleGroup& group) { return group.articles.size() < 2; });
        result_->groups = std::move(all);
    }

    /// True where the stories do not compare the evidence themselves, and it is worth it: a soft
    /// key alone is no sameness, but parts of one story that found no room together share more.
    bool is_open_question(const Difference& difference, Stories& stories) const {
        const Evidence evidence = evidence_of(difference);
        const std::uint32_t first = stories.root(evidence.front());
        bool is_one_story = true;
        std::size_t overfull = 0;
        for (const std::uint32_t article : evidence) {
            is_one_story = is_one_story && stories.root(article) == first;
            overfull += stories.is_overfull(article) ? 1U : 0U;
        }
        const bool is_worth_it =
            difference.is_declared() || difference.is_popular() || overfull > 1;
        return !is_one_story && is_worth_it;
    }

    /// Keys with the same evidence make one group; the surest keys first, for there is a bound.
    void add_differences(Stories& stories) {
        for (const Difference& difference : differences_) {
            if (difference.is_popular()) {
                result_->left_out += difference.articles - difference.size;
            }
        }
        std::erase_if(differences_, [&](const Difference& difference) {
            return !is_open_question(difference, stories);
        });
        std::size_t room = std::max(kLeastRereads, result_->ids.size() / kArticlesPerReread);
        for (const std::span<const Difference> alike : by_evidence()) {
            const Evidence evidence = evidence_of(alike.front());
            if (evidence.size() > room) {
                result_->left_out += evidence.size();
                continue;
            }
            room -= evidence.size();
            ArticleGroup& group = result_->groups.emplace_back();
            group.articles.assign(evidence.begin(), evidence.end());
            for (const Difference& difference : alike) {
                group.keys.emplace_back(difference.key.begin(), difference.key.end());
            }
        }
    }

    /// Runs of differences with one evidence: those with a declared key first, then those whose
    /// first key fewer articles hold, then by evidence.
    std::vector<std::span<const Difference>> by_evidence() {
        std::ranges::stable_sort(differences_, [&](const Difference& a, const Difference& b) {
            return std::ranges::lexicographical_compare(evidence_of(a), evidence_of(b));
        });
        std::vector<std::span<const Difference>> runs;
        for (auto begin = differences_.begin(); begin != differences_.end();) {
            const auto end = std::find_if(begin, differences_.end(), [&](const Difference& other) {
                return !std::ranges::equal(evidence_of(*begin), evidence_of(other));
            });
            runs.emplace_back(begin, end);
            begin = end;
        }
        std::ranges::stable_sort(runs, {}, [](std::span<const Difference> alike) {
            return std::pair(std::ranges::none_of(alike, &Difference::is_declared),
                             alike.front().articles);
        });
        return runs;
    }

    const IndexReader* index_;
    ArticleGroups* result_;
    std::vector<std::uint32_t> places_;  ///< by article number
    std::optional<ArticleLinks> links_;
    std::vector<Difference> differences_;  ///< in the order of keys, until they are sorted
    std::vector<std::uint32_t> evidence_;  ///< of all of them
};

}  // namespace

Result<ArticleGroups> group_articles(const IndexReader& index) {
    ArticleGroups result;
    Grouping grouping(index, result);
    if (Result<Done> done = grouping.name_articles(); !done) {
        return done.error();
    }
    if (Result<Done> done = grouping.link_by_stems(); !done) {
        return done.error();
    }
    if (Result<Done> done = grouping.link_by_keys(); !done) {
        return done.error();
    }
    grouping.make_groups();
    return result;
}

}  // namespace atodds
