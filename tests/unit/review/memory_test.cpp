#include "review/memory.hpp"

#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

// The report of two counts with a key, as a run gives it.
Report ferry_report() {
    Report report = test::two_counts();
    report.findings[0].key = "people ashore";
    return report;
}

MemoryRecord marked(ReviewVerdict verdict, const std::string& note) {
    MemoryRecord record = record_of(ferry_report().findings[0]);
    record.mark = {verdict, note, "Ada", "2031-05-03"};
    return record;
}

MemoryRecord with_values(std::vector<std::string> values) {
    MemoryRecord record = record_of(ferry_report().findings[0]);
    record.id = "ffffffffffffffff";
    record.values = std::move(values);
    return record;
}

}  // namespace

TEST_CASE("a false alarm and a dismissed finding are out of sight, an accepted one stays") {
    struct Row {
        const char* name;
        ReviewVerdict verdict;
        const char* note;
        bool is_shown;
        const char* reason;
    };

    const Row rows[] = {
        {"accepted", ReviewVerdict::Accepted, "yes", true, ""},
        {"false alarm", ReviewVerdict::FalseAlarm, "two ferries", false,
         "false-alarm: two ferries"},
        {"dismissed", ReviewVerdict::Dismissed, "", false, "dismissed"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            Report report = ferry_report();
            apply_verdicts({marked(row.verdict, row.note)}, "marks.jsonl", report);
            const Finding& finding = report.findings[0];
            CHECK(finding.review.verdict == row.verdict);
            CHECK(finding.review.by == "Ada");
            CHECK(is_shown(finding) == row.is_shown);
            CHECK(finding.suppressed_by.reason == row.reason);
            CHECK(finding.suppressed_by.place == (row.is_shown ? "" : "marks.jsonl"));
        }
    }
}

TEST_CASE("the first reason to suppress a finding stays") {
    Report report = ferry_report();
    report.findings[0].suppressed_by = {Suppression::Kind::Inline, "comment", "a.txt"};
    apply_verdicts({marked(ReviewVerdict::Dismissed, "n")}, "marks.jsonl", report);
    apply_baseline({with_values({"41", "47"})}, "base.jsonl", report);
    CHECK(report.findings[0].suppressed_by.kind == Suppression::Kind::Inline);
    CHECK(report.findings[0].status == FindingStatus::Unchanged);
    CHECK(report.findings[0].review.verdict == ReviewVerdict::Dismissed);
}

TEST_CASE("how a finding stands to a baseline") {
    struct Row {
        const char* name;
        std::vector<MemoryRecord> baseline;
        FindingStatus status;
        BaselineCounts counts;
    };

    MemoryRecord elsewhere = with_values({"41", "47"});
    elsewhere.key = "houses burnt";
    elsewhere.articles = {"fire"};
    const Row rows[] = {
        {"known", {with_values({"41", "47"})}, FindingStatus::Unchanged, {0, 1, 0, 0}},
        {"other values", {with_values({"41", "48"})}, FindingStatus::Changed, {0, 0, 1, 0}},
        {"another fact", {elsewhere}, FindingStatus::New, {1, 0, 0, 1}},
        {"nothing known", {}, FindingStatus::New, {1, 0, 0, 0}},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            Report report = ferry_report();
            CHECK(apply_baseline(row.baseline, "base.jsonl", report) == row.counts);
            CHECK(report.findings[0].status == row.status);
            CHECK(is_shown(report.findings[0]) == (row.status != FindingStatus::Unchanged));
            CHECK(report.gone.size() == row.counts.gone);
        }
    }
}

TEST_CASE("a second finding of a fact whose first one is still there is new, not changed") {
    Report report = ferry_report();
    Finding second = report.findings[0];
    second.id = "eeeeeeeeeeeeeeee";
    second.sides[1].value = "52";
    report.findings.push_back(second);
    CHECK(apply_baseline({with_values({"41", "47"})}, "b", report) == BaselineCounts{1, 1, 0, 0});
    CHECK(report.findings[1].status == FindingStatus::New);
}

TEST_CASE("what is gone is only told of articles that were checked") {
    MemoryRecord elsewhere = with_values({"3", "4"});
    elsewhere.key = "houses burnt";
    elsewhere.articles = {"fire", "harbour"};

    struct Row {
        const char* name;
        std::vector<std::string> checked;
        std::size_t gone;
    };

    const Row rows[] = {
        {"all", {}, 1}, {"one of its articles", {"harbour"}, 1}, {"another article", {"coast"}, 0}};
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            Report report = ferry_report();
            report.checked = row.checked;
            CHECK(apply_baseline({elsewhere}, "b", report).gone == row.gone);
        }
    }
}

TEST_CASE("gone findings come in order and without facts") {
    std::vector<MemoryRecord> baseline;
    for (const char* key : {"c", "a", "b"}) {
        baseline.push_back(with_values({key}));
        baseline.back().key = key;
        baseline.back().id = std::string(16, key[0]);
    }
    Report report;
    apply_baseline(baseline, "b", report);
    REQUIRE(report.gone.size() == 3);
    CHECK(report.gone[0].key == "a");
    CHECK(report.gone[2].key == "c");
    CHECK(report.gone[0].status == FindingStatus::Gone);
    CHECK(report.gone[0].sides[0].facts.empty());
}

TEST_CASE("pruning keeps what is found, under its present name, and nothing new") {
    const std::vector<MemoryRecord> baseline = {with_values({"47", "41"}), with_values({"1"})};
    const std::vector<MemoryRecord> kept = pruned(baseline, ferry_report());
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].id == "00c0ffee00c0ffee");
    CHECK(pruned({}, ferry_report()).empty());
}

TEST_CASE("a newer record takes the place of one with its fingerprint") {
    std::vector<MemoryRecord> records = {marked(ReviewVerdict::Accepted, "old"),
                                         with_values({"1"})};
    remember(records,
             {marked(ReviewVerdict::Dismissed, "new"), marked(ReviewVerdict::Accepted, "z")});
    REQUIRE(records.size() == 2);
    CHECK(records[0].mark.note == "z");
}

TEST_CASE("marks of the page are read with today's date") {
    Diagnostics diagnostics;
    const std::vector<PageMark> marks = parse_page_marks(
        R"({"format":"atodds-review/1","marks":[
            {"id":"0123456789abcdef","status":"false-alarm","note":"n","by":"Ben"},
            {"id":"00c0ffee00c0ffee","status":"accepted"}]})",
        "f", "2031-05-03", diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(marks.size() == 2);
    CHECK(marks[0] ==
          PageMark{"0123456789abcdef", {ReviewVerdict::FalseAlarm, "n", "Ben", "2031-05-03"}});
    CHECK(marks[1].mark.note.empty());
}

TEST_CASE("wrong files of marks are told and give the marks that are right") {
    struct Row {
        const char* name;
        const char* bytes;
        const char* message;
        std::size_t marks;
    };

    const Row rows[] = {
        {"no JSON", "hello",
         "no file of marks: expected a JSON object of format \"atodds-review/1\"", 0},
        {"another format", R"({"format":"x"})",
         "no file of marks: expected a JSON object of format \"atodds-review/1\"", 0},
        {"no list", R"({"format":"atodds-review/1","marks":{}})", "no list \"marks\" in this file",
         0},
        {"no fingerprint", R"({"format":"atodds-review/1","marks":[7]})",
         "mark 1: \"\" is no fingerprint", 0},
        {"status",
         R"({"format":"atodds-review/1","marks":[{"id":"0123456789abcdef","status":"x"},
            {"id":"0123456789abcdef","status":"accepted"}]})",
         "mark 1: unknown status \"x\"", 1},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            Diagnostics diagnostics;
            CHECK(parse_page_marks(row.bytes, "f", "", diagnostics).size() == row.marks);
            REQUIRE(diagnostics.size() == 1);
            CHECK(diagnostics[0].error.message == row.message);
        }
    }
}

TEST_CASE("precision counts dismissed findings for the rule") {
    MemoryRecord other = marked(ReviewVerdict::Dismissed, "");
    other.rule = "a/rule";
    const std::vector<RulePrecision> rows = precision_by_rule(
        {marked(ReviewVerdict::Accepted, ""), marked(ReviewVerdict::FalseAlarm, ""), other});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0] == RulePrecision{"a/rule", 0, 1, 0});
    CHECK(rows[1] == RulePrecision{"open/number", 1, 0, 1});
    CHECK(rows[1].total() == 2);
    CHECK(precision_by_rule({}).empty());
}

}  // namespace atodds
