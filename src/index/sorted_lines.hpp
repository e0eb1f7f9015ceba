#pragma once
// Many lines in byte order, in bounded memory: sorted pieces go to files and are merged. The order
// is that of `LC_ALL=C sort`, so other tools can go on with what is written here.

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// Collects lines and writes them sorted, repeated ones once.
class LineSorter {
  public:
    /// Pieces are written beside `file` and removed. `memory_bytes`: what the lines of a piece
    /// take, in all.
    explicit LineSorter(std::string file, std::size_t memory_bytes = std::size_t{64} << 20U);

    /// Requires: no line break in `line`. Fails with: Unwritable.
    Result<Done> add(std::string_view line);
    /// Writes the file and gives the number of its lines. To be called once. Fails with:
    /// Unwritable, Unreadable.
    Result<std::uint64_t> finish();

  private:
    Result<Done> spill();

    std::string file_;
    std::size_t memory_bytes_;
    std::string text_;  ///< the lines of the piece, one behind the other
    std::vector<std::size_t> ends_;
    std::vector<std::string> pieces_;  ///< files
};

/// Merges sorted files into `output`, repeated lines once; gives the number of its lines. Any
/// number of files: many are merged in rounds, beside `output`. Fails with: Unreadable, BadFormat
/// (a file that is not sorted), Unwritable.
Result<std::uint64_t> merge_sorted_lines(const std::vector<std::string>& files,
                                         const std::string& output);

}  // namespace atodds
