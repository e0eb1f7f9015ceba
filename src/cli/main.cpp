#include "cli/program.hpp"

#include <csignal>
#include <cstdio>
#include <exception>

// The last resort of the whole program: our code does not throw, its libraries may.
int main(int argc, char** argv) {
    // A file that may not grow any further is an error like that of a full disk, and told.
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        return atodds::run_program(argc, argv);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "atodds: internal error: %s\n", problem.what());
    } catch (...) {
        std::fputs("atodds: internal error\n", stderr);
    }
    return 2;
}
