#pragma once
// Things that articles share -> links between articles, the strongest of each.

#include <cstdint>
#include <span>
#include <vector>

namespace atodds {

struct ArticleLink {
    std::uint32_t strength = 0;  ///< sum of the weights of what is shared
    std::uint32_t left = 0;      ///< the lower index
    std::uint32_t right = 0;

    friend bool operator==(const ArticleLink&, const ArticleLink&) = default;
};

/// Collects what is shared, then sums it up pair by pair. A thing with n holders makes n * n / 2
/// sums, so what is added is rare.
class ArticleLinks {
  public:
    explicit ArticleLinks(std::size_t articles) : articles_(articles) {}

    /// Requires: indices below the number of articles, ascending, each once; below four billion
    /// holders in all.
    void add(std::span<const std::uint32_t> holders, std::int64_t weight);

    /// Of each article the `most_each` strongest links to articles behind it, of at least `least`;
    /// the strongest of all first, then by index.
    std::vector<ArticleLink> strongest(std::int64_t least, std::size_t most_each) const;

  private:
    /// holders_[starts_[i]] to holders_[starts_[i + 1]] hold thing i.
    std::size_t articles_;
    std::vector<std::uint32_t> holders_;
    std::vector<std::uint32_t> starts_{0};
    std::vector<std::uint32_t> weights_;
};

}  // namespace atodds
