#pragma once
// How a thing is said: polarity, certainty, stance and holder, sources, quotation, stage, phase,
// list kind. One shared lexicon with scopes; no rule writes its own negation or hedging.

#include "model/fact.hpp"
#include "model/statement.hpp"
#include "ruleset/ruleset.hpp"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace atodds {

/// Cues found in one statement with the tokens they govern, plus what the statement inherits.
struct StatementContext {
    struct Scoped {
        std::uint32_t cue = 0;            ///< index into RuleSet::cues
        TokenRange tokens;                ///< the cue itself
        TokenRange scope;                 ///< the tokens it governs
        std::string holder;               ///< entity id, for denials and confirmations
        std::optional<SourceRef> source;  ///< for attributions
    };

    std::vector<Scoped> cues;          ///< in token order
    std::vector<SourceRef> inherited;  ///< "The report stated ... It added ...": outermost first
    std::optional<Day> anchor;         ///< latest date the text gave before, for relative times
};

class QualifierReader {
  public:
    explicit QualifierReader(const std::vector<Cue>& cues);
    ~QualifierReader();
    QualifierReader(QualifierReader&&) noexcept;
    QualifierReader& operator=(QualifierReader&&) noexcept;

    /// One context per statement of one article. Requires: entities, tags, clauses.
    std::vector<StatementContext> read_contexts(std::span<const Statement> statements) const;

    /// The qualifiers of what the tokens `focus` of `statement` say.
    Qualifiers qualify(const Statement& statement, const StatementContext& context,
                       TokenRange focus) const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace atodds
