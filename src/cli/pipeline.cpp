#include "cli/pipeline.hpp"

#include "cli/arrange.hpp"
#include "cli/parallel.hpp"
#include "compare/credit_findings.hpp"
#include "compare/finder.hpp"
#include "compare/hardening.hpp"
#include "compare/history.hpp"
#include "compare/origins.hpp"
#include "compare/side_origins.hpp"
#include "extract/credit_reader.hpp"
#include "extract/date_bounds.hpp"
#include "index/fact_index.hpp"
#include "ingest/article_reader.hpp"
#include "report/finding_words.hpp"
#include "retrieve/candidates.hpp"
#include "text/sketch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace atodds {
namespace {

// Articles in memory between reading and indexing. Measured nothing yet: a guess that keeps every
// core busy and a batch of long articles below some hundred megabytes.
constexpr std::size_t kBatchArticles = 256;
constexpr std::size_t kBatchBytes = std::size_t{16} << 20U;

// A key that more articles share than this says nothing about any one of them; a guess.
constexpr std::uint32_t kMostFactsPerKey = 1000;

// Articles of the index that one new article is compared with by its words; as many as in a report.
constexpr std::uint32_t kMostCopiedArticles = 16;

void sort_articles(std::vector<Article>& articles) {
    std::sort(articles.begin(), articles.end(), [](const Article& a, const Article& b) {
        return std::tie(a.path, a.id) < std::tie(b.path, b.id);
    });
}

void sort_facts(std::vector<Fact>& facts) {
    std::sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) {
        return std::tie(a.article, a.span, a.id) < std::tie(b.article, b.span, b.id);
    });
}

// Requires: facts are sorted, and the lists are of them.
Report judged(const Comparator& comparator, std::vector<Article> articles, std::vector<Fact> facts,
              const CandidateLists& candidates, Prior prior) {
    Report report;
    report.articles = std::move(articles);
    report.facts = std::move(facts);
    sort_articles(report.articles);
    FoundDisagreements found =
        find_disagreements(comparator, report.articles, report.facts, candidates, prior);
    report.findings = std::move(found.findings);
    report.agreements = std::move(found.agreements);
    return report;
}

// The comparator on two facts of the report, whose articles it looks up.
Judge judge_in(const Comparator& comparator, const Report& report) {
    std::map<std::string, FactSource> sources;
    for (const Article& article : report.articles) {
        sources[article.id] = to_fact_source(article);
    }
    return [&comparator, sources = std::move(sources)](const Fact& left, const Fact& right) {
        const auto source_of = [&](const Fact& fact) {
            const auto found = sources.find(fact.article);
            return found == sources.end() ? FactSource{} : found->second;
        };
        return comparator.judge(left, source_of(left), right, source_of(right));
    };
}

// Order, names and words: what findings need to be read by people.
Report readable(const Comparator& comparator, const RuleSet& rules, Report report) {
    split_agreements(report, judge_in(comparator, report));
    sort_for_checkers(report);
    name_entities(report, [&](const std::string& id) { return comparator.name_of(id); });
    put_in_words(report);
    add_histories(report);
    note_rules(report, rules);
    return report;
}

// Who has it from whom, and what that says of the findings.
void trace_origins(const EntityFinder& entities, Report& report) {
    const CreditReader reader(entities, report.articles);
    std::vector<ArticleCredits> credits;
    std::vector<Sketch> sketches;
    for (const Article& article : report.articles) {
        credits.push_back(reader.read(article));
        sketches.push_back(sketch_of(article));
    }
    Origins origins(report.articles, std::move(credits), sketches);
    drop_places_of_one_text(report, origins);
    note_origins(report, origins, reader);
    find_hardening(report, origins);
    find_conflicting_credit(report, origins, reader);
}

// Short texts that are compared with each other name no publisher: each is its own origin.
void take_as_own_origins(Report& report) {
    for (auto* list : {&report.findings, &report.agreements}) {
        for (Finding& finding : *list) {
            for (Side& side : finding.sides) {
                side.origins = side.articles;
            }
        }
    }
}

std::uint64_t bytes_of(const std::vector<std::string>& files) {
    std::uint64_t bytes = 0;
    for (const std::string& file : files) {
        std::error_code problem;
        const std::uintmax_t size = std::filesystem::file_size(file, problem);
        bytes += problem ? 0 : size;
    }
    return bytes;
}

// Counts what was read and tells it to whoever asked.
class ProgressCount {
  public:
    ProgressCount(const Progress& progress, std::uint64_t total_bytes) : progress_(&progress) {
        state_.total_bytes = total_bytes;
    }

    void add(const Article& article) {
        state_.articles += 1;
        state_.bytes += article.text.size();
    }

    void tell() const {
        if (*progress_) {
            (*progress_)(state_);
        }
    }

  private:
    const Progress* progress_;
    ProgressState state_;
};

// Collects articles into batches, so that facts can be read by several threads and still reach the
// index in order. The first failure of the index ends the work; what follows is dropped.
class Indexing {
  public:
    Indexing(IndexWriter& writer, const FactReader& reader, std::uint32_t threads,
             ProgressCount& progress)
        : writer_(&writer), reader_(&reader), threads_(threads), progress_(&progress) {}

    void take(Article&& article, Diagnostics& diagnostics) {
        if (!ids_.insert(article.id).second) {
            diagnostics.push_back(
                {Severity::Warning,
                 {ErrorCode::BadFormat,
                  fmt::format("article id \"{}\" was read before; this one is left out",
                              article.id),
                  {article.path, {}},
                  "give each article an id of its own"}});
            return;
        }
        progress_->add(article);
        if (writer_->is_current(article)) {
            return;
        }
        bound_date(article);
        bytes_ += article.text.size();
        batch_.push_back(std::move(article));
        if (batch_.size() >= kBatchArticles || bytes_ >= kBatchBytes) {
            flush();
        }
    }

    Result<Done> finish() {
        flush();
        if (failure_) {
            return *failure_;
        }
        return writer_->commit();
    }

  private:
    void flush() {
        if (!failure_) {
            const std::vector<std::vector<Fact>> facts = read_facts(*reader_, batch_, threads_);
            for (std::size_t i = 0; i < batch_.size() && !failure_; ++i) {
                if (Result<PutOutcome> put = writer_->put(batch_[i], facts[i]); !put) {
                    failure_ = std::move(put.error());
                }
            }
        }
        batch_.clear();
        bytes_ = 0;
        progress_->tell();
    }

    IndexWriter* writer_;
    const FactReader* reader_;
    std::uint32_t threads_;
    ProgressCount* progress_;
    std::set<std::string> ids_;
    std::vector<Article> batch_;
    std::size_t bytes_ = 0;
    std::optional<Error> failure_;
};

Result<Done> load_all(const IndexReader& index, std::vector<Article>& articles,
                      std::vector<Fact>& facts) {
    Result<std::vector<std::string>> ids = index.article_ids();
    if (!ids) {
        return ids.error();
    }
    for (const std::string& id : *ids) {
        Result<StoredArticle> stored = index.article(id);
        if (!stored) {
            return stored.error();
        }
        articles.push_back(std::move(stored->article));
        std::move(stored->facts.begin(), stored->facts.end(), std::back_inserter(facts));
    }
    return Done{};
}

// A run that found nothing to read has not done its work: silence would look like agreement.
std::vector<std::string> files_to_read(const RunOptions& options, Diagnostics& diagnostics) {
    std::vector<std::string> files = list_files(options.paths, options.ingest, diagnostics);
    if (files.empty() && diagnostics.empty() && !options.paths.empty()) {
        diagnostics.push_back({Severity::Error,
                               {ErrorCode::Unreadable,
                                "no articles here",
                                {options.paths.front(), {}},
                                "articles are files that end in .txt, .md or .jsonl"}});
    }
    return files;
}

Result<Done> index_files(const std::vector<std::string>& files, const RunOptions& options,
                         const FactReader& reader, IndexWriter& writer, ProgressCount& progress,
                         Diagnostics& diagnostics) {
    Indexing indexing(writer, reader, options.threads, progress);
    Diagnostics repeated;
    read_articles(
        files, options.ingest,
        [&](Article&& article) { indexing.take(std::move(article), repeated); }, diagnostics);
    diagnostics.insert(diagnostics.end(), repeated.begin(), repeated.end());
    return indexing.finish();
}

struct CheckedFacts {
    std::vector<Article> articles;
    std::vector<Fact> facts;
};

CheckedFacts read_checked(const std::vector<std::string>& files, const RunOptions& options,
                          const FactReader& reader, ProgressCount& progress,
                          Diagnostics& diagnostics) {
    CheckedFacts checked;
    read_articles(
        files, options.ingest,
        [&](Article&& article) {
            bound_date(article);
            checked.articles.push_back(std::move(article));
        },
        diagnostics);
    for (std::vector<Fact>& read : read_facts(reader, checked.articles, options.threads)) {
        std::move(read.begin(), read.end(), std::back_inserter(checked.facts));
    }
    for (const Article& article : checked.articles) {
        progress.add(article);
    }
    progress.tell();
    return checked;
}

std::set<std::string> ids_of(const std::vector<Article>& articles) {
    std::set<std::string> ids;
    for (const Article& article : articles) {
        ids.insert(article.id);
    }
    return ids;
}

// Facts of the index that share a key with `own`, articles of the same id left out: a new version
// of an article is not compared with its old one.
Result<Done> load_related(const IndexReader& index, const std::set<std::string>& own_ids,
                          CheckedFacts& checked) {
    std::set<std::string> keys;
    std::set<std::string> fact_ids;
    for (const Fact& fact : checked.facts) {
        // What another index gave already is no reason to look further.
        if (own_ids.contains(fact.article)) {
            const std::vector<std::string> terms = key_terms(fact);
            keys.insert(terms.begin(), terms.end());
        }
        fact_ids.insert(fact.id);
    }
    std::set<std::string> known_articles = ids_of(checked.articles);
    std::set<std::string> article_ids;
    for (const std::string& key : keys) {
        Result<std::vector<Fact>> shared = index.facts_of(key, kMostFactsPerKey);
        if (!shared) {
            return shared.error();
        }
        for (Fact& fact : *shared) {
            if (!known_articles.contains(fact.article) && fact_ids.insert(fact.id).second) {
                article_ids.insert(fact.article);
                checked.facts.push_back(std::move(fact));
            }
        }
    }
    // What the new articles copy is their origin, though they may share no fact with it.
    for (const Article& article : checked.articles) {
        if (!own_ids.contains(article.id)) {
            continue;
        }
        Result<std::vector<std::string>> shared =
            index.articles_sharing(sampled_hashes(sketch_of(article)), kMostCopiedArticles);
        if (!shared) {
            return shared.error();
        }
        std::ranges::copy_if(*shared, std::inserter(article_ids, article_ids.end()),
                             [&](const std::string& id) { return !known_articles.contains(id); });
    }
    for (const std::string& id : article_ids) {
        Result<StoredArticle> stored = index.article(id);
        if (!stored) {
            return stored.error();
        }
        checked.articles.push_back(std::move(stored->article));
    }
    return Done{};
}

void keep_findings_of(const std::set<std::string>& own_ids, std::vector<Finding>& findings) {
    std::erase_if(findings, [&](const Finding& finding) {
        return std::none_of(finding.sides.begin(), finding.sides.end(), [&](const Side& side) {
            return std::any_of(side.articles.begin(), side.articles.end(),
                               [&](const std::string& id) { return own_ids.contains(id); });
        });
    });
}

// What other rules read from the published articles may not meet what these rules read from the
// new one, so an index without findings would prove nothing.
void note_other_rules(const IndexReader& index, const RuleSet& rules, const std::string& folder,
                      Diagnostics& diagnostics) {
    const Result<std::string> hash = index.rules_hash();
    if (hash && *hash != rules.content_hash) {
        diagnostics.push_back({Severity::Error,
                               {ErrorCode::IndexOutdated,
                                "the index was built with other rules than those of this run",
                                {folder, std::nullopt},
                                "build it again with `atodds index`, or name its rules"}});
    }
}

}  // namespace

Stages::Stages(const RuleSet& rules, Tiers tiers)
    : rules_(&rules), reader_(rules, tiers), comparator_(rules, reader_.entities()) {}

Report Stages::compare(std::vector<Article> articles, std::vector<Fact> facts) const {
    sort_facts(facts);
    const CandidateLists candidates = candidate_lists(facts);
    Report report =
        judged(comparator_, std::move(articles), std::move(facts), candidates, Prior::Unknown);
    drop_what_rules_judged(report, judge_in(comparator_, report));
    trace_origins(reader_.entities(), report);
    return readable(comparator_, *rules_, std::move(report));
}

Report Stages::compare_all_pairs(std::vector<Article> articles) const {
    std::vector<Fact> facts;
    for (const Article& article : articles) {
        std::vector<Fact> read = reader_.read(article);
        std::move(read.begin(), read.end(), std::back_inserter(facts));
    }
    sort_facts(facts);
    CandidateLists all(1);
    all.front().resize(facts.size());
    std::iota(all.front().begin(), all.front().end(), 0U);
    Report report =
        judged(comparator_, std::move(articles), std::move(facts), all, Prior::SameMatter);
    take_as_own_origins(report);
    return readable(comparator_, *rules_, std::move(report));
}

std::vector<std::vector<Fact>> read_facts(const FactReader& reader,
                                          const std::vector<Article>& articles,
                                          std::uint32_t threads) {
    std::vector<std::vector<Fact>> facts(articles.size());
    for_each_index(articles.size(), threads,
                   [&](std::size_t i) { facts[i] = reader.read(articles[i]); });
    return facts;
}

Result<Report> report_on_paths(const RuleSet& rules, const RunOptions& options,
                               const Progress& progress) {
    Result<IndexWriter> writer = IndexWriter::open(options.index_folder, rules.content_hash);
    if (!writer) {
        return writer.error();
    }
    const Stages stages(rules, options.tiers);
    Diagnostics diagnostics;
    const std::vector<std::string> files = files_to_read(options, diagnostics);
    ProgressCount count(progress, bytes_of(files));
    if (Result<Done> indexed =
            index_files(files, options, stages.reader(), *writer, count, diagnostics);
        !indexed) {
        return indexed.error();
    }
    Result<IndexReader> index = IndexReader::open(*writer);
    if (!index) {
        return index.error();
    }
    std::vector<Article> articles;
    std::vector<Fact> facts;
    if (Result<Done> loaded = load_all(*index, articles, facts); !loaded) {
        return loaded.error();
    }
    Report report = stages.compare(std::move(articles), std::move(facts));
    report.diagnostics = std::move(diagnostics);
    return report;
}

Result<Report> check_articles(const RuleSet& rules, const RunOptions& options,
                              const CheckFiles& files, const Progress& progress) {
    const Stages stages(rules, options.tiers);
    ProgressCount count(progress, bytes_of(files.checked) + bytes_of(files.others));
    Diagnostics diagnostics = files.diagnostics;
    CheckedFacts checked =
        read_checked(files.checked, options, stages.reader(), count, diagnostics);
    const std::set<std::string> own_ids = ids_of(checked.articles);
    if (!options.index_folder.empty()) {
        Result<IndexReader> index = IndexReader::open({options.index_folder});
        if (index) {
            note_other_rules(*index, rules, options.index_folder, diagnostics);
        }
        Result<Done> loaded = index ? load_related(*index, own_ids, checked) : index.error();
        if (!loaded) {
            return loaded.error();
        }
    }
    // The other files are in no index: they go into one in memory.
    if (!files.others.empty() && !own_ids.empty()) {
        Result<IndexWriter> writer = IndexWriter::open("", rules.content_hash);
        if (!writer) {
            return writer.error();
        }
        if (Result<Done> indexed =
                index_files(files.others, options, stages.reader(), *writer, count, diagnostics);
            !indexed) {
            return indexed.error();
        }
        Result<IndexReader> index = IndexReader::open(*writer);
        Result<Done> loaded = index ? load_related(*index, own_ids, checked) : index.error();
        if (!loaded) {
            return loaded.error();
        }
    }
    Report report = stages.compare(std::move(checked.articles), std::move(checked.facts));
    keep_findings_of(own_ids, report.findings);
    keep_findings_of(own_ids, report.agreements);
    report.checked.assign(own_ids.begin(), own_ids.end());
    report.diagnostics = std::move(diagnostics);
    return report;
}

}  // namespace atodds
