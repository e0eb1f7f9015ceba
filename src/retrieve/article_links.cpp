#include "retrieve/article_links.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>

namespace atodds {
namespace {

bool is_stronger(const ArticleLink& a, const ArticleLink& b) {
    return std::tuple(b.strength, a.left, a.right) < std::tuple(a.strength, b.left, b.right);
}

}  // namespace

void ArticleLinks::add(std::span<const std::uint32_t> holders, std::int64_t weight) {
    if (holders.size() < 2 || weight <= 0) {
        return;
    }
    holders_.insert(holders_.end(), holders.begin(), holders.end());
    starts_.push_back(static_cast<std::uint32_t>(holders_.size()));
    weights_.push_back(static_cast<std::uint32_t>(weight));
}

std::vector<ArticleLink> ArticleLinks::strongest(std::int64_t least, std::size_t most_each) const {
    // Things by article: first how many, then which.
    std::vector<std::uint32_t> ends(articles_ + 1, 0);
    for (const std::uint32_t article : holders_) {
        ++ends[article + 1];
    }
    for (std::size_t i = 1; i < ends.size(); ++i) {
        ends[i] += ends[i - 1];
    }
    std::vector<std::uint32_t> things(holders_.size());
    std::vector<std::uint32_t> next(ends.begin(), ends.end() - 1);
    for (std::size_t thing = 0; thing < weights_.size(); ++thing) {
        for (std::uint32_t i = starts_[thing]; i < starts_[thing + 1]; ++i) {
            things[next[holders_[i]]++] = static_cast<std::uint32_t>(thing);
        }
    }
    std::vector<ArticleLink> all;
    std::vector<std::uint32_t> shared(articles_, 0);
    std::vector<std::uint32_t> met;
    std::vector<ArticleLink> own;
    for (std::uint32_t article = 0; article < articles_; ++article) {
        met.clear();
        own.clear();
        for (std::uint32_t i = ends[article]; i < ends[article + 1]; ++i) {
            const std::uint32_t thing = things[i];
            for (std::uint32_t j = starts_[thing]; j < starts_[thing + 1]; ++j) {
                const std::uint32_t other = holders_[j];
                if (other > article) {
                    if (shared[other] == 0) {
                        met.push_back(other);
                    }
                    shared[other] += weights_[thing];
                }
            }
        }
        for (const std::uint32_t other : met) {
            if (std::int64_t{shared[other]} >= least) {
                own.push_back({shared[other], article, other});
            }
            shared[other] = 0;
        }
        std::ranges::sort(own, is_stronger);
        own.resize(std::min(own.size(), most_each));
        all.insert(all.end(), own.begin(), own.end());
    }
    std::ranges::sort(all, is_stronger);
    return all;
}

}  // namespace atodds
