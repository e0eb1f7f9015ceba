#include "report/repository_path.hpp"

#include <doctest/doctest.h>

namespace atodds {

TEST_CASE("paths are told from the folder of the run") {
    struct Row {
        const char* name;
        const char* path;
        const char* folder;
        const char* expected;
        bool is_below;
    };

    const Row rows[] = {
        {"relative stays", "news/a.txt", "/repo", "news/a.txt", true},
        {"dots go", "./news/./b/../a.txt", "/repo", "news/a.txt", true},
        {"absolute below", "/repo/news/a.txt", "/repo", "news/a.txt", true},
        {"absolute below, slash behind the folder", "/repo/news/a.txt", "/repo/", "news/a.txt",
         true},
        {"absolute beside, same start", "/repository/a.txt", "/repo", "/repository/a.txt", false},
        {"absolute elsewhere", "/other/a.txt", "/repo", "/other/a.txt", false},
        {"absolute, folder unknown", "/repo/a.txt", "", "/repo/a.txt", false},
        {"upwards", "../a.txt", "/repo", "../a.txt", false},
        {"a name that only starts with dots", "..a.txt", "/repo", "..a.txt", true},
        {"standard input", "-", "/repo", "", false},
        {"no path", "", "/repo", "", false},
        {"an address", "https://news.example/a", "/repo", "", false},
        {"an address of an index", "tcp://index.example:99", "/repo", "", false},
        {"a colon in a name", "news/a:b.txt", "/repo", "news/a:b.txt", true},
        {"two slashes in a path", "news//a.txt", "/repo", "news/a.txt", true},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const std::string path = path_from(row.path, row.folder);
            CHECK(path == row.expected);
            CHECK(is_below_folder(path) == row.is_below);
        }
    }
}

TEST_CASE("paths become URIs with everything encoded that could be taken for syntax") {
    struct Row {
        const char* name;
        const char* path;
        const char* uri;
    };

    const Row rows[] = {
        {"plain", "news/a-b_c.~1.txt", "news/a-b_c.~1.txt"},
        {"blank and fragment", "news/b c#1.md", "news/b%20c%231.md"},
        {"query and percent", "a?b%20.txt", "a%3Fb%2520.txt"},
        {"colon in the first part", "a:b.txt", "a%3Ab.txt"},
        {"beyond ASCII", "港.txt", "%E6%B8%AF.txt"},
        {"absolute", "/news/a b.txt", "file:///news/a%20b.txt"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(uri_of_path(row.path) == row.uri);
        }
    }
}

}  // namespace atodds
