#include "cli/program.hpp"

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <malloc.h>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

namespace {

#ifdef __GLIBC__

// A start asks for some ten megabytes in small pieces. Taken from the system in large steps, not
// given back before the end, and in large pages where the system has them, they cost an eighth of
// its CPU time less. The steps are address space; only what is used becomes memory.
void take_memory_in_large_steps() {
    constexpr int kStep = 16 << 20;
    constexpr std::uintptr_t kPage = std::uintptr_t{2} << 20U;  // a large one, x86-64 and ARM
    mallopt(M_TOP_PAD, kStep);
    mallopt(M_TRIM_THRESHOLD, 4 * kStep);
    mallopt(M_MMAP_THRESHOLD, kStep / 4);
    // More than the heap has at the begin of main, so that the first step is taken here.
    void* const piece = std::malloc(kPage / 2);
    const auto begin = (reinterpret_cast<std::uintptr_t>(piece) + kPage - 1) / kPage * kPage;
    const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
    std::free(piece);
    if (piece != nullptr && begin < end && end - begin <= 2 * kStep) {
        madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);  // a wish, no more
    }
}

#else

void take_memory_in_large_steps() {}

#endif

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
    take_memory_in_large_steps();
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
