#include "ingest/glob.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace atodds;

TEST_CASE("globs match whole paths, and bare names match any part") {
    struct Row {
        const char* path;
        const char* pattern;
        bool expected;
    };

    const Row rows[] = {
        {"a/b/c.txt", "a/*/c.txt", true},
        {"a/b/c.txt", "a/*", false},
        {"a/b/c.txt", "a/**", true},
        {"a/b/c.txt", "**/c.txt", true},
        {"c.txt", "**/c.txt", true},
        {"a/b/c.txt", "b", true},
        {"a/b/c.txt", "*.txt", true},
        {"a/b/c.txt", "?.txt", true},
        {"a/b/c.txt", "c", false},
        {"a/b/c.txt", "a/**/c.txt", true},
        {"a/c.txt", "a/**/c.txt", true},
        {"a/bc.txt", "a/**/c.txt", false},
        {"", "*", true},
        {"a", "", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.path);
        CAPTURE(row.pattern);
        CHECK(matches_glob(row.path, row.pattern) == row.expected);
    }
}

TEST_CASE("a pattern of many stars ends") {
    CHECK_FALSE(matches_glob(std::string(2000, 'a'), std::string(300, '*') + "b"));
}
