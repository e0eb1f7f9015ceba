#include "cli/check_scope.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

namespace atodds {

TEST_CASE("lists of paths are parted by lines, or by zero bytes where there is one") {
    using Paths = std::vector<std::string>;

    struct Row {
        const char* name;
        std::string list;
        Paths paths;
    };

    const Row rows[] = {
        {"empty", "", {}},
        {"one", "a", {"a"}},
        {"lines", "a\nb c\n", {"a", "b c"}},
        {"lines of Windows", "a\r\nb\r\n", {"a", "b"}},
        {"blank lines", "\n\na\n\n", {"a"}},
        {"zero bytes", std::string("a\nb\0c\r\0", 7), {"a\nb", "c\r"}},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(split_list(row.list) == row.paths);
        }
    }
}

TEST_CASE("files under check are not among those they are compared with, by whatever name") {
    const TemporaryFolder folder;
    const std::string draft = folder.write("news/b.txt", "x");
    folder.write("news/a.txt", "x");
    Console console;
    RunOptions options;
    options.scope.against = {folder.path("news"), folder.path("news/../news")};
    for (const std::string& name :
         {draft, folder.path("news/./b.txt"), folder.path("news/../news/b.txt")}) {
        CAPTURE(name);
        options.paths = {name};
        const Result<CheckFiles> files = files_to_check(options, console);
        REQUIRE(files);
        CHECK(files->checked == std::vector<std::string>{name});
        CHECK(files->others.size() == 1);
    }
}

TEST_CASE("standard input stands for the file it is named after") {
    const TemporaryFolder folder;
    const std::string draft = folder.write("news/b.txt", "x");
    RunOptions options;
    options.paths = {"-"};
    options.ingest.stdin_filename = draft;
    options.scope.against = {folder.path("news")};
    const Result<CheckFiles> files = files_to_check(options, Console{});
    REQUIRE(files);
    CHECK(files->checked == std::vector<std::string>{"-"});
    CHECK(files->others.empty());
}

TEST_CASE("a list names what is to be checked, and what is no article is counted") {
    const TemporaryFolder folder;
    const std::string article = folder.write("a.txt", "x");
    std::istringstream in(article + "\nmain.c\nlogo.png\n");
    Console console;
    console.in = &in;
    RunOptions options;
    options.scope.files_from = "-";
    const Result<CheckFiles> files = files_to_check(options, console);
    REQUIRE(files);
    CHECK(files->checked == std::vector<std::string>{article});
    REQUIRE(files->diagnostics.size() == 1);
    CHECK(files->diagnostics[0].severity == Severity::Warning);
    CHECK(files->diagnostics[0].error.message == "2 of the listed files are no articles");
}

TEST_CASE("a list that cannot be read is a failure") {
    RunOptions options;
    options.scope.files_from = "/nonexistent/list";
    CHECK_FALSE(files_to_check(options, Console{}));
}

}  // namespace atodds
