#pragma once
// Which open facts of two articles belong together. A sentence with three amounts offers nine
// pairs to another such sentence; three of them mean something.

#include "model/finding.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>

namespace atodds {

/// Open facts of two articles belong together one to one: a clash counts only between facts that
/// are each other's best match there, and only where neither is stated alike by the other article.
class BestMatches {
  public:
    /// Notes a pair of open facts of one kind, also one that was judged different.
    void note(std::span<const Fact> facts, std::uint32_t left, std::uint32_t right,
              const Judgement& judgement) {
        note_one(left, facts[right].article, judgement);
        note_one(right, facts[left].article, judgement);
    }

    /// True where a clash of `left` and `right` has to be dropped. Pairs that were not noted stay.
    bool is_outdone(std::span<const Fact> facts, std::uint32_t left, std::uint32_t right,
                    std::int32_t sameness) const {
        return is_outdone(left, facts[right].article, sameness) ||
               is_outdone(right, facts[left].article, sameness);
    }

  private:
    // An equal value excuses a clash that looks up to this much more alike, one that merely meets
    // much less: a one-sided bound meets half of all numbers. Set on development pairs.
    static constexpr std::int64_t kEqualMargin = 200;
    static constexpr std::int64_t kOverlapMargin = 30;

    struct Best {
        std::int64_t any = INT32_MIN;
        std::int64_t equal = INT32_MIN;
        std::int64_t overlap = INT32_MIN;
    };

    void note_one(std::uint32_t fact, const std::string& article, const Judgement& judgement) {
        Best& best = best_[{fact, article}];
        const std::int64_t sameness = judgement.sameness;
        best.any = std::max(best.any, sameness);
        if (judgement.meeting == Judgement::Meeting::Equal) {
            best.equal = std::max(best.equal, sameness);
        } else if (judgement.meeting == Judgement::Meeting::Overlap) {
            best.overlap = std::max(best.overlap, sameness);
        }
    }

    bool is_outdone(std::uint32_t fact, const std::string& article, std::int64_t sameness) const {
        const auto found = best_.find({fact, article});
        if (found == best_.end()) {
            return false;
        }
        const Best& best = found->second;
        return sameness < best.any || sameness < best.equal + kEqualMargin ||
               sameness < best.overlap + kOverlapMargin;
    }

    std::map<std::pair<std::uint32_t, std::string>, Best> best_;
};

}  // namespace atodds
