#pragma once
// Where prepared articles go: into the parts of an index that is built for the first time, a part a
// thread, or one after the other into an index that is there or lies in memory.

#include "base/result.hpp"
#include "index/fact_index.hpp"
#include "index/known_articles.hpp"
#include "index/prepared_article.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace atodds {

/// What one call has written.
struct Written {
    std::uint64_t articles = 0;
    std::uint64_t bytes = 0;  ///< of their texts

    friend bool operator==(const Written&, const Written&) = default;
};

/// How a run ends.
struct RunEnd {
    std::span<const std::string> absent;    ///< ids no more among the input: they go
    std::span<const std::string> replaced;  ///< ids of which a new version was put
    std::string_view input;                 ///< what was read, see KnownArticles::input
};

class IndexIntake {
  public:
    virtual ~IndexIntake() = default;

    /// From any thread; `worker` is its number, below that given to open_intake, and `sequence` the
    /// place of the article in the input: 0, 1, 2, ... May keep an article back until those before
    /// it have come, and then writes it along with another. Fails with: Unwritable, IndexDamaged.
    virtual Result<Written> put(std::size_t worker, std::uint64_t sequence,
                                PreparedArticle article) = 0;

    /// Makes everything readable. Requires: put() has returned for all articles, without failure.
    virtual Result<Done> finish(const RunEnd& end) = 0;

    /// Reads what was finished.
    virtual Result<IndexReader> reader() = 0;
};

struct OpenedIntake {
    std::unique_ptr<IndexIntake> intake;
    KnownArticles known;
};

struct IntakeOptions {
    std::string folder;      ///< empty: in memory
    std::string rules_hash;  ///< of the rules that read the facts
    std::size_t workers = 1;
    WritePace pace;
};

/// The intake of an index, built if there is none. Fails with: IndexLocked, IndexOutdated,
/// IndexDamaged, Unwritable.
Result<OpenedIntake> open_intake(const IntakeOptions& options);

}  // namespace atodds
