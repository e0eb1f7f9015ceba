#include "retrieve/related.hpp"

#include "retrieve/rarity.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace atodds {
namespace {

/// Words of an article that are looked up: the rarest. Guessed: a story is told by its names. Of
/// 400 articles with a paragraph of another, an eighth of it, 24 words and the keys find 91 % of
/// the others, 48 find 97 %, but bring in more that only look alike.
constexpr std::size_t kMostStems = 24;
/// Words that more articles hold tell no story, and walking them would take milliseconds.
constexpr std::uint32_t kMostStemHolders = 2000;
/// Of a value that many state this many articles are evidence.
constexpr std::size_t kMostPerValue = 3;
/// A key that more articles hold is popular: not all of them are compared.
constexpr std::uint32_t kPopular = 64;

class Search {
  public:
    Search(const IndexReader& index, std::uint32_t articles)
        : index_(&index), articles_(articles) {}

    Result<Done> add_stems(const Article& article) {
        std::vector<std::string> stems = stems_of(article);
        const Result<std::vector<std::uint32_t>> counts = index_->article_frequencies(stems);
        if (!counts) {
            return counts.error();
        }
        std::vector<std::pair<std::uint32_t, std::string>> rare;
        for (std::size_t i = 0; i < stems.size(); ++i) {
            if (const std::uint32_t holders = (*counts)[i];
                holders > 0 && holders <= kMostStemHolders) {
                rare.emplace_back(holders, std::move(stems[i]));
            }
        }
        std::ranges::sort(rare);
        rare.resize(std::min(rare.size(), kMostStems));
        std::vector<std::string> rarest;
        for (auto& [count, stem] : rare) {
            rarest.push_back(std::move(stem));
        }
        return add_all(index_->holders_of_stems(rarest, kMostStemHolders), kWordWeight);
    }

    Result<Done> add_keys(std::span<const Fact> facts) {
        std::set<std::string> keys;
        for (const Fact& fact : facts) {
            for (const std::string& key : stored_keys(fact)) {
                keys.insert(key.substr(0, kKeyHashSize));
            }
        }
        const std::vector<std::string> wanted(keys.begin(), keys.end());
        const Result<std::vector<KeyHolders>> all = index_->holders_of_keys(wanted);
        if (!all) {
            return all.error();
        }
        for (const KeyHolders& held : *all) {
            if (Result<Done> done = held.articles > 0 ? add_key(held) : Done{}; !done) {
                return done.error();
            }
        }
        return Done{};
    }

    Result<RelatedArticles> best(std::size_t limit) const {
        std::vector<std::pair<std::int64_t, ArticleNumber>> ranked;
        for (const auto& [number, score] : scores_) {
            if (score >= kEnoughShared) {
                ranked.emplace_back(-score, number);
            }
        }
        std::ranges::sort(ranked);
        // Those that share as much as the last one are named too, for ids decide among them.
        std::size_t end = std::min(limit, ranked.size());
        while (end > 0 && end < ranked.size() && ranked[end].first == ranked[end - 1].first) {
            ++end;
        }
        std::vector<ArticleNumber> numbers;
        for (std::size_t i = 0; i < end; ++i) {
            numbers.push_back(ranked[i].second);
        }
        Result<std::vector<std::string>> ids = index_->ids_of(numbers);
        if (!ids) {
            return ids.error();
        }
        std::vector<std::pair<std::int64_t, std::string>> named;
        for (std::size_t i = 0; i < end; ++i) {
            named.emplace_back(ranked[i].first, std::move((*ids)[i]));
        }
        std::ranges::sort(named);
        RelatedArticles related;
        related.left_out = not_looked_at_ + ranked.size() - std::min(limit, ranked.size());
        for (auto& [score, id] : named) {
            if (related.ids.size() < limit &&
                std::ranges::find(related.ids, id) == related.ids.end()) {
                related.ids.push_back(std::move(id));
            }
        }
        return related;
    }

  private:
    Result<Done> add_all(const Result<std::vector<TermHolders>>& all, std::int32_t weight) {
        if (!all) {
            return all.error();
        }
        for (const TermHolders& held : *all) {
            if (!held.numbers.empty()) {
                add(held.numbers, weight * rarity_in_sixteenths(held.articles, articles_));
            }
        }
        return Done{};
    }

    void add(const std::vector<ArticleNumber>& numbers, std::int64_t score) {
        for (const ArticleNumber number : numbers) {
            scores_[number] += score;
        }
    }

    Result<Done> add_key(const KeyHolders& key) {
        const bool is_popular = key.articles > kPopular;
        const std::int32_t weight = is_declared_key(key.key) ? kDeclaredKeyWeight : kOpenKeyWeight;
        // Evidence of a popular key is picked and few, so each piece counts as if it were rare.
        const std::int64_t score =
            is_popular ? kEnoughShared
                       : std::int64_t{weight} * rarity_in_sixteenths(key.articles, articles_);
        std::set<ArticleNumber> picked;
        for (const ValueHolders& value : key.values) {
            Result<std::vector<ArticleNumber>> few =
                is_popular ? first_by_id(value.numbers) : value.numbers;
            if (!few) {
                return few.error();
            }
            picked.insert(few->begin(), few->end());
            not_looked_at_ += is_popular ? value.articles - few->size() : 0;
        }
        add({picked.begin(), picked.end()}, score);
        return Done{};
    }

    Result<std::vector<ArticleNumber>> first_by_id(std::vector<ArticleNumber> numbers) const {
        if (numbers.size() <= kMostPerValue) {
            return numbers;
        }
        const Result<std::vector<std::string>> ids = index_->ids_of(numbers);
        if (!ids) {
            return ids.error();
        }
        std::vector<std::pair<std::string_view, ArticleNumber>> named;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            named.emplace_back((*ids)[i], numbers[i]);
        }
        std::ranges::sort(named);
        std::vector<ArticleNumber> first;
        for (std::size_t i = 0; i < kMostPerValue; ++i) {
            first.push_back(named[i].second);
        }
        return first;
    }

    const IndexReader* index_;
    std::uint32_t articles_;
    std::unordered_map<ArticleNumber, std::int64_t> scores_;  // read in sorted order only
    std::uint64_t not_looked_at_ = 0;
};

}  // namespace

Result<RelatedArticles> related_articles(const IndexReader& index, const Article& article,
                                         std::span<const Fact> facts, std::size_t limit) {
    const Result<std::uint32_t> articles = index.article_count();
    if (!articles) {
        return articles.error();
    }
    Search search(index, *articles);
    for (const Result<Done>& done : {search.add_keys(facts), search.add_stems(article)}) {
        if (!done) {
            return done.error();
        }
    }
    return search.best(limit);
}

}  // namespace atodds
