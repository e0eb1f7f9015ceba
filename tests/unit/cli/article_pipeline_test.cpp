#include "cli/article_pipeline.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>

using namespace atodds;

namespace {

/// Counts what it is given; fails from some article on.
class FakeIntake : public IndexIntake {
  public:
    explicit FakeIntake(std::uint64_t good = UINT64_MAX) : good_(good) {}

    Result<Written> put(std::size_t, std::uint64_t sequence, PreparedArticle article) override {
        const std::lock_guard lock(mutex_);
        if (sequences_.size() >= good_) {
            return Error{ErrorCode::Unwritable, "full", {}, ""};
        }
        sequences_.insert(sequence);
        return Written{1, article.text_bytes()};
    }

    Result<Done> finish(const RunEnd&) override { return Done{}; }

    Result<IndexReader> reader() override { return Error{}; }

    const std::set<std::uint64_t>& sequences() const { return sequences_; }

  private:
    std::mutex mutex_;
    std::uint64_t good_;
    std::set<std::uint64_t> sequences_;
};

Article make_article(std::size_t number, std::size_t size) {
    Article article;
    article.id = fmt::format("a{}", number);
    article.text.assign(size, 'x');
    article.reading = article.text;
    return article;
}

const ReadFacts kReadNothing = [](std::span<const Article> batch) {
    return std::vector<std::vector<Fact>>(batch.size());
};

}  // namespace

TEST_CASE("every article passes once, whatever the number of threads") {
    for (const std::size_t workers : {1U, 2U, 7U}) {
        CAPTURE(workers);
        FakeIntake intake;
        std::atomic<int> reads = 0;
        const ReadFacts read = [&reads](std::span<const Article> batch) {
            reads += static_cast<int>(batch.size());
            return std::vector<std::vector<Fact>>(batch.size());
        };
        ArticlePipeline pipeline(read, "rules", workers, intake);
        for (std::size_t i = 0; i < 1000; ++i) {
            pipeline.push(make_article(i, 10));
        }
        REQUIRE(pipeline.finish());
        CHECK(reads == 1000);
        CHECK(pipeline.written() == Written{1000, 10'000});
        CHECK(intake.sequences().size() == 1000);
        CHECK(*intake.sequences().rbegin() == 999);
    }
}

TEST_CASE("what is on the way is bounded") {
    FakeIntake intake;
    std::atomic<std::uint64_t> pushed = 0;
    std::atomic<std::uint64_t> read_so_far = 0;
    std::atomic<std::uint64_t> most = 0;
    const ReadFacts read = [&](std::span<const Article> batch) {
        // Only the one worker writes `most`.
        most = std::max<std::uint64_t>(most, pushed - read_so_far);
        read_so_far += batch.size();
        return std::vector<std::vector<Fact>>(batch.size());
    };
    ArticlePipeline pipeline(read, "rules", 1, intake);
    constexpr std::size_t kMegabyte = 1U << 20U;
    for (std::size_t i = 0; i < 50; ++i) {
        pipeline.push(make_article(i, kMegabyte));
        ++pushed;
    }
    REQUIRE(pipeline.finish());
    CHECK(most <= 5);
}

TEST_CASE("after a failure the rest is dropped and the failure told") {
    FakeIntake intake(3);
    ArticlePipeline pipeline(kReadNothing, "rules", 2, intake);
    for (std::size_t i = 0; i < 5000; ++i) {
        pipeline.push(make_article(i, 10));
    }
    const Result<Done> done = pipeline.finish();
    REQUIRE_FALSE(done);
    CHECK(done.error().message == "full");
    CHECK(intake.sequences().size() == 3);
}

TEST_CASE("a pipeline that is given up ends its threads") {
    FakeIntake intake;
    {
        ArticlePipeline pipeline(kReadNothing, "rules", 3, intake);
        pipeline.push(make_article(1, 10));
    }
    CHECK(intake.sequences().size() <= 1);
}

TEST_CASE("waiting for more ends where nothing is on the way") {
    FakeIntake intake;
    ArticlePipeline pipeline(kReadNothing, "rules", 1, intake);
    CHECK(pipeline.wait_for_more({}) == Written{});
    pipeline.push(make_article(1, 10));
    CHECK(pipeline.wait_for_more({}) == Written{1, 10});
    CHECK(pipeline.wait_for_more({1, 10}) == Written{1, 10});
    CHECK(pipeline.finish());
}
