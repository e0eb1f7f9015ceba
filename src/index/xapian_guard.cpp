#include "index/xapian_guard.hpp"

#include <fmt/format.h>

#include <ctime>
#include <string_view>

namespace atodds {
namespace {

constexpr std::string_view kRebuild =
    "delete it and rebuild with: atodds index PATH... --index DIR";

bool is_type(const Xapian::Error& thrown, std::string_view name) {
    return name == thrown.get_type();
}

/// What Xapian says when a file ends too early or holds no compressed text where it should; it has
/// no type of error of its own for these (glass backend of 1.4).
bool tells_damage(const std::string& said) {
    return said.find("reading block") != std::string::npos ||
           said.find("inflate failed") != std::string::npos;
}

Error make(ErrorCode code, std::string message, const std::string& place, std::string_view hint) {
    return {code, std::move(message), {place, std::nullopt}, std::string(hint)};
}

/// Of several places that are read as one, the server that failed: Xapian says which it was, as
/// "remote:tcp(HOST:PORT)".
std::string failed_place(const Xapian::Error& thrown, const std::string& places) {
    constexpr std::string_view kServer = "remote:tcp(";
    const std::string_view context = thrown.get_context();
    if (!context.starts_with(kServer) || !context.ends_with(')')) {
        return places;
    }
    return fmt::format("tcp://{}",
                       context.substr(kServer.size(), context.size() - kServer.size() - 1));
}

std::string reason_of(const Xapian::Error& thrown) {
    const char* const system = thrown.get_error_string();
    return system == nullptr ? thrown.get_msg() : fmt::format("{} ({})", thrown.get_msg(), system);
}

}  // namespace

BrokenPipeHold::BrokenPipeHold() {
    sigset_t pending;
    sigpending(&pending);
    was_pending_ = sigismember(&pending, SIGPIPE) == 1;
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, &before_);
}

BrokenPipeHold::~BrokenPipeHold() {
    if (!was_pending_) {
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        constexpr timespec kAtOnce = {};
        sigtimedwait(&pipe, nullptr, &kAtOnce);
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

Error to_error(const Xapian::Error& thrown, const std::string& places, IndexAccess access) {
    const std::string place = failed_place(thrown, places);
    const std::string& said = thrown.get_msg();
    // Other reasons follow "Unable to get write lock on", such as missing rights.
    if (is_type(thrown, "DatabaseLockError") && said.ends_with("already locked")) {
        return make(ErrorCode::IndexLocked, "another process is writing to the index", place,
                    "wait until it has finished; one writer at a time");
    }
    if (is_type(thrown, "DatabaseVersionError")) {
        return make(ErrorCode::IndexOutdated,
                    fmt::format("index was built by another version of Xapian: {}", said), place,
                    kRebuild);
    }
    if (is_type(thrown, "DatabaseNotFoundError")) {
        return make(ErrorCode::IndexMissing, "no index here", place,
                    "build one with: atodds index PATH... --index DIR");
    }
    // We ask only for documents that the index itself named: one that is not there is damage.
    if (is_type(thrown, "DatabaseCorruptError") || is_type(thrown, "DocNotFoundError") ||
        tells_damage(said)) {
        return make(ErrorCode::IndexDamaged, fmt::format("index is damaged: {}", said), place,
                    kRebuild);
    }
    if (is_type(thrown, "NetworkError") || is_type(thrown, "NetworkTimeoutError")) {
        return make(ErrorCode::Unreadable,
                    fmt::format("remote index does not answer: {}", reason_of(thrown)), place,
                    "check that xapian-tcpsrv of the same version runs there on that port");
    }
    if (is_type(thrown, "DatabaseModifiedError")) {
        return make(ErrorCode::Unreadable, "index changes faster than it can be read", place,
                    "try again when the writer has finished");
    }
    if (is_type(thrown, "QueryParserError")) {
        return make(ErrorCode::Usage, fmt::format("query cannot be read: {}", said), place,
                    "put words with marks into quotation marks");
    }
    if (is_type(thrown, "DatabaseOpeningError") || is_type(thrown, "DatabaseLockError") ||
        is_type(thrown, "DatabaseCreateError") || is_type(thrown, "DatabaseError")) {
        return access == IndexAccess::Writing
                   ? make(ErrorCode::Unwritable, fmt::format("cannot write the index: {}", said),
                          place, "check permissions and free space")
                   : make(ErrorCode::IndexDamaged, fmt::format("cannot read the index: {}", said),
                          place, kRebuild);
    }
    return make(ErrorCode::Internal, fmt::format("{}: {}", thrown.get_type(), said), place,
                "please report this");
}

}  // namespace atodds
