#include "cli/program.hpp"

#include <cstdio>
#include <exception>
#include <malloc.h>

namespace {

// A start asks for some twenty megabytes in small pieces. Taken from the system in large steps, and
// not given back before the end, they cost a thousand fewer page faults and system calls: 3 of 50
// ms of one check. The steps are address space; only what is used becomes memory.
void take_memory_in_large_steps() {
#ifdef __GLIBC__
    mallopt(M_TOP_PAD, 16 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    mallopt(M_MMAP_THRESHOLD, 4 << 20);
#endif
}

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
