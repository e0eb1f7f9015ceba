#pragma once
// How a thing is said: polarity, certainty, stance and holder, sources, quotation, stage, phase,
// list kind. One shared lexicon with scopes; no rule writes its own negation or hedging.

#include "extract/statement_context.hpp"
#include "model/fact.hpp"
#include "model/statement.hpp"
#include "ruleset/ruleset.hpp"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace atodds {

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
