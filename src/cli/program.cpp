#include "cli/program.hpp"

#include "cli/command_line.hpp"
#include "cli/outputs.hpp"
#include "cli/whole_file.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sys/ioctl.h>
#include <system_error>
#include <unistd.h>

namespace atodds {
namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

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
    return isatty(stream) == 1 && environment("NO_COLOR").empty() ? ColorMode::Always
                                                                  : ColorMode::Never;
}

std::uint32_t columns_of_terminal() {
    winsize size{};
    const bool has_size =
        isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
    return has_size ? size.ws_col : 0;
}

// https://reproducible-builds.org/specs/source-date-epoch/: the same run can be had again.
Day today() {
    const std::string_view stated = environment("SOURCE_DATE_EPOCH");
    std::int64_t seconds = 0;
    const auto [end, problem] =
        std::from_chars(stated.data(), stated.data() + stated.size(), seconds);
    const bool is_stated =
        !stated.empty() && problem == std::errc() && end == stated.data() + stated.size();
    const auto now =
        is_stated ? std::chrono::sys_seconds(std::chrono::seconds(seconds))
                  : std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return std::chrono::floor<std::chrono::days>(now);
}

Surroundings surroundings() {
    std::error_code problem;
    const std::filesystem::path folder = std::filesystem::current_path(problem);
    return {problem ? "" : folder.string(), std::string(environment("HOME"))};
}

Console console_of(ColorChoice color) {
    Console console;
    console.in = &std::cin;
    console.out = &std::cout;
    console.err = &std::cerr;
    console.out_color = color_mode(color, STDOUT_FILENO);
    console.err_color = color_mode(color, STDERR_FILENO);
    console.shows_progress = isatty(STDERR_FILENO) == 1;
    std::error_code problem;
    console.folder = std::filesystem::current_path(problem).string();
    // docs.github.com, "Workflow commands": the runner sets it for each step.
    console.step_summary = environment("GITHUB_STEP_SUMMARY");
    console.today = today();
    console.clock_ms = [] {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        return static_cast<std::uint64_t>(
            std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
    };
    console.width = columns_to_print(environment("COLUMNS"), columns_of_terminal());
    console.leave = [](int code) {
        std::cout.flush();
        std::cerr.flush();
        std::fflush(nullptr);
        std::_Exit(code);
    };
    return console;
}

}  // namespace

std::uint32_t columns_to_print(std::string_view stated, std::uint32_t of_terminal) {
    constexpr std::uint32_t kLeast = 40;
    constexpr std::uint32_t kMost = 120;
    std::uint32_t columns = 0;
    const auto [end, problem] =
        std::from_chars(stated.data(), stated.data() + stated.size(), columns);
    if (problem != std::errc() || end != stated.data() + stated.size() || columns == 0) {
        columns = of_terminal == 0 ? TextOptions{}.width : of_terminal;
    }
    return std::clamp(columns, kLeast, kMost);
}

int run_program(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    watch_signals();
    const Result<CommandLine> line = parse_command_line(argc, argv, std::cout, surroundings());
    if (!line) {
        return fail(line.error(), console_of(ColorChoice::Auto));
    }
    if (!line->problems.empty()) {
        tell(line->problems, console_of(line->color));
        return kExitIncomplete;
    }
    return line->run ? line->run(console_of(line->color)) : kExitClean;
}

}  // namespace atodds
