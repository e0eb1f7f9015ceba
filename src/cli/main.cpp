#include "cli/program.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <malloc.h>
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

}  // namespace

// The last resort of the whole program: our code does not throw, its libraries may.
int main(int argc, char** argv) {
    take_memory_in_large_steps();
    try {
        return atodds::run_program(argc, argv);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "atodds: internal error: %s\n", problem.what());
    } catch (...) {
        std::fputs("atodds: internal error\n", stderr);
    }
    return 2;
}
