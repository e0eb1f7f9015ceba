#include "cli/program.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string_view>
#include <unistd.h>

namespace {

// Xapian trusts its tables: a damaged one can lead it out of bounds. That is a run that has not
// done its work like any other, and not a verdict of the articles. Only calls that a signal allows.
void tell_crash(int) {
    constexpr std::string_view kMessage =
        "atodds: internal error: crashed\n"
        "  hint: where an index was read or written, it may be damaged: delete it and rebuild "
        "with: "
        "atodds index PATH... --index DIR\n";
    constexpr int kIncomplete = 2;
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, kMessage.data(), kMessage.size());
    std::_Exit(kIncomplete);
}

}  // namespace

// The last resort of the whole program: our code does not throw, its libraries may.
int main(int argc, char** argv) {
    // A file that may not grow any further is an error like that of a full disk, and told.
    std::signal(SIGXFSZ, SIG_IGN);
    for (const int crash : {SIGSEGV, SIGBUS, SIGFPE}) {
        std::signal(crash, tell_crash);
    }
    try {
        return atodds::run_program(argc, argv);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "atodds: internal error: %s\n", problem.what());
    } catch (...) {
        std::fputs("atodds: internal error\n", stderr);
    }
    return 2;
}
