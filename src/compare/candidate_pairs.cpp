#include "compare/candidate_pairs.hpp"

#include "compare/quotation_comparator.hpp"
#include "compare/value_relation.hpp"

#include <fmt/format.h>

#include <string>
#include <unordered_set>

namespace atodds {
namespace {

/// Facts that say the same in the same way are judged through this many of them. Guessed: enough
/// for several dates and origins, few enough that a popular fact stays cheap.
constexpr std::size_t kRepresentatives = 6;
/// Wordings of one list that are aligned with each other: each pair costs the product of their
/// lengths. Guessed: a remark in more versions than this is a stock phrase.
constexpr std::size_t kMostWordings = 64;

std::string signature(const Fact& fact) {
    std::string text = fact.rule + "|" + to_display(fact);
    for (const SlotValue& slot : fact.slots) {
        text += '|';
        text += slot.slot;
        text += '=';
        text += slot.value;
    }
    const Qualifiers& said = fact.qualifiers;
    text +=
        fmt::format("|{}|{}|{}|{}", static_cast<int>(said.certainty), static_cast<int>(said.stage),
                    static_cast<int>(said.phase), to_text(said.event_time));
    return text;
}

}  // namespace

CandidatePairs::CandidatePairs(std::span<const Fact> facts, const CandidateLists& lists)
    : facts_(facts) {
    std::unordered_set<std::uint64_t> seen;  // lookups only
    for (const std::vector<std::uint32_t>& list : lists) {
        const std::vector<std::uint32_t> chosen = representatives(list);
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            for (std::size_t j = i + 1; j < chosen.size(); ++j) {
                if (seen.insert(std::uint64_t{chosen[i]} << 32U | chosen[j]).second) {
                    pairs_.push_back({chosen[i], chosen[j]});
                }
            }
        }
    }
}

std::vector<std::vector<std::uint32_t>> CandidatePairs::by_fact() const {
    std::vector<std::vector<std::uint32_t>> pairs(facts_.size());
    for (std::uint32_t i = 0; i < pairs_.size(); ++i) {
        pairs[pairs_[i].left].push_back(i);
        pairs[pairs_[i].right].push_back(i);
    }
    return pairs;
}

const std::set<std::uint32_t>& CandidatePairs::followers_of(std::uint32_t fact) const {
    static const std::set<std::uint32_t> kNone;
    const auto found = followers_.find(fact);
    return found == followers_.end() ? kNone : found->second;
}

const std::string& CandidatePairs::signature_of(std::uint32_t fact) {
    std::string& known = signatures_[fact];
    if (known.empty()) {
        known = signature(facts_[fact]);
    }
    return known;
}

std::vector<std::uint32_t> CandidatePairs::representatives(const std::vector<std::uint32_t>& list) {
    std::vector<std::uint32_t> chosen;
    if (list.size() <= kRepresentatives) {
        chosen = list;  // too few for one to be spared
    } else {
        std::unordered_map<std::string_view, std::vector<std::uint32_t>> alike;  // lookups only
        for (const std::uint32_t index : list) {
            std::vector<std::uint32_t>& same = alike[signature_of(index)];
            if (same.size() < kRepresentatives) {
                chosen.push_back(index);
                same.push_back(index);
            } else {
                followers_[same.back()].insert(index);
            }
        }
    }
    if (chosen.size() > kMostWordings && is_quotation(facts_[chosen.front()])) {
        chosen.resize(kMostWordings);
    }
    return chosen;
}

}  // namespace atodds
