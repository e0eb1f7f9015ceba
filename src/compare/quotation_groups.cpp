#include "compare/quotation_groups.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace atodds {
namespace {

/// Sides that a fact is tried against; beyond it the finding is a list that nobody reads.
constexpr std::size_t kMostSides = 24;

/// One aligned part: the fact, its bytes, and the pair it comes from.
struct Part {
    std::uint32_t fact = 0;
    ByteSpan span;
    std::uint32_t pair = 0;
};

std::uint32_t root_of(std::vector<std::uint32_t>& parent, std::uint32_t item) {
    while (parent[item] != item) {
        parent[item] = parent[parent[item]];
        item = parent[item];
    }
    return item;
}

std::pair<std::uint32_t, std::uint32_t> ordered(std::uint32_t a, std::uint32_t b) {
    return {std::min(a, b), std::max(a, b)};
}

}  // namespace

std::vector<std::uint32_t> group_by_part(std::span<const QuotationPair* const> pairs) {
    std::vector<Part> parts;
    for (std::uint32_t i = 0; i < pairs.size(); ++i) {
        parts.push_back({pairs[i]->left, pairs[i]->judgement.left_part, i});
        parts.push_back({pairs[i]->right, pairs[i]->judgement.right_part, i});
    }
    std::ranges::sort(parts, {},
                      [](const Part& part) { return std::tuple(part.fact, part.span, part.pair); });
    std::vector<std::uint32_t> parent(pairs.size());
    std::iota(parent.begin(), parent.end(), 0U);
    std::uint32_t reach = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool goes_on = i > 0 && parts[i].fact == parts[i - 1].fact;
        if (goes_on && parts[i].span.begin < reach) {
            const std::uint32_t a = root_of(parent, parts[i].pair);
            const std::uint32_t b = root_of(parent, parts[i - 1].pair);
            parent[std::max(a, b)] = std::min(a, b);
        }
        reach = goes_on ? std::max(reach, parts[i].span.end) : parts[i].span.end;
    }
    std::map<std::uint32_t, std::uint32_t> numbers;
    std::vector<std::uint32_t> groups;
    for (std::uint32_t i = 0; i < pairs.size(); ++i) {
        const auto next = static_cast<std::uint32_t>(numbers.size());
        groups.push_back(numbers.emplace(root_of(parent, i), next).first->second);
    }
    return groups;
}

std::map<std::uint32_t, std::uint32_t> sides_of(std::span<const QuotationPair* const> pairs,
                                                const AgreeingFacts& agreeing) {
    std::set<std::uint32_t> facts;
    AgreeingFacts opposed;
    for (const QuotationPair* pair : pairs) {
        facts.insert({pair->left, pair->right});
        opposed.insert(ordered(pair->left, pair->right));
    }
    std::vector<std::vector<std::uint32_t>> sides;
    std::map<std::uint32_t, std::uint32_t> of_fact;
    for (const std::uint32_t fact : facts) {
        const auto fits = [&](const std::vector<std::uint32_t>& side) {
            return std::ranges::all_of(side, [&](std::uint32_t other) {
                const auto both = ordered(fact, other);
                return agreeing.contains(both) && !opposed.contains(both);
            });
        };
        const auto end =
            sides.begin() + static_cast<std::ptrdiff_t>(std::min(sides.size(), kMostSides));
        const auto found = std::find_if(sides.begin(), end, fits);
        if (found == end) {
            of_fact[fact] = static_cast<std::uint32_t>(sides.size());
            sides.push_back({fact});
        } else {
            of_fact[fact] = static_cast<std::uint32_t>(found - sides.begin());
            found->push_back(fact);
        }
    }
    return of_fact;
}

}  // namespace atodds
