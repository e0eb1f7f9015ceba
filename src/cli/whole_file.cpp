#include "cli/whole_file.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace atodds {
namespace {

namespace fs = std::filesystem;

// The temporary file being written, for the signal handler, which may call unlink and little else.
// Empty: none. One file is written at a time.
std::array<char, 4096> pending_file{};
volatile std::sig_atomic_t has_pending_file = 0;

void remove_pending_and_end(int signal) {
    if (has_pending_file != 0) {
        unlink(pending_file.data());
    }
    // SA_RESETHAND gave the signal its default action back: the shell sees what ended us.
    raise(signal);
}

Error unwritable(const std::string& file, const char* why) {
    return {ErrorCode::Unwritable,
            fmt::format("cannot write \"{}\": {}", file, why),
            {file, {}},
            "check that its folder may be written to"};
}

bool write_all(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

Result<Done> write_to(int descriptor, const std::string& file, std::string_view content) {
    const bool is_written = descriptor >= 0 && write_all(descriptor, content);
    const int problem = errno;
    const bool is_closed = descriptor >= 0 && close(descriptor) == 0;
    if (!is_written || !is_closed) {
        return unwritable(file, std::strerror(is_written ? errno : problem));
    }
    return Done{};
}

// What a link leads to is replaced, not the link.
std::string target_of(const std::string& file) {
    std::error_code problem;
    const fs::path target =
        fs::is_symlink(file, problem) ? fs::canonical(file, problem) : fs::path(file);
    return problem ? file : target.string();
}

Result<Done> replace_file(const std::string& file, std::string_view content) {
    constexpr mode_t kEverybody = 0666;  // less what the umask of the user takes away
    const std::string target = target_of(file);
    const std::string temporary = fmt::format("{}.{}.tmp", target, getpid());
    if (temporary.size() >= pending_file.size()) {
        return unwritable(file, "the name is too long");
    }
    std::memcpy(pending_file.data(), temporary.c_str(), temporary.size() + 1);
    has_pending_file = 1;
    const int descriptor =
        open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kEverybody);
    struct stat before{};
    if (descriptor >= 0 && stat(target.c_str(), &before) == 0) {
        // The rights of the file that is replaced stay; where that is refused, those of a new one.
        [[maybe_unused]] const int refused = fchmod(descriptor, before.st_mode & 07777U);
    }
    Result<Done> written = write_to(descriptor, file, content);
    if (written && rename(temporary.c_str(), target.c_str()) != 0) {
        written = unwritable(file, std::strerror(errno));
    }
    if (!written) {
        unlink(temporary.c_str());
    }
    has_pending_file = 0;
    return written;
}

}  // namespace

Result<Done> write_whole_file(const std::string& file, std::string_view content) {
    std::error_code problem;
    const fs::path folder = fs::path(file).parent_path();
    if (!folder.empty()) {
        fs::create_directories(folder, problem);
    }
    const fs::file_status status = fs::status(file, problem);
    if (fs::is_directory(status)) {
        return unwritable(file, "it is a folder");
    }
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        return write_to(open(file.c_str(), O_WRONLY | O_CLOEXEC), file, content);
    }
    return replace_file(file, content);
}

Result<Done> write_new_file(const std::string& file, std::string_view content) {
    constexpr mode_t kEverybody = 0666;
    const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kEverybody);
    return write_to(descriptor, file, content);
}

void watch_signals() {
    struct sigaction action{};
    action.sa_handler = remove_pending_and_end;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
    sigemptyset(&action.sa_mask);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before{};
        // nohup and background jobs ignore some of them: that stays.
        if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) {
            sigaction(signal, &action, nullptr);
        }
    }
    std::signal(SIGPIPE, SIG_DFL);
}

}  // namespace atodds
