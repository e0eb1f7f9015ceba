#pragma once
// Two quotations -> a verdict. docs/decisions/007-quotations.md has the scale.

#include "extract/entity_finder.hpp"
#include "model/finding.hpp"

namespace atodds {

/// Requires: both facts are quotations of read_quote_facts. Symmetric but for the order of sides
/// in texts. Judgement::sameness is the share of words in hundredths.
Judgement judge_quotations(const EntityFinder& entities, const Fact& left, const Fact& right);

/// True for facts that judge_quotations takes.
bool is_quotation(const Fact& fact);

/// True where the judgement is on who said it, not on the words.
bool is_about_speaker(const Judgement& judgement);

}  // namespace atodds
