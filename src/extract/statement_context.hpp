#pragma once
// What is known of how one statement is said, before anything is asked of it.

#include "extract/clause_map.hpp"
#include "model/fact.hpp"
#include "model/statement.hpp"

#include <cstdint>
#include <optional>
#include <string>
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
    std::optional<ClauseMap> clauses;  ///< of statements with cues or dates, for who asks again
    bool has_quotes = true;            ///< false where no token is quoted and no single mark stands
    std::optional<Day> anchor;         ///< latest date the text gave before, for relative times
};

}  // namespace atodds
