#pragma once
// The first build of an index, by many threads. Each writes parts of its own, small databases that
// are never synced to the disk and stay quick because they stay small; at the end they are packed
// into one, and only then is there an index. What a killed build has committed is found and used by
// the next one.

#include "base/result.hpp"
#include "index/fact_index.hpp"
#include "index/prepared_article.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

class PartWriter;

class IndexBuild {
  public:
    /// True where the folder holds no index yet, so that open() is the way to begin one.
    static bool is_wanted(const std::string& folder);

    /// Takes the lock on the folder, made where missing. Nothing where the index turned out to be
    /// there, or to lack no more than its publication. Fails with: IndexLocked, Unwritable.
    static Result<std::optional<IndexBuild>> open(const std::string& folder,
                                                  std::string_view rules_hash,
                                                  const WritePace& pace = {});
    ~IndexBuild();
    IndexBuild(IndexBuild&&) noexcept;
    IndexBuild& operator=(IndexBuild&&) noexcept;

    /// Folders of the parts that an earlier build has left; to be read by KnownArticles.
    const std::vector<std::string>& kept_parts() const;

    /// A writer for one thread. Any thread may ask for one.
    PartWriter writer();

    /// Drops the articles `outdated` from the kept parts, packs all parts into the index and
    /// publishes it; `input` says what was read, see KnownArticles::input. Requires: all writers
    /// are closed. Fails with: Unwritable, IndexDamaged.
    Result<Done> publish(std::span<const std::string> outdated, std::string_view input = {});

  private:
    friend class PartWriter;
    struct Parts;
    explicit IndexBuild(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// Writes parts, one after the other; commits in batches. Requires: the build outlives it.
class PartWriter {
  public:
    ~PartWriter();
    PartWriter(PartWriter&&) noexcept;
    PartWriter& operator=(PartWriter&&) noexcept;

    /// The `sequence`th article of the input, from 0. Requires: no other part holds the article,
    /// but for those that publish() drops.
    Result<Done> put(PreparedArticle article, std::uint64_t sequence);
    /// Commits what is left. To be called at the end, unless something failed.
    Result<Done> close();

  private:
    friend class IndexBuild;
    struct Parts;
    explicit PartWriter(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace atodds
