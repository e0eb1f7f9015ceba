#pragma once
// Articles -> facts -> prepared articles -> intake, by several threads. One thread pushes; it waits
// while too much is on the way, so memory stays flat however long the input is.

#include "base/result.hpp"
#include "cli/index_intake.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace atodds {

/// The facts of each article of a batch; called from several threads.
using ReadFacts = std::function<std::vector<std::vector<Fact>>(std::span<const Article>)>;

class ArticlePipeline {
  public:
    /// Requires: what is given outlives it, `workers` at least 1 and not more than the intake
    /// knows.
    ArticlePipeline(const ReadFacts& read_facts, std::string_view rules_hash, std::size_t workers,
                    IndexIntake& intake);
    ~ArticlePipeline();
    ArticlePipeline(const ArticlePipeline&) = delete;
    ArticlePipeline& operator=(const ArticlePipeline&) = delete;

    /// After a failure articles are dropped.
    void push(Article&& article);

    /// Waits until more is written than `known`, or nothing is on the way; what is written by now.
    Written wait_for_more(const Written& known);

    /// What is written by now.
    Written written();

    /// Waits for everything on the way. The first failure of the intake, if any. Nothing may be
    /// pushed afterwards.
    Result<Done> finish();

  private:
    /// Articles that were pushed one after the other.
    struct Batch {
        std::uint64_t sequence = 0;  ///< of the first
        std::vector<Article> articles;
    };

    void work(std::size_t worker);
    /// Nothing when no more will come.
    std::optional<Batch> take();
    void note(const Result<Written>& result);
    bool is_full() const;

    const ReadFacts& read_facts_;
    std::string rules_hash_;
    IndexIntake& intake_;
    std::mutex mutex_;
    std::condition_variable has_room_;  ///< something was written, or failed
    std::condition_variable has_work_;
    std::deque<Article> waiting_;
    Written pushed_;
    Written written_;
    bool is_closed_ = false;
    std::optional<Error> failure_;
    std::size_t workers_;
    std::vector<std::jthread> threads_;  ///< last: they use all of the above
};

}  // namespace atodds
