#include "report/memory_file.hpp"

#include <fmt/format.h>

#include <array>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace atodds {
namespace {

Error no_memory_file(std::string message) {
    return {ErrorCode::Internal, std::move(message), {}, "see that /proc is mounted"};
}

}  // namespace

Result<MemoryFile> MemoryFile::open() {
    const int descriptor = memfd_create("atodds", MFD_CLOEXEC);
    if (descriptor < 0) {
        return no_memory_file("cannot make a file in memory");
    }
    return MemoryFile(descriptor);
}

MemoryFile::MemoryFile(MemoryFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

MemoryFile::~MemoryFile() {
    if (descriptor_ >= 0) {
        close(descriptor_);
    }
}

// Opening this path opens the same memory, with an offset of its own (proc(5), memfd_create(2)).
std::string MemoryFile::path() const {
    return fmt::format("/proc/self/fd/{}", descriptor_);
}

Result<std::string> MemoryFile::content() const {
    std::string content;
    std::array<char, 65536> part{};
    for (;;) {
        // By place, so that reading does not move the offset of the descriptor.
        const auto got =
            pread(descriptor_, part.data(), part.size(), static_cast<off_t>(content.size()));
        if (got < 0) {
            return no_memory_file("cannot read a file in memory");
        }
        if (got == 0) {
            return content;
        }
        content.append(part.data(), static_cast<std::size_t>(got));
    }
}

}  // namespace atodds
