#include "retrieve/related.hpp"

#include "retrieve/rarity.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace atodds {
namespace {

/// Words of an article that are looked up: the rarest. Guessed: a story is told by its names. Of
/// 400 articles with a paragraph of another, an eighth of it, 24 words and the keys find 91 % of
/// the others, 48 find 97 %, but bring in more that only look alike.
constexpr std::size_t kMostStems = 24;
/// Words that more articles hold tell no story, and walking them would take milliseconds.
constexpr std::uint32_t kMostStemHolders = 2000;
/// A key that more articles hold is popular: what shares no more than it tells no story, so only a
/// few of them are compared, as evidence.
constexpr std::uint32_t kPopular = 64;
/// Values of a popular key that are shown evidence for, besides the article's own.
constexpr std::size_t kMostOtherValues = 4;
/// Articles that are evidence of popular keys, of all keys together. Guessed.
constexpr std::size_t kMostEvidence = 8;
/// What shares less than this part of what the best one shares is another story: on a made
/// collection of 100,000 articles conflicts were planted in articles that share at least 29 %.
constexpr std::int64_t kLeastPart = 6;
/// The first are compared all the same; the planted conflicts stood among the first five.
constexpr std::size_t kSurelyCompared = 6;

/// Articles with what they share, negated so that the strongest come first.
using Ranked = std::vector<std::pair<std::int64_t, ArticleNumber>>;

class Search {
  public:
    Search(const IndexReader& index, std::uint32_t articles, WordScores words)
        : index_(&index), articles_(articles), scores_(std::move(words)) {}

    Result<Done> add_keys(std::span<const Fact> facts) {
        std::map<std::string, std::set<std::string>> own_values;  // by key
        for (const Fact& fact : facts) {
            for (const std::string& key : stored_keys(fact)) {
                own_values[key.substr(0, kKeyHashSize)].insert(key.substr(kKeyHashSize));
            }
        }
        std::vector<std::string> wanted;
        for (const auto& [key, values] : own_values) {
            wanted.push_back(key);
        }
        Result<std::vector<KeyHolders>> all = index_->holders_of_keys(wanted, kPopular);
        if (!all) {
            return all.error();
        }
        std::vector<KeyHolders> popular;
        for (KeyHolders& held : *all) {
            if (held.articles > kPopular) {
                popular.push_back(std::move(held));
            } else if (held.articles > 0) {
                add_key(held);
            }
        }
        return add_popular(std::move(popular), own_values);
    }

    Result<RelatedArticles> best(std::size_t limit) const {
        Ranked ranked;
        for (const auto& [number, score] : scores_) {
            if (score >= kEnoughShared) {
                ranked.emplace_back(-score, number);
            }
        }
        std::ranges::sort(ranked);
        RelatedArticles related;
        related.left_out = not_looked_at_ + ranked.size();
        leave_out_distant(ranked);
        const std::size_t room = limit - std::min(limit, evidence_.size());
        const std::size_t most = std::min(room, ranked.size());
        std::size_t end = most;
        // Those that share as much as the last one are named too, for ids decide among them.
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
        const auto take = [&](const std::string& id) {
            if (std::ranges::find(related.ids, id) == related.ids.end()) {
                related.ids.push_back(id);
            }
        };
        for (std::size_t i = 0; i < most; ++i) {
            take(named[i].second);
        }
        related.left_out -= most;
        std::ranges::for_each(evidence_, take);
        related.ids.resize(std::min(related.ids.size(), limit));
        return related;
    }

  private:
    void leave_out_distant(Ranked& ranked) const {
        if (ranked.size() <= kSurelyCompared) {
            return;
        }
        const std::int64_t best = ranked.front().first;
        const std::int64_t last_sure = ranked[kSurelyCompared - 1].first;
        std::erase_if(ranked, [&](const auto& one) {
            return one.first > last_sure && one.first * kLeastPart > best &&
                   !named_.contains(one.second);
        });
    }

    void add(const std::vector<ArticleNumber>& numbers, std::int64_t score) {
        for (const ArticleNumber number : numbers) {
            scores_[number] += score;
        }
    }

    void add_key(const KeyHolders& key) {
        const std::int32_t weight = is_declared_key(key.key) ? kDeclaredKeyWeight : kOpenKeyWeight;
        std::set<ArticleNumber> holders;
        for (const ValueHolders& value : key.values) {
            holders.insert(value.numbers.begin(), value.numbers.end());
        }
        if (is_declared_key(key.key)) {
            named_.insert(holders.begin(), holders.end());
        }
        add({holders.begin(), holders.end()},
            std::int64_t{weight} * rarity_in_sixteenths(key.articles, articles_));
    }

    /// Evidence of popular keys, in turns: of each key an article with the value that most state
    /// and the new article does not, then one that agrees, then one for each further value.
    Result<Done> add_popular(std::vector<KeyHolders> keys,
                             const std::map<std::string, std::set<std::string>>& own_values) {
        // Keys of rules name a fact exactly; of the others a rarer one says more.
        std::ranges::sort(keys, {}, [](const KeyHolders& key) {
            return std::tuple(!is_declared_key(key.key), key.articles, key.key);
        });
        std::vector<std::vector<KeyHolders>> turns(kMostOtherValues + 1);
        for (const KeyHolders& key : keys) {
            const std::vector<ValueHolders> values = in_turn(key, own_values.at(key.key));
            for (std::size_t turn = 0; turn < values.size(); ++turn) {
                turns[turn].push_back({key.key, values[turn].articles, {values[turn]}});
            }
            not_looked_at_ += key.articles;
        }
        std::vector<KeyHolders> wanted;
        for (std::vector<KeyHolders>& turn : turns) {
            std::ranges::move(turn, std::back_inserter(wanted));
        }
        // Two values may be those of one article, so more are asked for until there is no room.
        std::span<KeyHolders> waiting = wanted;
        while (!waiting.empty() && evidence_.size() < kMostEvidence) {
            const std::size_t room = kMostEvidence - evidence_.size();
            const std::span<KeyHolders> next = waiting.first(std::min(room, waiting.size()));
            if (Result<Done> added = add_evidence(next); !added) {
                return added;
            }
            waiting = waiting.subspan(next.size());
        }
        return Done{};
    }

    /// Of the first kMostValues values of a key.
    static std::vector<ValueHolders> in_turn(const KeyHolders& key,
                                             const std::set<std::string>& own) {
        std::vector<ValueHolders> others;
        std::optional<ValueHolders> same;
        for (const ValueHolders& value :
             std::span(key.values).first(std::min(key.values.size(), IndexReader::kMostValues))) {
            if (!own.contains(value.value)) {
                others.push_back(value);
            } else if (!same) {
                same = value;
            }
        }
        others.resize(std::min(others.size(), kMostOtherValues));
        if (same) {
            others.insert(others.begin() + (others.empty() ? 0 : 1), *same);
        }
        return others;
    }

    /// Of each key, which has one value, the article whose id comes first.
    Result<Done> add_evidence(std::span<KeyHolders> keys) {
        if (Result<Done> named = index_->name_holders(keys); !named) {
            return named;
        }
        std::vector<ArticleNumber> numbers;
        for (const KeyHolders& key : keys) {
            const std::vector<ArticleNumber>& holders = key.values.front().numbers;
            numbers.insert(numbers.end(), holders.begin(), holders.end());
        }
        const Result<std::vector<std::string>> ids = index_->ids_of(numbers);
        if (!ids) {
            return ids.error();
        }
        auto first = ids->begin();
        for (const KeyHolders& key : keys) {
            const auto last =
                first + static_cast<std::ptrdiff_t>(key.values.front().numbers.size());
            if (first != last) {
                --not_looked_at_;
                const std::string& id = *std::min_element(first, last);
                if (std::ranges::find(evidence_, id) == evidence_.end()) {
                    evidence_.push_back(id);
                }
            }
            first = last;
        }
        return Done{};
    }

    const IndexReader* index_;
    std::uint32_t articles_;
    WordScores scores_;                  // read in sorted order only
    std::set<ArticleNumber> named_;      ///< hold a key of a rule, whatever else they share
    std::vector<std::string> evidence_;  ///< of popular keys: ids, the surest first
    std::uint64_t not_looked_at_ = 0;
};

}  // namespace

Result<WordScores> shared_words(const IndexReader& index, const Article& article) {
    const Result<std::uint32_t> articles = index.article_count();
    if (!articles) {
        return articles.error();
    }
    std::vector<std::string> stems = stems_of(article);
    const Result<std::vector<std::uint32_t>> counts = index.article_frequencies(stems);
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
    const Result<std::vector<std::vector<ArticleNumber>>> holders = index.holders_of_stems(rarest);
    if (!holders) {
        return holders.error();
    }
    WordScores scores;
    for (std::size_t i = 0; i < rare.size(); ++i) {
        for (const ArticleNumber number : (*holders)[i]) {
            scores[number] += kWordWeight * rarity_in_sixteenths(rare[i].first, *articles);
        }
    }
    return scores;
}

Result<RelatedArticles> related_articles(const IndexReader& index, WordScores words,
                                         std::span<const Fact> facts, std::size_t limit) {
    const Result<std::uint32_t> articles = index.article_count();
    if (!articles) {
        return articles.error();
    }
    Search search(index, *articles, std::move(words));
    if (Result<Done> done = search.add_keys(facts); !done) {
        return done.error();
    }
    return search.best(limit);
}

Result<RelatedArticles> related_articles(const IndexReader& index, const Article& article,
                                         std::span<const Fact> facts, std::size_t limit) {
    Result<WordScores> words = shared_words(index, article);
    if (!words) {
        return words.error();
    }
    return related_articles(index, std::move(*words), facts, limit);
}

}  // namespace atodds
