#pragma once
// The stages in a row: files -> articles -> facts -> index -> findings -> Report. Reading facts is
// spread over threads; order, and so every byte of the report, does not depend on how many.

#include "base/result.hpp"
#include "cli/check_scope.hpp"
#include "cli/options.hpp"
#include "compare/comparator.hpp"
#include "extract/fact_reader.hpp"
#include "model/finding.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace atodds {

/// How far a run is. Bytes tell how long it will take: articles differ in size.
struct ProgressState {
    std::uint64_t articles = 0;     ///< read so far
    std::uint64_t bytes = 0;        ///< of these
    std::uint64_t total_bytes = 0;  ///< of all files; 0: not known, as for standard input
};

/// Called after each batch.
using Progress = std::function<void(const ProgressState& state)>;

/// Everything under `options.paths`, compared with itself. With an index folder the articles are
/// added to it (unchanged ones are not read again) and all articles of the index are compared.
/// Fails with: what IndexWriter and IndexReader fail with.
Result<Report> report_on_paths(const RuleSet& rules, const RunOptions& options,
                               const Progress& progress);

/// The checked files compared with each other, with the other files and with the index, where
/// there is one, which is only read. The report holds the checked articles and those that share a
/// fact with them; findings in which no checked article takes part are left out.
/// Fails with: what IndexReader fails with.
Result<Report> check_articles(const RuleSet& rules, const RunOptions& options,
                              const CheckFiles& files, const Progress& progress);

/// Readers and comparator made from one rule set: built once, used for many articles. Thread safe.
/// Requires: the rule set outlives it.
class Stages {
  public:
    explicit Stages(const RuleSet& rules, Tiers tiers = Tiers::Both);

    const FactReader& reader() const { return reader_; }

    /// What disagrees among `facts`, all of which stand in `articles`; both in any order.
    Report compare(std::vector<Article> articles, std::vector<Fact> facts) const;

    /// Reads the facts of a few short texts and judges every pair of them, sharing a key or not.
    Report compare_all_pairs(std::vector<Article> articles) const;

  private:
    const RuleSet* rules_;
    FactReader reader_;
    Comparator comparator_;
};

/// Reads the facts of each article; result in the order of `articles`.
std::vector<std::vector<Fact>> read_facts(const FactReader& reader,
                                          const std::vector<Article>& articles,
                                          std::uint32_t threads);

}  // namespace atodds
