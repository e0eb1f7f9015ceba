#pragma once
// How a thing is said: polarity, certainty, stance and holder, sources, quotation, stage, phase,
// list kind. One shared lexicon with scopes; no rule writes its own negation or hedging.

#include "model/fact.hpp"
#include "model/statement.hpp"
#include "ruleset/ruleset.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string_view>
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
        /// Of attributions with the same scope the lower is the outer: "told Reuters" (0), the
        /// speaker (1), "citing" (2).
        std::uint8_t depth = 1;
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

    /// One context per statement of one article. Requires: entities, tags. `publisher` is the
    /// entity id of the article's own source, which is never put on a stack; empty if unknown.
    std::vector<StatementContext> read_contexts(std::span<const Statement> statements,
                                                std::string_view publisher = {}) const;

    /// The qualifiers of what the tokens `focus` of `statement` say. A cue counts where it governs
    /// at least half of the focus, or stands inside it and governs some of it.
    Qualifiers qualify(const Statement& statement, const StatementContext& context,
                       TokenRange focus) const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace atodds
