#include "cli/check_run.hpp"

#include "cli/check_each.hpp"
#include "cli/index_places.hpp"
#include "cli/related_reading.hpp"
#include "cli/selection.hpp"
#include "extract/date_bounds.hpp"
#include "ingest/article_reader.hpp"
#include "retrieve/related.hpp"

#include <algorithm>
#include <future>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <thread>
#include <utility>

namespace atodds {
namespace {

/// So many new articles are compared with each other and with what belongs to any of them, all in
/// memory; more are checked one by one.
constexpr std::size_t kMostTogether = 16;

std::vector<Article> read_all(const std::vector<std::string>& files, const RunOptions& options,
                              Diagnostics& diagnostics) {
    std::vector<Article> articles;
    read_articles(
        files, options.ingest,
        [&](Article&& article) {
            bound_date(article);
            articles.push_back(std::move(article));
        },
        diagnostics);
    return articles;
}

std::set<std::string> ids_of(const std::vector<Article>& articles) {
    std::set<std::string> ids;
    for (const Article& article : articles) {
        ids.insert(article.id);
    }
    return ids;
}

/// One check of a few articles.
class CheckTogether {
  public:
    /// While the facts of the articles are read, `first`, which may be null, is asked for their
    /// words; add_related of it comes first.
    CheckTogether(const Stages& stages, const RunOptions& options, std::vector<Article> checked,
                  const IndexReader* first)
        : stages_(&stages),
          options_(&options),
          own_ids_(ids_of(checked)),
          articles_(std::move(checked)),
          checked_(articles_.size()) {
        const auto policy = cores() == Cores::Spare ? std::launch::async : std::launch::deferred;
        if (first != nullptr) {
            words_ = std::async(policy, [this, first] { return words_in(*first); });
        }
        read_facts_from(0);
        std::ranges::stable_sort(facts_, {}, &Fact::article);
        own_facts_ = facts_.size();
    }

    /// Adds the articles of the index that are worth comparing with the checked ones. Those of the
    /// same id are left out: a new version of an article is not compared with its old one.
    Result<Done> add_related(const IndexReader& index) {
        std::vector<Result<WordScores>> words = words_.valid() ? words_.get() : words_in(index);
        std::set<std::string> wanted;
        const std::span<const Fact> own = std::span(facts_).first(own_facts_);
        for (std::size_t i = 0; i < checked_; ++i) {
            if (!words[i]) {
                return words[i].error();
            }
            const auto [first, last] =
                std::ranges::equal_range(own, articles_[i].id, {}, &Fact::article);
            if (Result<Done> found = find_related(index, std::move(*words[i]), {first, last},
                                                  own_ids_, wanted, coverage_.left_out);
                !found) {
                return found;
            }
        }
        const std::size_t before = articles_.size();
        if (Result<Done> fetched = fetch_articles(index, wanted, articles_); !fetched) {
            return fetched;
        }
        read_facts_from(before);
        return Done{};
    }

    Report report() {
        Report report =
            stages_->compare_of(own_ids_, std::move(articles_), std::move(facts_), cores());
        report.checked.assign(own_ids_.begin(), own_ids_.end());
        report.coverage = coverage_;
        return report;
    }

  private:
    Cores cores() const {
        const bool has_spare = options_->threads == 0 ? std::thread::hardware_concurrency() > 1
                                                      : options_->threads > 1;
        return has_spare ? Cores::Spare : Cores::One;
    }

    /// Of the checked articles, in their order.
    std::vector<Result<WordScores>> words_in(const IndexReader& index) const {
        std::vector<Result<WordScores>> words;
        for (const Article& article : std::span(articles_).first(checked_)) {
            words.push_back(shared_words(index, article));
        }
        return words;
    }

    void read_facts_from(std::size_t first) {
        const std::span<const Article> more = std::span(articles_).subspan(first);
        std::vector<std::vector<Fact>> read =
            read_facts(stages_->reader(), more, options_->threads);
        std::size_t all = facts_.size();
        for (const std::vector<Fact>& of_article : read) {
            all += of_article.size();
        }
        facts_.reserve(all);
        for (std::vector<Fact>& of_article : read) {
            std::ranges::move(of_article, std::back_inserter(facts_));
        }
    }

    const Stages* stages_;
    const RunOptions* options_;
    std::set<std::string> own_ids_;
    std::vector<Article> articles_;  ///< the checked ones first
    std::size_t checked_;
    std::vector<Fact> facts_;  ///< those of the checked ones first, by article
    std::size_t own_facts_ = 0;
    Coverage coverage_;
    std::future<std::vector<Result<WordScores>>> words_;  ///< last: its work uses the others
};

/// One check: what is asked, and what it is compared with.
class CheckRun {
  public:
    CheckRun(const Stages& stages, const RunOptions& options, const CheckFiles& files,
             const Progress& progress)
        : stages_(&stages), options_(&options), files_(&files), progress_(&progress) {}

    Result<Report> run() {
        diagnostics_ = files_->diagnostics;
        if (!options_->index_places.empty()) {
            Result<IndexReader> index = IndexReader::open(options_->index_places);
            if (!index) {
                return index.error();
            }
            note_other_rules(*index, stages_->rules().content_hash, diagnostics_);
            published_.emplace(std::move(*index));
        }
        Diagnostics told;
        std::vector<Article> checked = read_all(files_->checked, *options_, told);
        Result<Report> report = checked.size() > kMostTogether
                                    ? check_one_by_one(std::move(checked))
                                    : check_together(std::move(checked), std::move(told));
        if (report) {
            report->diagnostics = std::move(diagnostics_);
        }
        return report;
    }

  private:
    Result<Report> check_together(std::vector<Article> checked, Diagnostics told) {
        std::ranges::move(told, std::back_inserter(diagnostics_));
        ProgressCount count(*progress_, bytes_of(files_->checked) + bytes_of(files_->others));
        for (const Article& article : checked) {
            count.add(article);
        }
        const bool has_checked = !checked.empty();
        CheckTogether check(*stages_, *options_, std::move(checked),
                            published_ ? &*published_ : nullptr);
        count.tell();
        if (published_) {
            if (Result<Done> added = check.add_related(*published_); !added) {
                return added.error();
            }
        }
        if (has_checked && !files_->others.empty()) {
            const Result<IndexReader> others = index_in_memory(files_->others, count);
            Result<Done> added = others ? check.add_related(*others) : others.error();
            if (!added) {
                return added.error();
            }
        }
        return check.report();
    }

    Result<Report> check_one_by_one(std::vector<Article> checked) {
        const std::uint64_t bytes = bytes_of(files_->checked);
        ProgressCount count(*progress_, 2 * bytes + bytes_of(files_->others));
        std::vector<std::string> all = files_->checked;
        std::ranges::copy(files_->others, std::back_inserter(all));
        const Result<IndexReader> beside = index_in_memory(all, count);  // tells of bad files again
        if (!beside) {
            return beside.error();
        }
        const auto keep = [this](Report& report) { keep_selected(*options_, report); };
        return check_each(*stages_, published_ ? &*published_ : nullptr, *beside,
                          std::move(checked), {options_->threads, options_->most_findings, keep},
                          count);
    }

    Result<IndexReader> index_in_memory(const std::vector<std::string>& files,
                                        ProgressCount& count) {
        RunOptions in_memory = *options_;
        in_memory.index_places.clear();
        return index_and_open(files, in_memory, stages_->rules().content_hash, stages_->reader(),
                              count, diagnostics_);
    }

    const Stages* stages_;
    const RunOptions* options_;
    const CheckFiles* files_;
    const Progress* progress_;
    std::optional<IndexReader> published_;
    Diagnostics diagnostics_;
};

}  // namespace

Result<Report> check_articles(const Stages& stages, const RunOptions& options,
                              const CheckFiles& files, const Progress& progress) {
    return CheckRun(stages, options, files, progress).run();
}

}  // namespace atodds
