#pragma once
// A file in memory for libraries that can only write to a path. Linux only, as the program is.

#include "base/result.hpp"

#include <string>

namespace atodds {

class MemoryFile {
  public:
    /// Fails with: Internal, where the system gives none.
    static Result<MemoryFile> open();

    MemoryFile(MemoryFile&& other) noexcept;
    MemoryFile& operator=(MemoryFile&&) = delete;
    ~MemoryFile();

    /// Opens the same bytes for as long as this object lives.
    std::string path() const;

    /// What was written. Fails with: Internal, where it cannot be read back.
    Result<std::string> content() const;

  private:
    explicit MemoryFile(int descriptor) : descriptor_(descriptor) {}

    int descriptor_;  ///< -1 where moved from
};

}  // namespace atodds
