#include "index/xapian_guard.hpp"

#include <fmt/format.h>

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

}  // namespace

Error to_error(const Xapian::Error& thrown, const std::string& place, IndexAccess access) {
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
    if (is_type(thrown, "DatabaseCorruptError") || tells_damage(said)) {
        return make(ErrorCode::IndexDamaged, fmt::format("index is damaged: {}", said), place,
                    kRebuild);
    }
    if (is_type(thrown, "NetworkError") || is_type(thrown, "NetworkTimeoutError")) {
        return make(ErrorCode::Unreadable, fmt::format("remote index does not answer: {}", said),
                    place, "check that xapian-tcpsrv runs there and the port is right");
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
