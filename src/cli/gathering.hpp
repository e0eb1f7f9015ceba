#pragma once
// Reports of groups -> one report. What it holds is bounded: of the findings the first in the order
// of checkers, with their facts and articles; of the others it counts how many there are.

#include "cli/arrange.hpp"
#include "cli/options.hpp"
#include "model/finding.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace atodds {

/// How a run is done that puts many small reports together.
struct GatheringOptions {
    std::uint32_t threads = 0;                ///< 0: as many as the machine has
    std::size_t most_findings = kMostListed;  ///< that are listed; 0: all
    /// Takes findings out before they count; empty: all count. Called by several threads.
    std::function<void(Report& report)> keep{};
};

/// Drops agreements, and articles and facts that no finding names, with all that is said of them.
void keep_what_is_found(Report& report);

/// Puts reports together as they come. A finding that two of them have is kept once, with the more
/// articles; two that look alike and share no article stay two, and the later gets a fingerprint of
/// its own. The same reports in the same order give the same result. What is kept is copied: it
/// stays for the whole run, and should not lie between what the comparison of a part leaves behind.
class Gathering {
  public:
    /// Lists at most `most` findings; 0: all.
    explicit Gathering(std::size_t most) : most_(most) {}

    void add(const Report& part);

    /// The whole, in the order of every report, with what is not listed in its coverage.
    Report take();

  private:
    /// Hashes of the ids of its articles, sorted.
    using ArticleHashes = std::vector<std::uint64_t>;

    /// What is remembered of every finding, listed or not: fifty bytes, and eight an article.
    struct Known {
        ArticleHashes articles;
        Level level = Level::Note;
        Verdict verdict = Verdict::Disagree;
    };

    static ArticleHashes articles_of(const Finding& finding);
    std::optional<std::string> new_id(const Finding& finding);
    void list(Finding&& finding);
    void drop_from_list(const std::string& id);
    void trim();
    std::size_t& count_of(Level level, Verdict verdict);

    static constexpr std::size_t kLevels = 3;
    static constexpr std::size_t kVerdicts = 7;

    std::size_t most_;
    Report all_;
    std::unordered_map<std::uint64_t, Known> known_;         // lookups only, by hash of the id
    std::unordered_map<std::string, std::size_t> listed_;    // lookups only
    std::unordered_map<std::string, std::size_t> articles_;  // lookups only
    std::unordered_map<std::string, std::size_t> facts_;     // lookups only
    std::array<std::size_t, kLevels * kVerdicts> counts_{};
    /// The last that was listed when there was no more room: what comes behind it is only counted.
    std::optional<CheckerRank> last_;
};

}  // namespace atodds
