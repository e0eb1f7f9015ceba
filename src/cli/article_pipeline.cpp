#include "cli/article_pipeline.hpp"

#include "extract/date_bounds.hpp"
#include "extract/fact_reader.hpp"

#include <utility>

namespace atodds {
namespace {

/// What may be on the way for each worker: enough that none runs dry while another commits, which
/// takes as long as reading some hundred kilobytes for facts.
constexpr std::uint64_t kMostArticles = 128;
constexpr std::uint64_t kMostBytes = 4U << 20U;

}  // namespace

ArticlePipeline::ArticlePipeline(const ReadFacts& read_facts, std::string_view rules_hash,
                                 std::size_t workers, IndexIntake& intake)
    : read_facts_(read_facts), rules_hash_(rules_hash), intake_(intake), workers_(workers) {
    for (std::size_t i = 0; i < workers; ++i) {
        threads_.emplace_back([this, i] { work(i); });
    }
}

ArticlePipeline::~ArticlePipeline() {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
    waiting_.clear();
    has_work_.notify_all();
}

bool ArticlePipeline::is_full() const {
    return pushed_.articles - written_.articles >= kMostArticles * workers_ ||
           pushed_.bytes - written_.bytes >= kMostBytes * workers_;
}

void ArticlePipeline::push(Article&& article) {
    std::unique_lock lock(mutex_);
    has_room_.wait(lock, [this] { return failure_ || !is_full(); });
    if (failure_) {
        return;
    }
    ++pushed_.articles;
    pushed_.bytes += article.text.size();
    waiting_.push_back(std::move(article));
    has_work_.notify_one();
}

std::optional<ArticlePipeline::Batch> ArticlePipeline::take() {
    std::unique_lock lock(mutex_);
    has_work_.wait(lock, [this] { return is_closed_ || failure_ || !waiting_.empty(); });
    if (failure_ || waiting_.empty()) {
        return std::nullopt;
    }
    Batch batch{pushed_.articles - waiting_.size(), {}};
    const std::size_t share = (waiting_.size() + workers_ - 1) / workers_;
    for (std::size_t bytes = 0; batch.articles.size() < share && bytes < kBatchBytes;) {
        bytes += waiting_.front().text.size();
        batch.articles.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
    }
    return batch;
}

void ArticlePipeline::work(std::size_t worker) {
    ArticlePreparer preparer(rules_hash_);
    while (std::optional<Batch> batch = take()) {
        for (Article& article : batch->articles) {
            bound_date(article);
        }
        const std::vector<std::vector<Fact>> facts = read_facts_(batch->articles);
        for (std::size_t i = 0; i < facts.size(); ++i) {
            Result<PreparedArticle> made = preparer.prepare(batch->articles[i], facts[i]);
            batch->articles[i] = {};  // the text is in what was made
            note(made ? intake_.put(worker, batch->sequence + i, std::move(*made)) : made.error());
        }
    }
}

void ArticlePipeline::note(const Result<Written>& result) {
    const std::lock_guard lock(mutex_);
    if (result) {
        written_.articles += result->articles;
        written_.bytes += result->bytes;
    } else if (!failure_) {
        failure_ = result.error();
        waiting_.clear();
        has_work_.notify_all();
    }
    has_room_.notify_all();
}

Written ArticlePipeline::wait_for_more(const Written& known) {
    std::unique_lock lock(mutex_);
    has_room_.wait(lock, [&] { return failure_ || written_ != known || written_ == pushed_; });
    return written_;
}

Written ArticlePipeline::written() {
    const std::lock_guard lock(mutex_);
    return written_;
}

Result<Done> ArticlePipeline::finish() {
    {
        const std::lock_guard lock(mutex_);
        is_closed_ = true;
        has_work_.notify_all();
    }
    threads_.clear();  // joins
    return failure_ ? Result<Done>(*failure_) : Done{};
}

}  // namespace atodds
