#include "report/report_writer.hpp"
#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>

namespace atodds {

TEST_CASE("a finding is told like a compiler tells an error") {
    CHECK(to_text(test::two_counts()) ==
          "2 articles, 2 facts: 1 error, 0 warnings, 0 notes\n"
          "\n"
          "error: people brought ashore (open) [00c0ffee00c0ffee]\n"
          "  disagree: 41 and 47 do not meet.\n"
          "\n"
          "  A  41   1 article, origin: Harbour News\n"
          "    --> articles/harbour.txt:1:47: Harbour News, 2031-05-02\n"
          "     | Rescuers brought 41 people ashore.\n"
          "     |                  ^^\n"
          "\n"
          "  B  47   1 article, origin: Coast Courier\n"
          "    --> articles/coast.txt:1:37: Coast Courier, 2031-05-03\n"
          "     | In all 47 people were brought ashore.\n"
          "     |        ^^\n"
          "\n"
          "  next: Make sure that both speak of the same thing; no rule knows this fact.\n");
}

TEST_CASE("carets stand under the words that differ") {
    test::ReportBuilder builder;
    builder.article({"h", "Harbour News", "", "", "\"We will repair the pier,\" Lind said."});
    builder.article({"c", "Coast Courier", "", "", "\"We will rebuild the pier,\" Lind said."});
    const std::string left = builder.fact("h", "We will repair the pier");
    const std::string right = builder.fact("c", "We will rebuild the pier");
    Finding made;
    made.sides.resize(2);
    Finding& finding = builder.finding(made, {{left}, {right}});
    finding.marks = {{right, {{9, 16}}}, {left, {{9, 15}}}};
    std::ranges::sort(finding.marks, {}, &FactMarks::fact);
    const std::string text = to_text(builder.report());
    CHECK(text.find("     | \"We will repair the pier,\" Lind said.\n"
                    "     |          ^^^^^^\n") != std::string::npos);
    CHECK(text.find("     | \"We will rebuild the pier,\" Lind said.\n"
                    "     |          ^^^^^^^\n") != std::string::npos);
}

TEST_CASE("an explained finding shows every step and which one decided") {
    const std::string text = to_text(test::two_counts(), {.explains = true});
    CHECK(text.find("  -  same-fact: both count people brought ashore\n") != std::string::npos);
    CHECK(text.find("  => clash: 41 and 47 do not meet\n") != std::string::npos);
}

TEST_CASE("findings below the least level are counted and not shown") {
    Report report = test::two_counts();
    report.findings.front().level = Level::Note;
    const std::string text = to_text(report, {.least_level = Level::Warning});
    CHECK(text.find("people brought ashore") == std::string::npos);
    CHECK(text.find("not shown: 1 finding below warning\n") != std::string::npos);
    CHECK(text.starts_with("2 articles, 2 facts: 0 errors, 0 warnings, 1 note\n"));
}

TEST_CASE("what was quarantined and what could not be read is told at the end") {
    Report report = test::two_counts();
    report.articles[0].blocks.push_back({BlockKind::Boilerplate, {0, 10}, "teaser"});
    report.articles[1].blocks.push_back({BlockKind::Foreign, {0, 3}, "Chinese"});
    report.diagnostics.push_back(
        {Severity::Error, {ErrorCode::BadEncoding, "byte 0xff is no UTF-8", {"b.txt", {}}, "fix"}});
    const std::string text = to_text(report);
    CHECK(
        text.ends_with("read but not compared: 1 block of boilerplate and 1 foreign-language block "
                       "(10 % of the text)\n"
                       "not read, or only in part:\n"
                       "  b.txt: error: byte 0xff is no UTF-8\n"
                       "    hint: fix\n"));
}

TEST_CASE("an article alone says whether it was held against anything") {
    Report report = test::two_counts();
    report.findings.clear();
    report.facts.clear();
    report.articles.resize(1);
    const std::string alone = to_text(report);
    CHECK(alone.ends_with("\none article alone can only be at odds with itself\n"));
    report.checked = {report.articles[0].id};
    const std::string checked = to_text(report);
    CHECK(checked.ends_with("\nno article that it was checked against states the same facts\n"));
}

TEST_CASE("no line without a long path is wider than the terminal") {
    test::ReportBuilder builder;
    builder.report() = test::two_counts();
    builder.report().findings[0].trace[1].text =
        std::string(30, 'w') + " and " + std::string(60, 'v') + " " + std::string(20, 'x');
    std::istringstream lines(to_text(builder.report(), {.width = 72, .explains = true}));
    for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK(line.size() <= 72);
    }
}

TEST_CASE("article text cannot steer the terminal") {
    Report report = test::two_counts();
    report.articles[0].source = "\x1b]0;gotcha\a";
    report.findings[0].fact = "\u202Etac";
    report.findings[0].sides[0].value = "4\n1";
    const std::string text = to_text(report);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\a') == std::string::npos);
    CHECK(text.find("\u202E") == std::string::npos);
    CHECK(text.find("A  4 1 ") != std::string::npos);
}

TEST_CASE("a reason does not repeat the title") {
    Report report = test::two_counts();
    report.findings[0].message = "people brought ashore: 41 against 47";
    report.findings[0].trace.clear();
    CHECK(to_text(report).find("  disagree: 41 against 47\n") != std::string::npos);
}

TEST_CASE("the reason is the step that decided, as a sentence") {
    Report report = test::two_counts();
    report.findings[0].trace = {
        {"same-fact", "same ship", false},
        {"clash", "one is not the other, and every excuse has failed", true}};
    CHECK(to_text(report).find("  disagree: One is not the other.\n") != std::string::npos);
}

TEST_CASE("the most widely shared agreements are told, the others counted") {
    Report report = test::two_counts();
    Finding agreement = report.findings[0];
    agreement.fact = "How many sailed?";
    agreement.sides = {{"60 people", {}, {"harbour", "coast"}, {"x", "y"}}};
    report.agreements.assign(7, agreement);
    const std::string text = to_text(report);
    CHECK(text.find("agreed: 7 facts, the most widely shared first\n"
                    "  How many sailed? 60 people (2 origins)\n") != std::string::npos);
    CHECK(text.find("  and 2 more; the html and json reports have all\n") != std::string::npos);
}

TEST_CASE("findings alone leave out counts and agreements") {
    const std::string text = to_text(test::two_counts(), {.findings_only = true});
    CHECK(text.find("2 articles") == std::string::npos);
    CHECK(text.find("agreed") == std::string::npos);
    CHECK(text.find("A  41") != std::string::npos);
}

TEST_CASE("colour adds nothing but escapes") {
    std::string coloured = to_text(test::two_counts(), {.color = ColorMode::Always});
    for (std::size_t at = coloured.find('\x1b'); at != std::string::npos;
         at = coloured.find('\x1b')) {
        coloured.erase(at, coloured.find('m', at) - at + 1);
    }
    CHECK(coloured == to_text(test::two_counts()));
}

TEST_CASE("an origin that is an article is named by its source") {
    Report report = test::two_counts();
    report.findings[0].sides[0].origins = {"harbour"};
    CHECK(to_text(report).find("1 article, origin: Harbour News\n") != std::string::npos);
}

TEST_CASE("three sides say which of them clash, unless all do") {
    Report report = test::two_counts();
    Finding& finding = report.findings[0];
    finding.sides.push_back({"44", {}, {}, {}});
    finding.conflicts = {{0, 1}};
    CHECK(to_text(report).find("at odds: A-B\n") != std::string::npos);
    finding.conflicts = {{0, 1}, {0, 2}, {1, 2}};
    CHECK(to_text(report).find("at odds") == std::string::npos);
}

TEST_CASE("a fact whose article is not in the report is quoted from what it carries") {
    Report report = test::two_counts();
    report.articles.clear();
    CHECK(to_text(report).find("     | Rescuers brought 41 people ashore.\n"
                               "     |                  ^^\n") != std::string::npos);
}

TEST_CASE("a title that is too long for the terminal is folded behind the level") {
    Report report = test::two_counts();
    report.findings[0].fact = "How many people did the rescuers bring ashore from the ferry?";
    const std::string text = to_text(report, {.width = 50});
    CHECK(text.find("error: How many people did the rescuers bring\n"
                    "       ashore from the ferry?\n"
                    "       (open) [00c0ffee00c0ffee]\n") != std::string::npos);
}

TEST_CASE("the title line names what all sides speak of") {
    Report report = test::two_counts();
    report.names = {{"marlin", "Marlin"}};
    for (Fact& fact : report.facts) {
        fact.slots.push_back({"entity", "marlin", {}});
    }
    CHECK(to_text(report).find("error: people brought ashore · Marlin (open) [") !=
          std::string::npos);
}

TEST_CASE("who states a long value stands below it") {
    Report report = test::two_counts();
    report.findings[0].sides[0].value = "forty-one people and the captain's dog";
    CHECK(to_text(report, {.width = 60})
              .find("  A  forty-one people and the captain's dog\n"
                    "     1 article, origin: Harbour News\n") != std::string::npos);
}

}  // namespace atodds
