#pragma once
// What can go wrong and how it is told: a code, a message, a place, a hint. Messages say what was
// found and what was expected, in lower case without a full stop; hints say what the user can do.

#include "base/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atodds {

enum class ErrorCode {
    Usage,          ///< the command line or configuration is wrong
    Unreadable,     ///< a file or folder cannot be opened or read
    BadEncoding,    ///< bytes are not UTF-8
    BadFormat,      ///< a file is not in the format its name promises
    TooLarge,       ///< a documented limit was reached
    BadRule,        ///< a rule or lexicon file is wrong
    IndexMissing,   ///< no index at the given place
    IndexLocked,    ///< another process is writing
    IndexOutdated,  ///< the index has another schema number
    IndexDamaged,   ///< Xapian found the database corrupt
    Unwritable,     ///< an output cannot be written
    Internal,       ///< a last resort; a defect of this program
};

/// Where in which file. `file` is a path as the user gave it, or "-" for standard input.
struct Place {
    std::string file;
    std::optional<ByteSpan> span;

    friend bool operator==(const Place&, const Place&) = default;
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    Place place;
    std::string hint;

    friend bool operator==(const Error&, const Error&) = default;
};

enum class Severity { Error, Warning };

/// One of many problems: the run goes on, and the exit code remembers.
struct Diagnostic {
    Severity severity = Severity::Error;
    Error error;

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace atodds
