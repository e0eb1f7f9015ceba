#include "report/format.hpp"

#include "base/utf8.hpp"
#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace atodds {

TEST_CASE("every format is found by its name and by no other") {
    for (const Format& format : formats()) {
        CAPTURE(format.name);
        CHECK(find_format(format.name) == &format);
        CHECK_FALSE(format.summary.empty());
        CHECK(format.summary.size() <= 60);
    }
    for (const char* name : {"", "JSON", "jso", "jsonx", "zip"}) {
        CAPTURE(name);
        CHECK(find_format(name) == nullptr);
    }
}

TEST_CASE("names stand in the list of help as in the table") {
    CHECK(format_names() ==
          "checkstyle, csv, github, gitlab, html, json, jsonl, junit, md, rdjson, sarif, short, "
          "text, xlsx");
    std::string list = format_list();
    for (const Format& format : formats()) {
        const std::size_t end = list.find('\n');
        const std::string line = list.substr(0, end);
        CHECK(line.starts_with("  " + std::string(format.name) + " "));
        CHECK(line.ends_with(format.summary));
        list.erase(0, end + 1);
    }
    CHECK(list.empty());
}

TEST_CASE("every format writes an empty report, and a report without texts") {
    Report without_texts = test::two_counts();
    without_texts.articles.clear();
    for (const Format& format : formats()) {
        CAPTURE(format.name);
        const Result<std::string> empty = format.write(Report{}, {});
        REQUIRE(empty);
        const Result<std::string> written = format.write(without_texts, {});
        REQUIRE(written);
        CHECK(written->size() > empty->size());
        CHECK(*format.write(without_texts, {}) == *written);
        if (format.target == FormatTarget::Anywhere) {
            CHECK_FALSE(find_bad_utf8(*written));
            CHECK_FALSE(find_bad_utf8(*empty));
        }
    }
}

TEST_CASE("what --min-level hides is gone from formats for people and kept in those for data") {
    Report report = test::two_counts();
    report.findings[0].level = Level::Note;
    FormatOptions options;
    options.text.least_level = Level::Warning;
    const std::set<std::string_view> whole = {"csv", "html", "json", "jsonl", "xlsx"};
    for (const Format& format : formats()) {
        CAPTURE(format.name);
        if (format.name != "xlsx") {
            const std::string written = *format.write(report, options);
            CHECK((written.find(report.findings[0].id) != std::string::npos) ==
                  whole.contains(format.name));
        }
    }
}

TEST_CASE("a suppressed finding is shown by no format for people but SARIF, which says so") {
    Report report = test::two_counts();
    report.findings[0].suppressed_by = {Suppression::Kind::File, "two ferries", "ignore.yml:3"};
    for (const char* name : {"checkstyle", "github", "gitlab", "md", "rdjson", "short"}) {
        CAPTURE(name);
        CHECK(find_format(name)->write(report, {})->find(report.findings[0].id) ==
              std::string::npos);
    }
    CHECK(find_format("sarif")->write(report, {})->find("two ferries") != std::string::npos);
    CHECK(find_format("junit")->write(report, {})->find("suppressed: two ferries") !=
          std::string::npos);
}

TEST_CASE("only GitHub's format has something for the summary of a job") {
    for (const Format& format : formats()) {
        CHECK((format.summarise != nullptr) == (format.name == "github"));
    }
}

}  // namespace atodds
