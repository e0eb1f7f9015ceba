#pragma once
// The stages in a row: files -> articles -> facts -> index -> findings -> Report. Reading facts is
// spread over threads; order, and so every byte of the report, does not depend on how many.

#include "base/result.hpp"
#include "cli/options.hpp"
#include "compare/comparator.hpp"
#include "extract/entity_finder.hpp"
#include "extract/fact_reader.hpp"
#include "model/finding.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace atodds {

/// Called after each batch with the number of articles read so far.
using Progress = std::function<void(std::uint64_t articles)>;

/// Everything under `options.paths`, compared with itself. With an index folder the articles are
/// added to it (unchanged ones are not read again) and all articles of the index are compared.
/// Fails with: what IndexWriter and IndexReader fail with.
Result<Report> report_on_paths(const RuleSet& rules, const RunOptions& options,
                               const Progress& progress);

/// The articles under `options.paths` compared with those of the index, which is only read. The
/// report holds the new articles and those of the index that share a fact with them; findings in
/// which no new article takes part are left out. Requires: an index folder.
Result<Report> check_against_index(const RuleSet& rules, const RunOptions& options,
                                   const Progress& progress);

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
    EntityFinder entities_;
    Comparator comparator_;
};

/// Reads the facts of each article; result in the order of `articles`.
std::vector<std::vector<Fact>> read_facts(const FactReader& reader,
                                          const std::vector<Article>& articles,
                                          std::uint32_t threads);

}  // namespace atodds
