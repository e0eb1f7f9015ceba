#include "review/memory_file.hpp"

#include "report/report_writer.hpp"
#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

MemoryRecord ferry_record() {
    return {"00c0ffee00c0ffee",
            "open/number",
            "people ashore",
            "people brought ashore",
            {"41", "47"},
            {"coast", "harbour"},
            Level::Error,
            {ReviewVerdict::FalseAlarm, "two \"ferries\"\nreally", "Ada", "2031-05-03"}};
}

// All problems of the bytes as they are told.
std::string told(const std::string& bytes, MemoryKind kind) {
    Diagnostics diagnostics;
    parse_memory(bytes, "marks.jsonl", kind, diagnostics);
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) {
        text += to_text(diagnostic, bytes, ColorMode::Never);
    }
    return text;
}

const std::string kHeader = "{\"format\":\"atodds-verdicts/1\"}\n";

}  // namespace

TEST_CASE("a memory file is one header and one line a record") {
    CHECK(
        to_memory_file({ferry_record()}, MemoryKind::Verdicts) ==
        kHeader +
            R"({"id":"00c0ffee00c0ffee","rule":"open/number","key":"people ashore",)"
            R"("fact":"people brought ashore","values":["41","47"],"articles":["coast","harbour"],)"
            R"("level":"error","verdict":"false-alarm","note":"two \"ferries\"\nreally",)"
            R"("by":"Ada","date":"2031-05-03"})"
            "\n");
}

TEST_CASE("a memory file that is read and written again is the same bytes") {
    MemoryRecord bare;
    bare.id = "0123456789abcdef";
    bare.mark.verdict = ReviewVerdict::Accepted;
    const std::string bytes = to_memory_file({ferry_record(), bare}, MemoryKind::Verdicts);
    Diagnostics diagnostics;
    const std::vector<MemoryRecord> read =
        parse_memory(bytes, "f", MemoryKind::Verdicts, diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(read.size() == 2);
    CHECK(read[1] == ferry_record());
    CHECK(to_memory_file(read, MemoryKind::Verdicts) == bytes);
}

TEST_CASE("records are sorted by rule, key, values and fingerprint, whatever their order") {
    MemoryRecord first = ferry_record();
    first.key = "a";
    MemoryRecord second = ferry_record();
    second.key = "b";
    MemoryRecord third = second;
    third.values = {"5"};
    const auto bytes = [](std::vector<MemoryRecord> records) {
        return to_memory_file(std::move(records), MemoryKind::Baseline);
    };
    CHECK(bytes({third, second, first}) == bytes({first, second, third}));
    CHECK(bytes({third, first}).find("\"key\":\"a\"") <
          bytes({third, first}).find("\"key\":\"b\""));
}

TEST_CASE("a baseline keeps no verdict") {
    const std::string bytes = to_memory_file({ferry_record()}, MemoryKind::Baseline);
    CHECK(bytes.starts_with("{\"format\":\"atodds-baseline/1\"}\n"));
    CHECK(bytes.find("false-alarm") == std::string::npos);
    CHECK(bytes.find("Ada") == std::string::npos);
}

TEST_CASE("of two records with one fingerprint the later one counts") {
    struct Row {
        const char* name;
        const char* first;
        const char* second;
        ReviewVerdict counts;
    };

    const auto line = [](const char* verdict, const char* date) {
        return std::string(R"({"id":"00c0ffee00c0ffee","verdict":")") + verdict + R"(","date":")" +
               date + "\"}\n";
    };
    const Row rows[] = {
        {"later line, later day", "2031-01-01", "2031-01-02", ReviewVerdict::Dismissed},
        {"later line, earlier day", "2031-01-02", "2031-01-01", ReviewVerdict::Accepted},
        {"one day", "2031-01-02", "2031-01-02", ReviewVerdict::Dismissed},
        {"no day against a day", "2031-01-02", "", ReviewVerdict::Accepted},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            Diagnostics diagnostics;
            const std::vector<MemoryRecord> read =
                parse_memory(kHeader + line("accepted", row.first) + line("dismissed", row.second),
                             "f", MemoryKind::Verdicts, diagnostics);
            REQUIRE(read.size() == 1);
            CHECK(read[0].mark.verdict == row.counts);
            CHECK(diagnostics.empty());
        }
    }
}

TEST_CASE("what is wrong with a memory file is told with its line") {
    struct Row {
        const char* name;
        std::string bytes;
        const char* told;
    };

    const Row rows[] = {
        {"no header", "{}\n",
         "marks.jsonl:1:1: error: no atodds-verdicts/1 file: the first line does not say so\n"
         " 1 | {}\n"
         "   | ^^\n"
         "  hint: write one with: atodds review\n"},
        {"another kind", "{\"format\":\"atodds-baseline/1\"}\n",
         "marks.jsonl:1:1: error: this is a file of format \"atodds-baseline/1\", expected "
         "atodds-verdicts/1\n"
         " 1 | {\"format\":\"atodds-baseline/1\"}\n"
         "   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
         "  hint: write one with: atodds review\n"},
        {"conflict", kHeader + "<<<<<<< HEAD\n",
         "marks.jsonl:2:1: error: a merge conflict is left in this file\n"
         " 2 | <<<<<<< HEAD\n"
         "   | ^^^^^^^^^^^^\n"
         "  hint: keep the lines of both sides and delete the marks\n"},
        {"no object", kHeader + "17\n",
         "marks.jsonl:2:1: error: this line is no JSON object\n"
         " 2 | 17\n"
         "   | ^^\n"
         "  hint: mend or delete the line\n"},
        {"no fingerprint", kHeader + "{\"id\":\"x\"}\n",
         "marks.jsonl:2:1: error: \"x\" is no fingerprint\n"
         " 2 | {\"id\":\"x\"}\n"
         "   | ^^^^^^^^^^\n"
         "  hint: fingerprints are 16 hexadecimal digits\n"},
        {"verdict", kHeader + "{\"id\":\"0123456789abcdef\",\"verdict\":\"maybe\"}\n",
         "marks.jsonl:2:1: error: unknown verdict \"maybe\"\n"
         " 2 | {\"id\":\"0123456789abcdef\",\"verdict\":\"maybe\"}\n"
         "   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
         "  hint: known: accepted, false-alarm and dismissed\n"},
        {"key", kHeader + "{\"id\":\"0123456789abcdef\",\"why\":1}\n",
         "marks.jsonl:2:1: error: unknown key \"why\" in a record\n"
         " 2 | {\"id\":\"0123456789abcdef\",\"why\":1}\n"
         "   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
         "  hint: delete it; a newer version of atodds may have written it\n"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(told(row.bytes, MemoryKind::Verdicts) == row.told);
        }
    }
}

TEST_CASE("one bad line leaves the records of the others") {
    Diagnostics diagnostics;
    const std::vector<MemoryRecord> read = parse_memory(
        kHeader + "nonsense\n\n{\"id\":\"0123456789abcdef\",\"verdict\":\"accepted\"}\r\n", "f",
        MemoryKind::Verdicts, diagnostics);
    CHECK(diagnostics.size() == 1);
    CHECK(read.size() == 1);
}

TEST_CASE("values of other types in a record read as nothing") {
    Diagnostics diagnostics;
    const std::vector<MemoryRecord> read = parse_memory(
        "{\"format\":\"atodds-baseline/1\"}\n"
        "{\"id\":\"0123456789abcdef\",\"rule\":7,\"values\":[1,\"x\"],\"articles\":{},\"level\":[]}"
        "\n",
        "f", MemoryKind::Baseline, diagnostics);
    REQUIRE(read.size() == 1);
    CHECK(read[0].rule.empty());
    CHECK(read[0].values == std::vector<std::string>{"", "x"});
    CHECK(read[0].articles.empty());
    CHECK(read[0].level == Level::Note);
}

TEST_CASE("an empty memory file holds nothing and is no problem") {
    CHECK(told("", MemoryKind::Baseline).empty());
    CHECK(told("\n \n", MemoryKind::Baseline).empty());
}

TEST_CASE("a record of a finding knows its values and all of its articles") {
    const Report report = test::two_counts();
    const MemoryRecord record = record_of(report.findings[0]);
    CHECK(record.values == std::vector<std::string>{"41", "47"});
    CHECK(record.articles == std::vector<std::string>{"coast", "harbour"});
    const Finding again = finding_of(record);
    CHECK(again.id == report.findings[0].id);
    CHECK(again.level == Level::Error);
    CHECK(again.sides.size() == 2);
    CHECK(again.sides[0].facts.empty());
}

TEST_CASE("words of verdicts and forms of fingerprints") {
    for (const ReviewVerdict verdict :
         {ReviewVerdict::Accepted, ReviewVerdict::FalseAlarm, ReviewVerdict::Dismissed}) {
        CHECK(parse_review_verdict(word_for(verdict)) == verdict);
    }
    CHECK_FALSE(parse_review_verdict("none").has_value());
    CHECK_FALSE(parse_review_verdict("").has_value());
    CHECK(is_fingerprint("0123456789abcdef"));
    CHECK_FALSE(is_fingerprint("0123456789ABCDEF"));
    CHECK_FALSE(is_fingerprint("0123456789abcde"));
    CHECK_FALSE(is_fingerprint(""));
}

}  // namespace atodds
