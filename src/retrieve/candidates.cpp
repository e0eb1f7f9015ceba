#include "retrieve/candidates.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace atodds {
namespace {

/// Facts by key, each fact kept once however many keys it has.
class Collector {
  public:
    void add(const std::string& key, std::vector<Fact> facts) {
        std::vector<std::uint32_t>& list = by_key_[key];
        for (Fact& fact : facts) {
            const auto next = static_cast<std::uint32_t>(facts_.size());
            const auto [known, is_new] = index_of_.emplace(fact.id, next);
            list.push_back(known->second);
            if (is_new) {
                facts_.push_back(std::move(fact));
            }
        }
    }

    /// The facts sorted by place and the lists renumbered; lists of one fact are dropped.
    Candidates finish(std::uint64_t capped_keys) {
        std::vector<std::uint32_t> order(facts_.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
            const Fact& x = facts_[a];
            const Fact& y = facts_[b];
            return std::tie(x.article, x.span, x.rule, x.id) <
                   std::tie(y.article, y.span, y.rule, y.id);
        });
        Candidates result;
        result.capped_keys = capped_keys;
        std::vector<std::uint32_t> place(facts_.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            place[order[i]] = i;
            result.facts.push_back(std::move(facts_[order[i]]));
        }
        for (const auto& [key, list] : by_key_) {
            std::set<std::uint32_t> members;
            for (const std::uint32_t index : list) {
                members.insert(place[index]);
            }
            if (members.size() > 1) {
                result.lists.emplace_back(members.begin(), members.end());
            }
        }
        return result;
    }

  private:
    std::map<std::string, std::vector<std::uint32_t>> by_key_;
    std::unordered_map<std::string, std::uint32_t> index_of_;  // lookups only
    std::vector<Fact> facts_;
};

}  // namespace

Result<Candidates> find_candidates(const IndexReader& index, const CandidateOptions& options) {
    std::vector<std::string> keys;
    const Result<Done> walked = index.walk_keys(
        1, [&keys](std::string_view key, std::uint32_t) { keys.emplace_back(key); });
    if (!walked) {
        return walked.error();
    }
    Collector collector;
    std::uint64_t capped_keys = 0;
    for (const std::string& key : keys) {
        Result<std::vector<Fact>> facts = index.facts_of(key, options.most_per_key);
        if (!facts) {
            return facts.error();
        }
        capped_keys += facts->size() == options.most_per_key ? 1U : 0U;
        collector.add(key, std::move(*facts));
    }
    return collector.finish(capped_keys);
}

Result<Candidates> find_candidates_for(const IndexReader& index, const std::vector<Fact>& facts,
                                       const CandidateOptions& options) {
    std::map<std::string, std::vector<Fact>> own;
    for (const Fact& fact : facts) {
        for (const std::string& key : key_terms(fact)) {
            own[key].push_back(fact);
        }
    }
    Collector collector;
    std::uint64_t capped_keys = 0;
    for (auto& [key, mine] : own) {
        Result<std::vector<Fact>> others = index.facts_of(key, options.most_per_key);
        if (!others) {
            return others.error();
        }
        capped_keys += others->size() == options.most_per_key ? 1U : 0U;
        collector.add(key, std::move(mine));
        collector.add(key, std::move(*others));
    }
    return collector.finish(capped_keys);
}

}  // namespace atodds
