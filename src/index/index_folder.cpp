#include "index/index_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace atodds {
namespace {

namespace fs = std::filesystem;

/// Names that Xapian gives (glass backend, as written by 1.4).
constexpr std::string_view kVersionFile = "iamglass";
constexpr std::string_view kLockFile = "flintlock";
constexpr std::string_view kTable = "postlist.glass";
constexpr std::string_view kTermLists = "termlist.glass";
constexpr std::string_view kTexts = "docdata.glass";

constexpr std::string_view kPart = "part-";

Error unwritable(const std::string& folder, std::string message, std::string hint) {
    return {ErrorCode::Unwritable, std::move(message), {folder, std::nullopt}, std::move(hint)};
}

Error cannot(std::string_view what, const std::string& folder, const std::error_code& code) {
    return unwritable(folder, fmt::format("cannot {}: {}", what, code.message()),
                      "check permissions and free space");
}

bool exists_in(const std::string& folder, std::string_view name) {
    std::error_code code;
    return fs::exists(fs::path(folder) / name, code);
}

std::string whole_folder(const std::string& folder) {
    return building_folder(folder) + "/whole";
}

/// What the system holds of a file or a folder goes to the disk.
bool sync_path(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    const bool is_done = ::fsync(file) == 0;
    ::close(file);
    return is_done;
}

std::error_code last_error() {
    return {errno, std::generic_category()};
}

Result<Done> move_file(const std::string& from, const std::string& to, const fs::path& name) {
    std::error_code code;
    fs::rename(from / name, to / name, code);
    if (code) {
        return cannot("publish the index", to, code);
    }
    return Done{};
}

/// Nothing but what an index that is being built, or was published in part, may have there.
bool holds_only_ours(const std::string& folder) {
    std::error_code code;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, code)) {
        const fs::path name = entry.path().filename();
        if (name != kLockFile && name != fs::path(building_folder(folder)).filename() &&
            !(is_being_built(folder) && name.extension() == ".glass")) {
            return false;
        }
    }
    return !code;
}

}  // namespace

bool holds_index(const std::string& folder) {
    return exists_in(folder, kVersionFile) ||
           (exists_in(folder, kTable) && !is_being_built(folder));
}

bool lacks_table(const std::string& folder, std::uint64_t articles) {
    return !exists_in(folder, kTermLists) || (articles > 0 && !exists_in(folder, kTexts));
}

bool is_being_built(const std::string& folder) {
    return !exists_in(folder, kVersionFile) &&
           exists_in(folder, fs::path(building_folder(folder)).filename().native());
}

Result<Done> prepare_folder(const std::string& folder) {
    std::error_code code;
    if (fs::exists(folder, code) && !fs::is_directory(folder, code)) {
        return unwritable(folder, "not a folder", "name a folder for the index");
    }
    if (fs::exists(folder, code) && !holds_only_ours(folder)) {
        return unwritable(folder, "folder holds other files and no index",
                          "name an empty or a new folder for the index");
    }
    fs::create_directories(folder, code);
    if (code) {
        return unwritable(folder, fmt::format("cannot make folder: {}", code.message()),
                          "check permissions");
    }
    return Done{};
}

Result<FolderLock> FolderLock::take(const std::string& folder) {
    const std::string path = folder + "/" + std::string(kLockFile);
    // Rights as Xapian asks for them; what the user's mask takes away is theirs to decide.
    constexpr mode_t kRights = 0666;
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, kRights);
    if (file < 0) {
        return cannot("write the index", folder, last_error());
    }
    FolderLock lock(file);
    // The lock of flint_lock.cc of Xapian 1.4: one byte from the start, held by the open file.
    struct flock wanted{};
    wanted.l_type = F_WRLCK;
    wanted.l_whence = SEEK_SET;
    wanted.l_len = 1;
    if (::fcntl(file, F_OFD_SETLK, &wanted) != 0) {
        if (errno != EAGAIN && errno != EACCES) {
            return cannot("lock the index", folder, last_error());
        }
        return Error{ErrorCode::IndexLocked,
                     "another process is writing to the index",
                     {folder, std::nullopt},
                     "wait until it has finished; one writer at a time"};
    }
    return lock;
}

FolderLock::~FolderLock() {
    if (file_ >= 0) {
        ::close(file_);
    }
}

FolderLock::FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
}

std::string building_folder(const std::string& folder) {
    return folder + "/building";
}

std::string part_folder(const std::string& folder, std::size_t number) {
    return fmt::format("{}/{}{}", building_folder(folder), kPart, number);
}

std::vector<std::size_t> part_numbers(const std::string& folder) {
    std::vector<std::size_t> numbers;
    std::error_code code;
    for (const fs::directory_entry& entry : fs::directory_iterator(building_folder(folder), code)) {
        const std::string name = entry.path().filename().native();
        std::size_t number = 0;
        if (!name.starts_with(kPart)) {
            continue;
        }
        const char* const end = name.data() + name.size();
        const auto [stop, error] = std::from_chars(name.data() + kPart.size(), end, number);
        if (error == std::errc{} && stop == end) {
            numbers.push_back(number);
        }
    }
    std::ranges::sort(numbers);
    return numbers;
}

std::string unsealed_folder(const std::string& folder) {
    return building_folder(folder) + "/unsealed";
}

Result<Done> seal_whole(const std::string& folder) {
    const std::string unsealed = unsealed_folder(folder);
    std::error_code code;
    for (const fs::directory_entry& entry : fs::directory_iterator(unsealed, code)) {
        if (!sync_path(entry.path())) {
            return cannot("write the index", entry.path().native(), last_error());
        }
    }
    if (code || !sync_path(unsealed)) {
        return cannot("write the index", unsealed, code ? code : last_error());
    }
    fs::rename(unsealed, whole_folder(folder), code);
    if (code) {
        return cannot("write the index", unsealed, code);
    }
    return Done{};
}

bool has_whole(const std::string& folder) {
    return exists_in(whole_folder(folder), kVersionFile);
}

Result<Done> publish_whole(const std::string& folder) {
    const std::string whole = whole_folder(folder);
    std::vector<fs::path> names;
    std::error_code code;
    for (const fs::directory_entry& entry : fs::directory_iterator(whole, code)) {
        const fs::path name = entry.path().filename();
        if (name != kLockFile && name != kVersionFile) {
            names.push_back(name);
        }
    }
    if (code) {
        return cannot("publish the index", folder, code);
    }
    for (const fs::path& name : names) {
        if (const Result<Done> done = move_file(whole, folder, name); !done) {
            return done.error();
        }
    }
    sync_path(folder);
    if (const Result<Done> done = move_file(whole, folder, kVersionFile); !done) {
        return done.error();
    }
    sync_path(folder);
    remove_building(folder);
    return Done{};
}

void remove_building(const std::string& folder) {
    std::error_code code;
    fs::remove_all(building_folder(folder), code);
}

}  // namespace atodds
