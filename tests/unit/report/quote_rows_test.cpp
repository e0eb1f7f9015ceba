#include "report/quote_rows.hpp"

#include "report/format_writers.hpp"
#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {

TEST_CASE("no cell of a table starts a formula") {
    struct Row {
        const char* name;
        const char* text;
        const char* cell;
    };

    const Row rows[] = {
        {"plain words", "47 people", "47 people"},
        {"empty", "", ""},
        {"equals sign", "=1+1", "'=1+1"},
        {"at sign", "@SUM(A1)", "'@SUM(A1)"},
        {"plus with words", "+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"},
        {"minus with words", "-2+3", "'-2+3"},
        {"a dash of prose", "- said nobody", "'- said nobody"},
        {"a negative number", "-2.5", "-2.5"},
        {"a rise", "+5", "+5"},
        {"full-width equals sign", "＝1", "'＝1"},
        {"full-width minus", "－1", "'－1"},
        {"inside the words", "a=b", "a=b"},
        {"behind a semicolon, a separator elsewhere", "a;=1", "a;'=1"},
        {"behind a tab", "a\t@b", "a\t'@b"},
        {"a semicolon of prose", "a; b", "a; b"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(harmless_cell(row.text) == row.cell);
        }
    }
}

TEST_CASE("a row has the quotation in words and its place") {
    Report report = test::two_counts();
    report.articles[0].title = "A ferry\nran\u200B aground";
    QuoteRows rows(report);
    const QuoteRow row = rows.of(report.facts[0]);
    CHECK(row.value == "41");
    CHECK(row.unit == "people");
    CHECK(row.surface == "41");
    CHECK(row.statement == "Rescuers brought 41 people ashore.");
    CHECK(row.source == "Harbour News");
    CHECK(row.published == "2031-05-02");
    CHECK(row.title == "A ferry ran<U+200B> aground");
    CHECK(row.path == "articles/harbour.txt");
    REQUIRE(row.place);
    CHECK(row.place->line == 1);
    CHECK(row.place->column == 47);
    CHECK(row.link.starts_with("https://harbour.example/a#:~:text="));
}

TEST_CASE("a row of an article that the report does not hold has its quotation all the same") {
    Report report = test::two_counts();
    report.articles.clear();
    QuoteRows rows(report);
    const QuoteRow row = rows.of(report.facts[0]);
    CHECK(row.statement == "Rescuers brought 41 people ashore.");
    CHECK(row.path == "harbour");
    CHECK_FALSE(row.place);
    CHECK(row.link.empty());
}

TEST_CASE("a link that is no web address is not linked") {
    Report report = test::two_counts();
    report.articles[0].url = "javascript:alert(1)";
    QuoteRows rows(report);
    CHECK(rows.of(report.facts[0]).link.empty());
}

TEST_CASE("a cell says what earlier runs and people said of a finding") {
    Finding finding;
    CHECK(memory_text(finding) == "");
    finding.status = FindingStatus::Unchanged;
    CHECK(memory_text(finding) == "unchanged");
    finding.review.verdict = ReviewVerdict::Accepted;
    CHECK(memory_text(finding) == "unchanged, accepted");
    finding.suppressed_by = {Suppression::Kind::Inline, "two\nferries", "a.md:3"};
    CHECK(memory_text(finding) == "unchanged, accepted, suppressed (inline): two ferries");
    finding = {};
    finding.suppressed_by.kind = Suppression::Kind::Baseline;
    CHECK(memory_text(finding) == "suppressed (baseline)");
}

TEST_CASE("csv quotes every cell, doubles quotation marks and ends rows with CRLF") {
    Report report = test::two_counts();
    report.articles[0].source = "The \"Harbour\", News";
    const std::string csv = to_csv(report, {});
    CHECK(csv.starts_with("\xEF\xBB\xBF\"finding\",\"level\","));
    CHECK(csv.find("\"The \"\"Harbour\"\", News\"") != std::string::npos);
    CHECK(csv.ends_with("\"\r\n"));
    std::size_t rows = 0;
    for (std::size_t at = csv.find("\r\n"); at != std::string::npos;
         at = csv.find("\r\n", at + 2)) {
        ++rows;
    }
    CHECK(rows == 3);
}

TEST_CASE("a workbook is a zip archive and the same bytes every time") {
    const Report report = test::two_counts();
    const Result<std::string> first = to_xlsx(report, {});
    REQUIRE(first);
    CHECK(first->starts_with("PK\x03\x04"));
    CHECK(*to_xlsx(report, {}) == *first);
}

TEST_CASE("a workbook takes cells longer than a spreadsheet allows") {
    Report report = test::two_counts();
    report.facts[0].quote = std::string(40'000, 'x');
    report.facts[1].quote.clear();
    for (int i = 0; i < 12'000; ++i) {
        report.facts[1].quote += "港";
    }
    CHECK(to_xlsx(report, {}));
}

}  // namespace atodds
