#pragma once
// The tokens a cue governs. Scopes end at clauses; only what a verb of saying reports may span
// several.

#include "extract/clause_map.hpp"
#include "extract/cue_matcher.hpp"
#include "extract/source_finder.hpp"
#include "model/statement.hpp"
#include "ruleset/ruleset.hpp"

#include <span>
#include <utility>
#include <vector>

namespace atodds {

class ScopeReader {
  public:
    /// `matches` are all cue matches of `statement`; all three must outlive the reader.
    ScopeReader(const Statement& statement, std::span<const CueMatch> matches,
                const std::vector<Cue>& cues);

    const ClauseMap& clauses() const { return clauses_; }

    ClauseMap take_clauses() && { return std::move(clauses_); }

    /// Scope of a cue that is no attribution. Empty where it governs nothing.
    TokenRange scope_of(const CueMatch& match) const;

    /// What the verb of saying `match` reports: behind it, or in front of it where it closes the
    /// sentence (`, Acme said.`). Empty where it reports nothing ("told firms to stop").
    TokenRange content_of(const CueMatch& match, TokenRange subject) const;

    /// What "according to X" governs; `object` is X.
    TokenRange content_around(const CueMatch& match, TokenRange object) const;

  private:
    bool is_attribution(const CueMatch& match) const;
    bool has_attribution_in(TokenRange range) const;
    std::uint32_t content_end(std::uint32_t from) const;
    std::uint32_t content_begin(std::uint32_t before) const;
    std::uint32_t skip_adjuncts(std::uint32_t from, std::uint32_t end) const;
    std::uint32_t late_complement(std::uint32_t from) const;
    bool is_directive(const CueMatch& match) const;
    bool is_passive_group(std::uint32_t cue_end, std::uint32_t reach) const;
    TokenRange after_scope(const CueMatch& match) const;
    TokenRange next_value(std::uint32_t from) const;
    std::uint32_t stopped(const Cue& cue, TokenRange scope) const;

    const Statement& statement_;
    std::span<const CueMatch> matches_;
    const std::vector<Cue>& cues_;
    ClauseMap clauses_;
    std::vector<std::uint32_t> attributions_;  ///< first tokens of attribution cues, sorted
};

}  // namespace atodds
