#pragma once
// Two quotations -> a verdict. docs/decisions/007-quotations.md has the scale.

#include "extract/entity_finder.hpp"
#include "model/finding.hpp"

#include <span>
#include <string>
#include <vector>

namespace atodds {

/// Requires: both facts are quotations of read_quote_facts. Symmetric but for the order of sides
/// in texts. Judgement::sameness is the share of words in hundredths.
Judgement judge_quotations(const EntityFinder& entities, const Fact& left, const Fact& right);

/// True for facts that judge_quotations takes.
bool is_quotation(const Fact& fact);

/// What sets the side of a quotation apart: its words without case, marks and spelling, or, where
/// the judgement is on who said it, the speaker.
std::string quotation_side_key(const EntityFinder& entities, const Fact& fact,
                               const Judgement& judgement);

/// The side for readers: the quotation, around the words that differ where it is long.
std::string quotation_side_value(const EntityFinder& entities, const Fact& fact,
                                 const Judgement& judgement, std::span<const ByteSpan> marks);

}  // namespace atodds
