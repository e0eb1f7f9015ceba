#pragma once
// What lies in the folder of an index: the tables of a Xapian database, its lock, and, while the
// index is built for the first time, a folder "building" with the parts of it. The version file of
// the database comes last, so a folder holds either a whole index or none. Included by src/index/
// only.

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace atodds {

/// True where the version file of a database or, without a build under way, one of its tables is
/// there.
bool holds_index(const std::string& folder);

/// True where a table is gone that an index of so many articles has. Xapian takes a database
/// without term lists or texts for one that was made without them.
bool lacks_table(const std::string& folder, std::uint64_t articles);

/// True where a first build was begun and not ended.
bool is_being_built(const std::string& folder);

/// Makes the folder where it is missing. Fails with Unwritable, also where it holds other files:
/// the index would spread its own among them.
Result<Done> prepare_folder(const std::string& folder);

/// Lock on the folder, the one that Xapian takes on a database there, so that builders and updates
/// keep each other out. The system lifts it when the process ends in whatever way.
class FolderLock {
  public:
    /// Requires: the folder exists. Fails with: IndexLocked, Unwritable.
    static Result<FolderLock> take(const std::string& folder);
    ~FolderLock();
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&& other) noexcept;

  private:
    explicit FolderLock(int file) : file_(file) {}

    int file_ = -1;  ///< open file, -1: none
};

/// The folder of the parts; made by who builds, removed with the build.
std::string building_folder(const std::string& folder);

/// Folder of part `number` of the build.
std::string part_folder(const std::string& folder, std::size_t number);

/// Numbers of the parts that are there, ascending.
std::vector<std::size_t> part_numbers(const std::string& folder);

/// Where the parts are put together; becomes seal_whole(), and then publish_whole() moves it.
std::string unsealed_folder(const std::string& folder);

/// Says that the unsealed folder holds all. Everything in it is on the disk before.
Result<Done> seal_whole(const std::string& folder);

/// True where a whole index waits to be published.
bool has_whole(const std::string& folder);

/// Moves the whole index to its place, the version file last, and removes what it was built from.
/// May be cut off anywhere and be called again.
Result<Done> publish_whole(const std::string& folder);

/// Removes what a build left behind that was cut off behind its end; failing does no harm.
void remove_building(const std::string& folder);

}  // namespace atodds
