#include "index/publish_folder.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace atodds {
namespace {

namespace fs = std::filesystem;

Error unwritable(const std::string& folder, const std::string& why, const char* hint) {
    return {ErrorCode::Unwritable,
            fmt::format("cannot be written: {}", why),
            {folder, std::nullopt},
            hint};
}

/// A name must not reach the disk before what it names.
bool write_to_disk(const fs::path& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool is_written = file >= 0 && fsync(file) == 0;
    if (file >= 0) {
        close(file);
    }
    return is_written;
}

bool write_all_to_disk(const fs::path& folder) {
    std::error_code code;
    bool is_written = write_to_disk(folder);
    for (fs::recursive_directory_iterator it(folder, code), end; it != end; it.increment(code)) {
        is_written = is_written && !code && write_to_disk(it->path());
    }
    return is_written && !code;
}

}  // namespace

UnpublishedFolder::UnpublishedFolder(std::string folder, std::string part)
    : folder_(std::move(folder)), part_(std::move(part)) {}

UnpublishedFolder::UnpublishedFolder(UnpublishedFolder&& other) noexcept
    : folder_(std::move(other.folder_)), part_(std::exchange(other.part_, {})) {}

UnpublishedFolder::~UnpublishedFolder() {
    if (!part_.empty()) {
        std::error_code code;
        fs::remove_all(part_, code);
    }
}

Result<UnpublishedFolder> UnpublishedFolder::make(const std::string& folder) {
    // "out/" and "out" are one folder, and its parts stand beside it.
    std::string place = fs::path(folder).lexically_normal().string();
    while (place.size() > 1 && place.ends_with('/')) {
        place.pop_back();
    }
    std::error_code code;
    if (const fs::path above = fs::path(place).parent_path(); !above.empty()) {
        fs::create_directories(above, code);
    }
    std::string part = place + ".part-XXXXXX";
    if (code || mkdtemp(part.data()) == nullptr) {
        return unwritable(folder, code ? code.message() : std::strerror(errno),
                          "check permissions and free space");
    }
    // mkdtemp keeps others out; the folder that stays gets the rights of any other.
    const mode_t mask = umask(0);
    umask(mask);
    fs::permissions(part, static_cast<fs::perms>(0777U & ~mask), code);
    return UnpublishedFolder(std::move(place), std::move(part));
}

std::string UnpublishedFolder::path(const std::string& name) const {
    return part_ + "/" + name;
}

Result<Done> UnpublishedFolder::publish(const std::string& name) {
    const std::string made = name.empty() ? part_ : path(name);
    if (!write_all_to_disk(made)) {
        return unwritable(folder_, std::strerror(errno), "check permissions and free space");
    }
    // An empty folder gives way, anything else stays.
    if (std::rename(made.c_str(), folder_.c_str()) != 0) {
        return unwritable(folder_, std::strerror(errno), "remove it, or name a new folder");
    }
    if (name.empty()) {
        part_.clear();
    }
    const fs::path above = fs::path(folder_).parent_path();
    write_to_disk(above.empty() ? fs::path(".") : above);
    return Done{};
}

}  // namespace atodds
