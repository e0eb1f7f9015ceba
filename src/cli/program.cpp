#include "cli/program.hpp"

#include "cli/command_line.hpp"
#include "cli/outputs.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>

namespace atodds {
namespace {

ColorMode color_mode(ColorChoice choice, int stream) {
    switch (choice) {
        case ColorChoice::Always:
            return ColorMode::Always;
        case ColorChoice::Never:
            return ColorMode::Never;
        case ColorChoice::Auto:
            break;
    }
    // https://no-color.org: set and not empty means no colour.
    const char* no_color = std::getenv("NO_COLOR");
    const bool is_unwanted = no_color != nullptr && *no_color != '\0';
    return isatty(stream) == 1 && !is_unwanted ? ColorMode::Always : ColorMode::Never;
}

std::uint32_t columns_of_terminal() {
    constexpr std::uint32_t kLeast = 40;
    constexpr std::uint32_t kMost = 120;  // longer lines are hard to read
    winsize size{};
    if (isatty(STDOUT_FILENO) != 1 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
        size.ws_col == 0) {
        return TextOptions{}.width;
    }
    return std::clamp<std::uint32_t>(size.ws_col, kLeast, kMost);
}

Console console_of(ColorChoice color) {
    Console console;
    console.in = &std::cin;
    console.out = &std::cout;
    console.err = &std::cerr;
    console.out_color = color_mode(color, STDOUT_FILENO);
    console.err_color = color_mode(color, STDERR_FILENO);
    console.shows_progress = isatty(STDERR_FILENO) == 1;
    console.width = columns_of_terminal();
    return console;
}

}  // namespace

int run_program(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    const Result<CommandLine> line = parse_command_line(argc, argv, std::cout);
    if (!line) {
        return fail(line.error(), console_of(ColorChoice::Auto));
    }
    return line->run ? line->run(console_of(line->color)) : kExitClean;
}

}  // namespace atodds
