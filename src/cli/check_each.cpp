#include "cli/check_each.hpp"

#include "base/parallel.hpp"
#include "cli/indexing.hpp"
#include "cli/related_reading.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>

namespace atodds {
namespace {

/// Articles whose reports wait for each other, so that they are put together in order.
constexpr std::size_t kBatch = 64;

struct Checked {
    Report report;
    std::uint64_t left_out = 0;
    std::optional<Error> error;
};

class EachCheck {
  public:
    EachCheck(const Stages& stages, const IndexReader* published, const IndexReader& beside,
              std::span<const Article> checked, const GatheringOptions& options)
        : stages_(&stages), published_(published), beside_(&beside), options_(&options) {
        for (const Article& article : checked) {
            own_ids_.insert(article.id);
        }
    }

    Checked check(const Article& article) {
        Checked checked;
        std::vector<Fact> facts = stages_->reader().read(article);
        std::vector<Article> articles{article};
        if (std::optional<Error> error = add_related(facts, articles, checked.left_out)) {
            checked.error = std::move(error);
            return checked;
        }
        for (std::vector<Fact>& read :
             read_facts(stages_->reader(), std::span(articles).subspan(1), 1)) {
            std::ranges::move(read, std::back_inserter(facts));
        }
        checked.report = stages_->compare_of({article.id}, std::move(articles), std::move(facts));
        if (options_->keep) {
            options_->keep(checked.report);
        }
        keep_what_is_found(checked.report);
        return checked;
    }

  private:
    /// A reader of an index serves one at a time. What was published in an older version of a
    /// checked article is not compared with the new one.
    std::optional<Error> add_related(std::span<const Fact> facts, std::vector<Article>& articles,
                                     std::uint64_t& left_out) {
        const std::lock_guard lock(looking_up_);
        const Article own = articles.front();
        for (const IndexReader* index : {published_, beside_}) {
            const std::set<std::string>& not_these =
                index == beside_ ? std::set<std::string>{own.id} : own_ids_;
            Result<Done> done =
                index == nullptr ? Done{}
                                 : read_related(*index, own, facts, not_these, articles, left_out);
            if (!done) {
                return done.error();
            }
        }
        return std::nullopt;
    }

    const Stages* stages_;
    const IndexReader* published_;
    const IndexReader* beside_;
    const GatheringOptions* options_;
    std::set<std::string> own_ids_;
    std::mutex looking_up_;
};

/// Checked articles without a finding are part of the report too: they were asked about.
void add_all(std::vector<Article> checked, Report& report) {
    std::set<std::string> known;
    for (const Article& article : report.articles) {
        known.insert(article.id);
    }
    for (Article& article : checked) {
        report.checked.push_back(article.id);
        if (!known.contains(article.id)) {
            report.articles.push_back(std::move(article));
        }
    }
    std::ranges::sort(report.checked);
    std::ranges::sort(report.articles, [](const Article& a, const Article& b) {
        return std::tie(a.path, a.id) < std::tie(b.path, b.id);
    });
}

}  // namespace

Result<Report> check_each(const Stages& stages, const IndexReader* published,
                          const IndexReader& beside, std::vector<Article> checked,
                          const GatheringOptions& options, ProgressCount& progress) {
    EachCheck each(stages, published, beside, checked, options);
    Gathering gathering(options.most_findings);
    std::uint64_t left_out = 0;
    for (std::size_t first = 0; first < checked.size(); first += kBatch) {
        const auto batch =
            std::span(checked).subspan(first, std::min(kBatch, checked.size() - first));
        std::vector<Checked> done(batch.size());
        for_each_index(batch.size(), options.threads,
                       [&](std::size_t i) { done[i] = each.check(batch[i]); });
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (done[i].error) {
                return *done[i].error;
            }
            left_out += done[i].left_out;
            gathering.add(done[i].report);
            progress.add(batch[i]);
        }
        progress.tell();
    }
    Report all = gathering.take();
    all.coverage.left_out = left_out;
    add_all(std::move(checked), all);
    return all;
}

}  // namespace atodds
