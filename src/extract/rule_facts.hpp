#pragma once
// Matches of rules -> declared facts: slots filled (from the match, from `set`, carried from
// earlier in the text, or by default), the value normalised, the qualifiers read.

#include "extract/entity_finder.hpp"
#include "extract/qualifier_reader.hpp"
#include "extract/rule_matcher.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"
#include "ruleset/ruleset.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// What the fact builder works with; all must outlive it.
struct RuleFactParts {
    const RuleSet* rules;
    const EntityFinder* entities;
    const RuleMatcher* matcher;
    const QualifierReader* qualifiers;
};

/// The declared facts of one article, in text order. `contexts` holds one entry a statement.
std::vector<Fact> read_rule_facts(const RuleFactParts& parts, const Article& article,
                                  std::span<const Statement> statements,
                                  std::span<const StatementContext> contexts);

/// The bytes of the tokens `range`. Requires: the range is not empty.
ByteSpan span_of(const Statement& statement, TokenRange range);

/// Fact::id of a fact at `span`.
std::string fact_id(std::string_view article, ByteSpan span, std::string_view rule);

}  // namespace atodds
