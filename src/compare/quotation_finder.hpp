#pragma once
// Judged pairs of quotations -> findings, one per remark: the versions in circulation, each with
// everybody who prints it, and the words that differ marked in each.

#include "compare/quotation_comparator.hpp"
#include "compare/quotation_groups.hpp"
#include "extract/entity_finder.hpp"
#include "model/finding.hpp"

#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <vector>

namespace atodds {

struct FoundQuotations {
    std::vector<Finding> findings;
    std::vector<Finding> agreements;
};

/// A side with the facts of these indices, its value still empty.
using SideMaker = std::function<Side(const std::set<std::uint32_t>&)>;

/// Requires: pairs are of `facts`, none is Different. The order of pairs does not matter. Within a
/// finding the strongest verdict counts; who said it stands apart from what was said. Agreements
/// are those between articles.
FoundQuotations find_quotations(const EntityFinder& entities, std::span<const Fact> facts,
                                std::span<const QuotationPair> pairs, const SideMaker& make_side);

}  // namespace atodds
