#include "retrieve/candidates.hpp"

#include "retrieve/blocking_keys.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace atodds {
namespace {

/// Two words that more quotations than this share ("united states") say nothing about any one of
/// them; real versions share other words too. Guessed.
constexpr std::size_t kMostQuotations = 1000;

}  // namespace

std::vector<std::vector<std::uint32_t>> candidate_lists(std::span<const Fact> facts) {
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_key;
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        for (std::string& key : blocking_keys(facts[i])) {
            by_key[std::move(key)].push_back(i);
        }
    }
    // Most keys are held once; only the others need an order.
    std::vector<std::pair<std::string_view, std::vector<std::uint32_t>*>> shared;
    for (auto& [key, list] : by_key) {
        const bool is_quotation = facts[list.front()].value.type == ValueType::Wording &&
                                  facts[list.front()].tier == Tier::Open;
        if (list.size() > 1 && !(is_quotation && list.size() > kMostQuotations)) {
            shared.emplace_back(key, &list);
        }
    }
    std::ranges::sort(shared);
    std::vector<std::vector<std::uint32_t>> lists;
    for (const auto& [key, list] : shared) {
        lists.push_back(std::move(*list));
    }
    return lists;
}

}  // namespace atodds
