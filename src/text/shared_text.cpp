#include "text/shared_text.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

namespace atodds {
namespace {

/// Words between two shared fingerprints of one run. With a tenth of the words changed a gap of
/// more than 24 words between fingerprints is rare (generated texts, tests/unit/text).
constexpr std::uint32_t kMostGapWords = 24;
/// A run has this many fingerprints and words at least. Guessed, then checked on clusters of
/// news: below them stand stock phrases, titles of people and names of laws.
constexpr std::uint32_t kLeastFingerprints = 5;
constexpr std::uint32_t kLeastWords = 22;
/// Places of one hash in the right text that are tried, and runs that are open at once.
constexpr std::size_t kMostPlaces = 4;
constexpr std::size_t kMostOpen = 4;

struct OpenRun {
    const Shingle* first_left = nullptr;
    const Shingle* first_right = nullptr;
    const Shingle* last_left = nullptr;
    const Shingle* last_right = nullptr;
    std::uint32_t fingerprints = 0;
};

constexpr std::uint32_t kShingleWords = 5;

SharedRun closed(const OpenRun& run) {
    return {{run.first_left->span.begin, run.last_left->span.end},
            {run.first_right->span.begin, run.last_right->span.end},
            run.last_left->word - run.first_left->word + kShingleWords,
            run.last_right->word - run.first_right->word + kShingleWords,
            run.fingerprints};
}

bool continues(const OpenRun& run, const Shingle& left, const Shingle& right) {
    return left.word - run.last_left->word <= kMostGapWords && right.word > run.last_right->word &&
           right.word - run.last_right->word <= kMostGapWords;
}

/// Collects runs while the left text is walked.
class Runs {
  public:
    void add(const Shingle& left, const std::vector<const Shingle*>& places) {
        close_before(left);
        for (OpenRun& run : open_) {
            for (const Shingle* right : places) {
                if (continues(run, left, *right)) {
                    run.last_left = &left;
                    run.last_right = right;
                    ++run.fingerprints;
                    return;
                }
            }
        }
        if (open_.size() == kMostOpen) {
            close(open_.front());
            open_.erase(open_.begin());
        }
        open_.push_back({&left, places.front(), &left, places.front(), 1});
    }

    std::vector<SharedRun> take() {
        for (const OpenRun& run : open_) {
            close(run);
        }
        std::ranges::sort(runs_, {}, &SharedRun::left);
        return without_overlaps();
    }

  private:
    void close_before(const Shingle& left) {
        std::erase_if(open_, [&](const OpenRun& run) {
            const bool is_over = left.word - run.last_left->word > kMostGapWords;
            if (is_over) {
                close(run);
            }
            return is_over;
        });
    }

    void close(const OpenRun& run) {
        const SharedRun shared = closed(run);
        if (shared.fingerprints >= kLeastFingerprints &&
            std::min(shared.left_words, shared.right_words) >= kLeastWords) {
            runs_.push_back(shared);
        }
    }

    /// A text that repeats itself gives runs over the same words; the first counts.
    std::vector<SharedRun> without_overlaps() {
        std::vector<SharedRun> kept;
        for (const SharedRun& run : runs_) {
            if (kept.empty() || run.left.begin >= kept.back().left.end) {
                kept.push_back(run);
            }
        }
        return kept;
    }

    std::vector<OpenRun> open_;
    std::vector<SharedRun> runs_;
};

}  // namespace

std::vector<SharedRun> shared_runs(const Sketch& left, const Sketch& right) {
    std::unordered_map<std::uint64_t, std::vector<const Shingle*>> places;  // lookups only
    for (const Shingle& shingle : right.shingles) {
        std::vector<const Shingle*>& list = places[shingle.hash];
        if (list.size() < kMostPlaces) {
            list.push_back(&shingle);
        }
    }
    Runs runs;
    for (const Shingle& shingle : left.shingles) {
        if (const auto found = places.find(shingle.hash); found != places.end()) {
            runs.add(shingle, found->second);
        }
    }
    return runs.take();
}

}  // namespace atodds
