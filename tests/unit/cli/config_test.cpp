#include "cli/config.hpp"

#include "cli/command_line.hpp"
#include "cli/options.hpp"
#include "report/report_writer.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

namespace atodds {
namespace {

std::string told(const std::string& text) {
    Diagnostics diagnostics;
    parse_config(text, ".atodds.yml", diagnostics);
    std::string all;
    for (const Diagnostic& diagnostic : diagnostics) {
        all += to_text(diagnostic, text, ColorMode::Never);
    }
    return all;
}

std::vector<ConfigEntry> entries_of(const std::string& text) {
    Diagnostics diagnostics;
    std::vector<ConfigEntry> entries = parse_config(text, "f", diagnostics);
    CHECK(diagnostics.empty());
    return entries;
}

}  // namespace

TEST_CASE("keys of a configuration with one value or several") {
    const std::vector<ConfigEntry> entries =
        entries_of("fail-on: never\npaths: [a, b c]\nexclude: drafts\nthreads: 2\n");
    CHECK(entries == std::vector<ConfigEntry>{{"paths", {"a", "b c"}},
                                              {"exclude", {"drafts"}},
                                              {"fail-on", {"never"}},
                                              {"threads", {"2"}}});
}

TEST_CASE("a configuration of comments alone is sound, and so is the sample") {
    for (const std::string& text :
         {std::string(), std::string("# x\n\n  # y\n"), std::string(sample_config())}) {
        CAPTURE(text);
        CHECK(entries_of(text).empty());
    }
}

TEST_CASE("every key of the sample is sound with the value it shows") {
    std::string text;
    std::istringstream sample{std::string(sample_config())};
    for (std::string line; std::getline(sample, line);) {
        if (line.size() > 1 && line[0] == '#' && line[1] != ' ') {
            text += line.substr(1) + "\n";
        }
    }
    CHECK(entries_of(text).size() == 16);
}

TEST_CASE("what is wrong with a configuration is told with its place, all of it") {
    struct Row {
        const char* name;
        const char* text;
        const char* told;
    };

    const Row rows[] = {
        {"unknown key", "fail-onn: never\n",
         ".atodds.yml:1:1: error: unknown key \"fail-onn\" in the configuration\n"
         " 1 | fail-onn: never\n"
         "   | ^^^^^^^^\n"
         "  hint: did you mean \"fail-on\"?\n"},
        {"two problems", "tiers: all\nmin-level: low\n",
         ".atodds.yml:1:8: error: unknown tiers \"all\"\n"
         " 1 | tiers: all\n"
         "   |        ^^^\n"
         "  hint: known: both, declared and open\n"
         ".atodds.yml:2:12: error: unknown min-level \"low\"\n"
         " 2 | min-level: low\n"
         "   |            ^^^\n"
         "  hint: known: error, warning and note\n"},
        {"number", "threads: -1\n",
         ".atodds.yml:1:10: error: \"threads\" is \"-1\", expected a number from 0 to "
         "1024\n"
         " 1 | threads: -1\n"
         "   |          ^^\n"},
        {"twice", "index: a\nindex: b\n",
         ".atodds.yml:2:1: error: duplicate key \"index\"\n"
         " 2 | index: b\n"
         "   | ^^^^^\n"
         "  hint: keep one of them; only one would count\n"},
        {"no map", "- index\n",
         ".atodds.yml:1:1: error: the configuration is a list, expected a map of keys\n"
         " 1 | - index\n"
         "   | ^^^^^^^\n"
         "  hint: known: paths, exclude, rules, add-rules, tiers, select, ignore, fail-on, "
         "min-level, output, "
         "index, against, baseline, verdicts, suppressions and threads\n"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(told(row.text) == row.told);
        }
    }
}

TEST_CASE("the nearest configuration counts, up to a repository or the home folder") {
    const TemporaryFolder folder;
    folder.write("home/.atodds.yml", "");
    folder.write("home/plain/deep/x", "");
    folder.write("home/repository/.git/x", "");
    folder.write("home/repository/deep/x", "");
    folder.write("home/own/.git/x", "");
    folder.write("home/own/.atodds.yml", "");
    folder.write("home/own/deep/x", "");
    folder.write(".atodds.yml", "");

    struct Row {
        const char* name;
        const char* from;
        const char* found;
    };

    const Row rows[] = {{"here", "home/own", ".atodds.yml"},
                        {"above", "home/own/deep", "../.atodds.yml"},
                        {"above that", "home/plain/deep", "../../.atodds.yml"},
                        {"not above a repository", "home/repository/deep", ""},
                        {"not above the home folder", "home", ".atodds.yml"}};
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const std::optional<std::string> found =
                find_config({folder.path(row.from), folder.path("home")});
            CHECK(found.value_or("") == row.found);
        }
    }
    CHECK_FALSE(find_config({}).has_value());
}

TEST_CASE("paths of a configuration start from its folder") {
    Config config;
    CHECK(config.resolved("a/b") == "a/b");
    config.folder = "../..";
    CHECK(config.resolved("a/b") == "../../a/b");
    CHECK(config.resolved("../a") == "../../../a");
    CHECK(config.resolved("/a") == "/a");
    CHECK(config.resolved("-") == "-");
    CHECK(config.resolved("").empty());
}

TEST_CASE("a wrong configuration leaves nothing to run") {
    const TemporaryFolder folder;
    folder.write(".atodds.yml", "nosuch: 1\n");
    std::ostringstream out;
    const char* arguments[] = {"atodds", "report", "x"};
    const Result<CommandLine> line =
        parse_command_line(3, arguments, out, Surroundings{folder.path(), ""});
    REQUIRE(line);
    CHECK(line->problems.size() == 1);
    CHECK_FALSE(static_cast<bool>(line->run));
}

TEST_CASE("commands that only describe the program need no configuration") {
    const TemporaryFolder folder;
    folder.write(".atodds.yml", "nosuch: 1\n");
    for (const char* command : {"init", "man", "version"}) {
        CAPTURE(command);
        std::ostringstream out;
        const char* arguments[] = {"atodds", command};
        const Result<CommandLine> line =
            parse_command_line(2, arguments, out, Surroundings{folder.path(), ""});
        REQUIRE(line);
        CHECK(line->problems.empty());
        CHECK(static_cast<bool>(line->run));
    }
}

}  // namespace atodds
