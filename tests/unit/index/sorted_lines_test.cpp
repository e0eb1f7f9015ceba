#include "index/sorted_lines.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

using namespace atodds;

namespace {

std::string content_of(const std::string& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

std::size_t files_in(const TemporaryFolder& folder) {
    const std::filesystem::directory_iterator files(folder.path());
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

std::string joined(const std::set<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("lines come out in byte order, each once, whatever fits into memory") {
    for (const std::size_t memory : {std::size_t{1}, std::size_t{500}, std::size_t{1} << 20U}) {
        CAPTURE(memory);
        const TemporaryFolder folder;
        std::minstd_rand random(11);
        std::set<std::string> expected;
        LineSorter sorter(folder.path("run"), memory);
        for (int i = 0; i < 300; ++i) {
            // Tabs come before letters: a key before those that it is the beginning of.
            const std::string line =
                fmt::format("{}\t{}", std::string(1 + random() % 3, 'k'), random() % 90);
            expected.insert(line);
            REQUIRE(sorter.add(line));
        }
        const Result<std::uint64_t> count = sorter.finish();
        REQUIRE(count);
        CHECK(*count == expected.size());
        CHECK(content_of(folder.path("run")) == joined(expected));
        CHECK(files_in(folder) == 1);
    }
}

TEST_CASE("no lines make an empty file") {
    const TemporaryFolder folder;
    LineSorter sorter(folder.path("run"));
    const Result<std::uint64_t> count = sorter.finish();
    REQUIRE(count);
    CHECK(*count == 0);
    CHECK(content_of(folder.path("run")).empty());
}

TEST_CASE("more files are merged than can be open at once") {
    const TemporaryFolder folder;
    std::set<std::string> expected;
    std::vector<std::string> files;
    for (int i = 0; i < 300; ++i) {
        const std::string own = fmt::format("own {}", i);
        files.push_back(folder.write(fmt::format("run-{}", i), fmt::format("all\n{}\n", own)));
        expected.insert({"all", own});
    }
    const Result<std::uint64_t> count = merge_sorted_lines(files, folder.path("merged"));
    REQUIRE(count);
    CHECK(*count == 301);
    CHECK(content_of(folder.path("merged")) == joined(expected));
    CHECK(files_in(folder) == 301);
}

TEST_CASE("a file that is missing or not sorted is named") {
    const TemporaryFolder folder;
    const std::string good = folder.write("good", "a\nc\n");
    const std::string bad = folder.write("bad", "b\na\n");
    const std::string gone = folder.path("gone");
    for (const std::string& file : {bad, gone}) {
        CAPTURE(file);
        const Result<std::uint64_t> merged = merge_sorted_lines({good, file}, folder.path("out"));
        REQUIRE_FALSE(merged);
        CHECK(merged.error().place.file == file);
    }
    CHECK(merge_sorted_lines({good, bad}, folder.path("out")).error().message ==
          "lines are not in byte order: \"a\" behind \"b\"");
}

TEST_CASE("a place that cannot be written is an error") {
    const TemporaryFolder folder;
    const std::string good = folder.write("good", "a\n");
    const Result<std::uint64_t> merged = merge_sorted_lines({good}, folder.path("no/folder"));
    REQUIRE_FALSE(merged);
    CHECK(merged.error().code == ErrorCode::Unwritable);
}
