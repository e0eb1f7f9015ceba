#pragma once
// Which open facts of two articles belong together. A sentence with three amounts offers nine
// pairs to another such sentence; three of them mean something.

#include "model/finding.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace atodds {

/// An equal value excuses a clash that looks up to this much more alike, one that merely meets much
/// less: a one-sided bound meets half of all numbers. Set on development pairs.
inline constexpr std::int32_t kEqualMargin = 200;
inline constexpr std::int32_t kOverlapMargin = 30;
/// From here on a clash is told in nearly the same words: that the other article has the value with
/// another verb or object ("worked there for five years") does not excuse it. Guessed.
inline constexpr std::int32_t kSureClash = 250;

/// Open facts of two articles belong together one to one: a clash counts only between facts that
/// are each other's best match there, and only where neither is stated alike by the other article.
class BestMatches {
  public:
    explicit BestMatches(std::span<const Fact> facts) {
        std::unordered_map<std::string_view, std::uint32_t> numbers;
        for (const Fact& fact : facts) {
            articles_.push_back(
                numbers.try_emplace(fact.article, static_cast<std::uint32_t>(numbers.size()))
                    .first->second);
        }
    }

    /// Notes a pair of open facts of one kind, also one that was judged different.
    void note(std::uint32_t left, std::uint32_t right, const Judgement& judgement) {
        if (judgement.sameness > -kEqualMargin) {  // less excuses nothing
            note_one(left, articles_[right], judgement);
            note_one(right, articles_[left], judgement);
        }
    }

    /// True where a clash of `left` and `right` has to be dropped. Pairs that were not noted stay.
    bool is_outdone(std::uint32_t left, std::uint32_t right, std::int32_t sameness) const {
        return is_outdone_in(left, articles_[right], sameness) ||
               is_outdone_in(right, articles_[left], sameness);
    }

  private:
    struct Best {
        std::int64_t any = INT32_MIN;
        std::int64_t equal = INT32_MIN;
        std::int64_t elsewhere = INT32_MIN;
        std::int64_t overlap = INT32_MIN;
    };

    static std::uint64_t key_of(std::uint32_t fact, std::uint32_t article) {
        return std::uint64_t{fact} << 32U | article;
    }

    void note_one(std::uint32_t fact, std::uint32_t article, const Judgement& judgement) {
        Best& best = best_[key_of(fact, article)];
        const std::int64_t sameness = judgement.sameness;
        best.any = std::max(best.any, sameness);
        if (judgement.meeting == Judgement::Meeting::Equal) {
            best.equal = std::max(best.equal, sameness);
        } else if (judgement.meeting == Judgement::Meeting::EqualElsewhere) {
            best.elsewhere = std::max(best.elsewhere, sameness);
        } else if (judgement.meeting == Judgement::Meeting::Overlap) {
            best.overlap = std::max(best.overlap, sameness);
        }
    }

    bool is_outdone_in(std::uint32_t fact, std::uint32_t article, std::int64_t sameness) const {
        const auto found = best_.find(key_of(fact, article));
        if (found == best_.end()) {
            return false;
        }
        const Best& best = found->second;
        return sameness < best.any || sameness < best.equal + kEqualMargin ||
               (sameness < best.elsewhere + kEqualMargin && sameness < kSureClash) ||
               sameness < best.overlap + kOverlapMargin;
    }

    std::vector<std::uint32_t> articles_;           ///< number of its article, by fact
    std::unordered_map<std::uint64_t, Best> best_;  // lookups only
};

}  // namespace atodds
