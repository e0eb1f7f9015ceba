#include "cli/outputs.hpp"

#include "support/report_builder.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

namespace atodds {
namespace {

std::string content_of(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

struct Delivery {
    std::ostringstream out;
    std::ostringstream err;
    Console console;
    RunOptions options;

    Delivery() {
        console.out = &out;
        console.err = &err;
    }

    int of(const Report& report) { return deliver(report, options, console); }
};

}  // namespace

TEST_CASE("an output is a format, and a file behind a colon") {
    const Result<OutputRequest> plain = parse_output("json");
    REQUIRE(plain);
    CHECK(plain->format == "json");
    CHECK(plain->file.empty());
    const Result<OutputRequest> to_file = parse_output("sarif:out/a:b.sarif");
    REQUIRE(to_file);
    CHECK(to_file->format == "sarif");
    CHECK(to_file->file == "out/a:b.sarif");
}

TEST_CASE("what is no output is refused with a remedy") {
    struct Row {
        const char* text;
        const char* message;
        const char* hint;
    };

    const Row rows[] = {
        {"pdf", "unknown format \"pdf\"",
         "use one of: checkstyle, csv, github, gitlab, html, json, jsonl, junit, md, rdjson, "
         "sarif, short, text, xlsx"},
        {"json:", "no file behind the colon of \"json:\"",
         "leave the colon out to write to standard output"},
        {"xlsx:", "no file behind the colon of \"xlsx:\"", "put the name of a file there"},
        {"xlsx", "xlsx is no text for standard output", "name a file: -o xlsx:FILE"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.text) {
            const Result<OutputRequest> request = parse_output(row.text);
            REQUIRE_FALSE(request);
            CHECK(request.error().code == ErrorCode::Usage);
            CHECK(request.error().message == row.message);
            CHECK(request.error().hint == row.hint);
        }
    }
}

TEST_CASE("several outputs of one run are written, and none changes the exit code") {
    const TemporaryFolder folder;
    Delivery delivery;
    delivery.options.outputs = {
        {"short", ""}, {"sarif", folder.path("deep/a.sarif")}, {"xlsx", folder.path("a.xlsx")}};
    CHECK(delivery.of(test::two_counts()) == kExitFindings);
    CHECK(delivery.out.str().starts_with("articles/coast.txt:1:37: error: "));
    CHECK(content_of(folder.path("deep/a.sarif")).starts_with("{\n \"$schema\""));
    CHECK(content_of(folder.path("a.xlsx")).starts_with("PK"));
    CHECK(delivery.err.str().empty());
}

TEST_CASE("the job summary is appended once, and only for GitHub") {
    const TemporaryFolder folder;
    const std::string summary = folder.write("summary.md", "before\n");
    Delivery delivery;
    delivery.console.step_summary = summary;
    delivery.options.outputs = {{"short", ""}};
    delivery.of(test::two_counts());
    CHECK(content_of(summary) == "before\n");
    delivery.options.outputs = {{"github", ""}, {"github", folder.path("a.txt")}};
    delivery.of(test::two_counts());
    const std::string text = content_of(summary);
    CHECK(text.starts_with("before\n# 2 articles"));
    CHECK(text.find("00c0ffee00c0ffee") == text.rfind("00c0ffee00c0ffee"));
}

TEST_CASE("a job summary that cannot be written makes the run incomplete") {
    const TemporaryFolder folder;
    Delivery delivery;
    delivery.console.step_summary = folder.path("no/such/summary.md");
    delivery.options.outputs = {{"github", ""}};
    CHECK(delivery.of(test::two_counts()) == kExitIncomplete);
    CHECK(delivery.err.str().find("summary.md\"") != std::string::npos);
    CHECK(delivery.out.str().starts_with("::error "));
}

TEST_CASE("an article is linked where its file is there") {
    const TemporaryFolder folder;
    Report report = test::two_counts();
    for (Article& article : report.articles) {
        article.path = folder.path(article.id + ".txt");
    }
    folder.write("coast.txt", "x");
    Delivery delivery;
    delivery.console.folder = folder.path();
    delivery.options.outputs = {{"sarif", ""}};
    delivery.of(report);
    CHECK(delivery.out.str().find("\"uri\": \"coast.txt\"") != std::string::npos);
    CHECK(delivery.out.str().find("relatedLocations") == std::string::npos);
    folder.write("harbour.txt", "x");
    delivery.out.str("");
    delivery.of(report);
    CHECK(delivery.out.str().find("\"uri\": \"harbour.txt\"") != std::string::npos);
    CHECK(delivery.out.str().find("[harbour.txt:1](1)") != std::string::npos);
}

TEST_CASE("findings that are not listed fail a run as those that are") {
    Delivery delivery;
    delivery.options.outputs = {{"json", ""}};
    Report report;
    report.coverage.unlisted = {{Level::Warning, Verdict::Disagree, 2}};
    CHECK(delivery.of(report) == kExitClean);
    delivery.options.fail_on = Level::Warning;
    CHECK(delivery.of(report) == kExitFindings);
}

TEST_CASE("every format for readers tells what is not listed") {
    Report report = test::two_counts();
    report.coverage = {.articles = 900,
                       .facts = 70,
                       .left_out = 0,
                       .unlisted = {{Level::Warning, Verdict::Disagree, 2},
                                    {Level::Note, Verdict::Disagree, 3},
                                    {Level::Note, Verdict::Update, 4}}};
    for (const char* format : {"text", "html", "md"}) {
        CAPTURE(format);
        Delivery delivery;
        delivery.options.outputs = {{format, ""}};
        delivery.of(report);
        const std::string text = delivery.out.str();
        CHECK(
            text.find("1 of 10 findings are listed, the first in order; not listed are 2 warnings "
                      "and 7 notes") != std::string::npos);
    }
    Delivery delivery;
    delivery.options.outputs = {{"json", ""}};
    delivery.of(report);
    CHECK(delivery.out.str().find(R"({"level":"note","verdict":"update","findings":4})") !=
          std::string::npos);
}

}  // namespace atodds
