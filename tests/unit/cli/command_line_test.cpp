#include "cli/command_line.hpp"

#include "cli/program.hpp"
#include "report/report_writer.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

namespace atodds {
namespace {

Result<CommandLine> parse(std::vector<const char*> arguments, std::ostream& out) {
    arguments.insert(arguments.begin(), "atodds");
    return parse_command_line(static_cast<int>(arguments.size()), arguments.data(), out);
}

// What the user is told of wrong arguments.
std::string complaint(const std::vector<const char*>& arguments) {
    std::ostringstream out;
    const Result<CommandLine> line = parse(arguments, out);
    return line ? "accepted" : to_text({Severity::Error, line.error()}, "", ColorMode::Never);
}

}  // namespace

TEST_CASE("wrong arguments are named, with the nearest right one and where to read on") {
    struct Row {
        std::vector<const char*> arguments;
        const char* told;
    };

    const Row rows[] = {
        {{}, "atodds: error: no command given\n  hint: see `atodds --help`\n"},
        {{"repport", "x"},
         "atodds: error: unknown command \"repport\"\n"
         "  hint: did you mean \"report\"? see `atodds --help`\n"},
        {{"report", "x", "--formt", "json"},
         "atodds: error: unknown option \"--formt\"\n"
         "  hint: did you mean \"--format\"? see `atodds report --help`\n"},
        {{"report", "x", "--zzzzzzzz"},
         "atodds: error: unknown option \"--zzzzzzzz\"\n  hint: see `atodds report --help`\n"},
        {{"rules", "shwo"},
         "atodds: error: unknown command \"shwo\"\n"
         "  hint: did you mean \"show\"? see `atodds rules --help`\n"},
        {{"report"},
         "atodds: error: PATH or --index DIR is required\n  hint: see `atodds report --help`\n"},
        {{"check"},
         "atodds: error: PATH, --changed-from REF or --files-from FILE is required\n"
         "  hint: see `atodds check --help`\n"},
        {{"review", "accept", "3f9a"},
         "atodds: error: PATH, --index DIR or --from-report FILE is required\n"
         "  hint: see `atodds review accept --help`\n"},
        {{"baseline", "craete", "x"},
         "atodds: error: unknown command \"craete\"\n"
         "  hint: did you mean \"create\"? see `atodds baseline --help`\n"},
        {{"completions", "tcsh"},
         "atodds: error: SHELL: \"tcsh\" is none of bash|zsh|fish\n"
         "  hint: see `atodds completions --help`\n"},
        {{"report", "x", "--fail-on", "sometimes"},
         "atodds: error: --fail-on: \"sometimes\" is none of error|warning|note|never\n"
         "  hint: see `atodds report --help`\n"},
        {{"report", "x", "-o", "pdf"},
         "atodds: error: unknown format \"pdf\"\n  hint: use one of: checkstyle, csv, github, "
         "gitlab, html, json, jsonl, "
         "junit, md, rdjson, sarif, short, text, xlsx\n"},
        {{"report", "x", "-o", "html:"},
         "atodds: error: no file behind the colon of \"html:\"\n"
         "  hint: leave the colon out to write to standard output\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.told);
        CHECK(complaint(row.arguments) == row.told);
    }
}

TEST_CASE("help and version are printed and leave nothing to run") {
    for (const char* asked : {"--help", "--help-all", "--version"}) {
        CAPTURE(asked);
        std::ostringstream out;
        const Result<CommandLine> line = parse({asked}, out);
        REQUIRE(line);
        CHECK_FALSE(static_cast<bool>(line->run));
        CHECK(out.str().find("atodds") != std::string::npos);
    }
}

TEST_CASE("every command has help with an example") {
    for (const char* command :
         {"report", "check", "compare", "index", "search", "facts", "values", "map", "merge",
          "explain", "rules", "review", "baseline", "init", "completions", "man"}) {
        CAPTURE(command);
        std::ostringstream out;
        REQUIRE(parse({command, "--help"}, out));
        CHECK(out.str().find(std::string("  atodds ") + command) != std::string::npos);
    }
}

TEST_CASE("the width comes from COLUMNS, else the terminal, within what can be read") {
    CHECK(columns_to_print("", 0) == 100);
    CHECK(columns_to_print("", 80) == 80);
    CHECK(columns_to_print("72", 80) == 72);
    CHECK(columns_to_print("wide", 80) == 80);
    CHECK(columns_to_print("72x", 80) == 80);
    CHECK(columns_to_print("0", 80) == 80);
    CHECK(columns_to_print("7", 80) == 40);
    CHECK(columns_to_print("", 300) == 120);
    CHECK(columns_to_print("99999999999999999999", 80) == 80);
}

}  // namespace atodds
