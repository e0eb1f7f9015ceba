#include "cli/related_reading.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace atodds {
namespace {

/// Articles of an index that one new article is compared with at most: reading their facts again is
/// most of what a check costs. Of 46 conflicts planted among 100,000 articles all stood among the
/// first five; the rest is room for stories that very many tell.
constexpr std::size_t kMostRelated = 24;

}  // namespace

Result<Done> find_related(const IndexReader& index, WordScores words, std::span<const Fact> facts,
                          const std::set<std::string>& not_these, std::set<std::string>& wanted,
                          std::uint64_t& left_out) {
    Result<RelatedArticles> related =
        related_articles(index, std::move(words), facts, kMostRelated);
    if (!related) {
        return related.error();
    }
    left_out += related->left_out;
    std::ranges::copy_if(related->ids, std::inserter(wanted, wanted.end()),
                         [&](const std::string& id) { return !not_these.contains(id); });
    return Done{};
}

Result<Done> fetch_articles(const IndexReader& index, const std::set<std::string>& ids,
                            std::vector<Article>& articles) {
    const std::size_t before = articles.size();
    for (const std::string& id : ids) {
        const auto known = articles.begin() + static_cast<std::ptrdiff_t>(before);
        if (std::any_of(articles.begin(), known,
                        [&](const Article& article) { return article.id == id; })) {
            continue;
        }
        Result<Article> article = index.article(id);
        if (!article) {
            return article.error();
        }
        articles.push_back(std::move(*article));
    }
    return Done{};
}

Result<Done> read_related(const IndexReader& index, const Article& article,
                          std::span<const Fact> facts, const std::set<std::string>& not_these,
                          std::vector<Article>& articles, std::uint64_t& left_out) {
    Result<WordScores> words = shared_words(index, article);
    if (!words) {
        return words.error();
    }
    std::set<std::string> wanted;
    Result<Done> found = find_related(index, std::move(*words), facts, not_these, wanted, left_out);
    return found ? fetch_articles(index, wanted, articles) : found;
}

}  // namespace atodds
