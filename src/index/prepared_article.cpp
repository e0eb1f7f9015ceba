#include "index/prepared_article.hpp"

#include "index/article_codec.hpp"
#include "index/article_document.hpp"
#include "index/index_parts.hpp"
#include "index/xapian_guard.hpp"

#include <utility>

namespace atodds {

PreparedArticle::PreparedArticle(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

PreparedArticle::~PreparedArticle() = default;
PreparedArticle::PreparedArticle(PreparedArticle&&) noexcept = default;
PreparedArticle& PreparedArticle::operator=(PreparedArticle&&) noexcept = default;

std::size_t PreparedArticle::text_bytes() const {
    return parts_->text_bytes;
}

struct ArticlePreparer::Parts {
    std::string rules_hash;
    WordStemmer stemmer;
};

ArticlePreparer::ArticlePreparer(std::string_view rules_hash) : parts_(std::make_unique<Parts>()) {
    parts_->rules_hash = rules_hash;
}

ArticlePreparer::~ArticlePreparer() = default;
ArticlePreparer::ArticlePreparer(ArticlePreparer&&) noexcept = default;
ArticlePreparer& ArticlePreparer::operator=(ArticlePreparer&&) noexcept = default;

Result<PreparedArticle> ArticlePreparer::prepare(const Article& article,
                                                 std::span<const Fact> facts) {
    return guarded(article.path, IndexAccess::Writing, [&]() -> Result<PreparedArticle> {
        auto made = std::make_unique<PreparedArticle::Parts>();
        made->article_id = article.id;
        made->state = state_of(article, parts_->rules_hash);
        made->document = make_document(article, facts, made->state, parts_->stemmer);
        made->record = encode_article(article);
        made->text_bytes = article.text.size();
        return PreparedArticle(std::move(made));
    });
}

}  // namespace atodds
