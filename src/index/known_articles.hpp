#pragma once
// What an index, or the parts of one that is being built, hold of articles that come in again.
// Looks at what was committed when it was opened or later; for one thread, and apart from the
// writer, so that looking up never waits for a commit.

#include "base/result.hpp"
#include "model/article.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

enum class Known : std::uint8_t {
    No,
    Stale,    ///< another text, other metadata, or read with other rules
    Current,  ///< reading it again would change nothing
};

class KnownArticles {
  public:
    /// Knows none.
    KnownArticles();
    /// Reads the index folders `places` together. Fails with: IndexOutdated, IndexDamaged.
    static Result<KnownArticles> open(const std::vector<std::string>& places,
                                      std::string_view rules_hash);
    ~KnownArticles();
    KnownArticles(KnownArticles&&) noexcept;
    KnownArticles& operator=(KnownArticles&&) noexcept;

    Result<Known> look_up(const Article& article) const;
    /// What the last run said it had read, empty where it did not end: who would read the same
    /// again finds nothing to do.
    Result<std::string> input() const;
    /// Of all articles, sorted.
    Result<std::vector<std::string>> ids() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;  ///< nothing: knows none
};

}  // namespace atodds
