#pragma once
// The one place where what Xapian throws becomes an Error. `Xapian::Error` is no `std::exception`,
// so nothing else would catch it. Included by src/index/ only.

#include "base/result.hpp"

#include <xapian.h>

#include <chrono>
#include <csignal>
#include <string>
#include <thread>
#include <utility>

namespace atodds {

enum class IndexAccess { Reading, Writing };

/// While one lives, writing to a server that has gone is an error of that call: Xapian writes
/// without MSG_NOSIGNAL, and the signal would end the program without a word.
class BrokenPipeHold {
  public:
    BrokenPipeHold();
    ~BrokenPipeHold();
    BrokenPipeHold(const BrokenPipeHold&) = delete;
    BrokenPipeHold& operator=(const BrokenPipeHold&) = delete;

  private:
    sigset_t before_ = {};
    bool was_pending_ = false;
};

/// The Error for what was thrown at the index `places` (folders, stub files or "tcp://..."; of
/// several the server that failed is named).
Error to_error(const Xapian::Error& thrown, const std::string& places, IndexAccess access);

/// Runs `work`, which returns some Result, and hands on its result or what Xapian threw.
template <typename Work>
auto guarded(const std::string& place, IndexAccess access, Work&& work) -> decltype(work()) {
    try {
        return std::forward<Work>(work)();
    } catch (const Xapian::Error& thrown) {
        return to_error(thrown, place, access);
    }
}

/// The same for reading, but where a writer has committed twice since the database was opened,
/// `again` is called, which opens it anew, and `work` runs once more: it must start from nothing or
/// from where it came to.
template <typename Again, typename Work>
auto retried(const std::string& place, Again&& again, Work&& work) -> decltype(work()) {
    // Each wait is a millisecond longer, two seconds in all: a writer that commits without a pause
    // on a busy machine is overtaken in the end. Guessed.
    constexpr int kMostRetries = 63;
    for (int retry = 0;; ++retry) {
        try {
            if (retry > 0) {
                std::this_thread::sleep_for(std::chrono::milliseconds(retry - 1));
                again();
            }
            return work();
        } catch (const Xapian::DatabaseModifiedError& thrown) {
            if (retry >= kMostRetries) {
                return to_error(thrown, place, IndexAccess::Reading);
            }
        } catch (const Xapian::Error& thrown) {
            return to_error(thrown, place, IndexAccess::Reading);
        }
    }
}

/// Retried with a database that is open.
template <typename Work>
auto guarded_read(Xapian::Database& database, const std::string& place, Work&& work)
    -> decltype(work()) {
    return retried(place, [&database] { database.reopen(); }, std::forward<Work>(work));
}

}  // namespace atodds
