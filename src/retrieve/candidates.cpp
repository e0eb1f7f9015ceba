#include "retrieve/candidates.hpp"

#include "base/hash.hpp"
#include "retrieve/blocking_keys.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

/// Two words that more quotations than this share ("united states") say nothing about any one of
/// them; real versions share other words too. Guessed.
constexpr std::size_t kMostQuotations = 1000;

}  // namespace

std::vector<std::vector<std::uint32_t>> candidate_lists(std::span<const Fact> facts) {
    // Most keys are held once. By their hashes: two keys of one hash, of which there are hardly
    // any, only make more candidates.
    std::vector<std::pair<std::uint64_t, std::uint32_t>> held;
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        for_each_blocking_key(facts[i],
                              [&](std::string_view key) { held.emplace_back(hash_bytes(key), i); });
    }
    std::ranges::sort(held);
    const auto repeated = std::ranges::unique(held);
    held.erase(repeated.begin(), repeated.end());
    std::vector<std::vector<std::uint32_t>> lists;
    for (auto begin = held.begin(); begin != held.end();) {
        const auto end = std::find_if(
            begin, held.end(), [&](const auto& other) { return other.first != begin->first; });
        const auto count = static_cast<std::size_t>(end - begin);
        const Fact& first = facts[begin->second];
        const bool is_quotation =
            first.value.type == ValueType::Wording && first.tier == Tier::Open;
        if (count > 1 && !(is_quotation && count > kMostQuotations)) {
            std::vector<std::uint32_t>& list = lists.emplace_back();
            list.reserve(count);
            std::transform(begin, end, std::back_inserter(list),
                           [](const auto& holder) { return holder.second; });
        }
        begin = end;
    }
    return lists;
}

}  // namespace atodds
