#include "cli/program.hpp"

#include <cstdio>
#include <exception>

// The last resort of the whole program: our code does not throw, its libraries may.
int main(int argc, char** argv) {
    try {
        return atodds::run_program(argc, argv);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "atodds: internal error: %s\n", problem.what());
    } catch (...) {
        std::fputs("atodds: internal error\n", stderr);
    }
    return 2;
}
