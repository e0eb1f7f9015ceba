// The formats of CI systems: what each makes of the same small reports.

#include "report/format_writers.hpp"
#include "support/report_builder.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace atodds {
namespace {

using Json = nlohmann::json;

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos;
         at = text.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

// `count` findings of the level, each with an id of its own.
Report many(Level level, int count) {
    Report report = test::two_counts();
    const Finding finding = report.findings[0];
    report.findings.clear();
    for (int i = 0; i < count; ++i) {
        report.findings.push_back(finding);
        report.findings.back().level = level;
        report.findings.back().id = "00000000000000" + std::to_string(10 + i);
    }
    return report;
}

Report unreadable_file() {
    Report report = test::two_counts();
    report.diagnostics.push_back({Severity::Error,
                                  {ErrorCode::BadEncoding,
                                   "not {UTF-8} [here](http://x)",
                                   {"articles/bad.txt", {}},
                                   "convert it"}});
    return report;
}

Json sarif_run(const Report& report, const FormatOptions& options = {}) {
    return Json::parse(to_sarif(report, options))["runs"][0];
}

}  // namespace

TEST_CASE("short: one line a finding with place, level, rule and id") {
    CHECK(to_short(test::two_counts(), {}) ==
          "articles/coast.txt:1:37: error: people brought ashore: \"47\" here, against \"41\" in "
          "Harbour News, 2031-05-02, articles/harbour.txt:1:47. 41 and 47 do not meet. "
          "[open/number 00c0ffee00c0ffee]\n");
}

TEST_CASE("sarif: the other side is a related location that the message links") {
    const Json result = sarif_run(test::two_counts())["results"][0];
    CHECK(result["message"]["text"] ==
          "people brought ashore: \"47\" here, against \"41\" in [harbour.txt:1](1). 41 and 47 do "
          "not meet.");
    CHECK(result["locations"].size() == 1);
    const Json region = {{"startLine", 1},
                         {"startColumn", 37},
                         {"endLine", 1},
                         {"endColumn", 39},
                         {"snippet", {{"text", "47"}}}};
    CHECK(result["locations"][0]["physicalLocation"]["region"] == region);
    CHECK(result["relatedLocations"][0]["id"] == 1);
    CHECK(result["relatedLocations"][0]["message"]["text"] == "Harbour News, 2031-05-02: 41");
    CHECK(result["partialFingerprints"]["primaryLocationLineHash"] == "00c0ffee00c0ffee:1");
}

TEST_CASE("sarif: findings of one fingerprint keep distinct hashes") {
    Report report = test::two_counts();
    report.findings.push_back(report.findings[0]);
    const Json results = sarif_run(report)["results"];
    CHECK(results[1]["partialFingerprints"]["primaryLocationLineHash"] == "00c0ffee00c0ffee:2");
}

TEST_CASE("sarif: text of articles makes neither links nor placeholders") {
    Report report = test::two_counts();
    report.findings[0].sides[1].value = "[47](http://evil) {0}";
    const FormatOptions options{.has_file = [](const std::string&) { return false; }};
    const std::string message = sarif_run(report, options)["results"][0]["message"]["text"];
    // Where nothing can be linked, no square bracket is left.
    CHECK(holds(message, "(47)(http://evil) (0)"));
    CHECK_FALSE(holds(message, "["));
}

TEST_CASE("sarif: a rule is described by its file, an open one by its kind") {
    Report report = test::two_counts();
    report.findings.push_back(report.findings[0]);
    report.findings[1].rule = "ashore-count";
    report.findings[1].tier = Tier::Declared;
    report.findings[1].level = Level::Note;
    report.rules["ashore-count"] = {"How many came ashore?", "Families wait for it"};
    const Json rules = sarif_run(report)["tool"]["driver"]["rules"];
    CHECK(rules[0]["id"] == "open/number");
    CHECK(rules[0]["name"] == "OpenNumber");
    CHECK(rules[0]["properties"]["precision"] == "medium");
    CHECK(rules[1]["shortDescription"]["text"] == "How many came ashore?");
    CHECK(rules[1]["fullDescription"]["text"] == "Families wait for it.");
    CHECK(rules[1]["properties"]["problem.severity"] == "recommendation");
    CHECK(sarif_run(report)["results"][1]["ruleIndex"] == 1);
}

TEST_CASE("sarif: baseline and suppressions are told") {
    Report report = test::two_counts();
    Finding& finding = report.findings[0];
    CHECK_FALSE(sarif_run(report)["results"][0].contains("baselineState"));
    finding.status = FindingStatus::Changed;
    CHECK(sarif_run(report)["results"][0]["baselineState"] == "updated");
    finding.status = FindingStatus::Unchanged;
    finding.suppressed_by = {Suppression::Kind::Baseline, "known", ""};
    CHECK(sarif_run(report)["results"][0]["baselineState"] == "unchanged");
    CHECK_FALSE(sarif_run(report)["results"][0].contains("suppressions"));
    finding.suppressed_by = {Suppression::Kind::Inline, "two ferries", "a.md:3"};
    const Json inline_one = {
        {{"kind", "inSource"}, {"status", "accepted"}, {"justification", "two ferries"}}};
    CHECK(sarif_run(report)["results"][0]["suppressions"] == inline_one);
    finding.suppressed_by = {Suppression::Kind::File, "", ""};
    const Json external = {{{"kind", "external"}, {"status", "accepted"}}};
    CHECK(sarif_run(report)["results"][0]["suppressions"] == external);
}

TEST_CASE("sarif: what could not be read is a notification, and the run not successful") {
    const Json invocation = sarif_run(unreadable_file())["invocations"][0];
    CHECK(invocation["executionSuccessful"] == false);
    CHECK(invocation["toolExecutionNotifications"][0]["message"]["text"] ==
          "not (UTF-8) (here)(http://x)");
    CHECK(sarif_run(test::two_counts())["invocations"][0]["executionSuccessful"] == true);
}

TEST_CASE("github: an annotation has file, lines, columns, title and message") {
    CHECK(to_github(test::two_counts(), {}) ==
          "::error file=articles/coast.txt,line=1,endLine=1,col=37,endColumn=38,title=At "
          "odds%3A open/number::people brought ashore: \"47\" here, against \"41\" in Harbour "
          "News, 2031-05-02, articles/harbour.txt:1:47. 41 and 47 do not meet. "
          "[00c0ffee00c0ffee]\n");
}

TEST_CASE("github: ten of each level are shown, the rest is counted") {
    struct Row {
        const char* name;
        Level level;
        int count;
        const char* command;
        std::size_t shown;
        const char* rest;
    };

    const Row rows[] = {
        {"ten errors", Level::Error, 10, "::error ", 10, ""},
        {"eleven errors", Level::Error, 11, "::error ", 10, "atodds: 1 more in the job summary\n"},
        {"warnings", Level::Warning, 30, "::warning ", 10, "atodds: 20 more in the job summary\n"},
        {"notes", Level::Note, 12, "::notice ", 10, "atodds: 2 more in the job summary\n"},
        {"nothing", Level::Note, 0, "::", 0, ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const std::string text = to_github(many(row.level, row.count), {});
            CHECK(count_of(text, row.command) == row.shown);
            CHECK(text.ends_with(row.rest));
            CHECK(holds(text, "more in") == (*row.rest != '\0'));
        }
    }
}

TEST_CASE("github: text of articles cannot end a command or start one") {
    Report report = test::two_counts();
    report.articles[1].path = "articles/a,b:c%.txt";
    report.findings[0].sides[1].value = "47\n::error::x 100%";
    const std::string text = to_github(report, {});
    CHECK(count_of(text, "\n") == 1);
    CHECK(holds(text, "file=articles/a%2Cb%3Ac%25.txt,line=1"));
    CHECK(holds(text, "\"47 ::error::x 100%25\" here"));
}

TEST_CASE("github: a value over several lines has no columns, an unknown place the first line") {
    Report report = test::two_counts();
    report.articles[1].text[37] = '\n';
    CHECK(holds(to_github(report, {}), "line=1,endLine=2,title="));
    report.articles[1].text.clear();
    CHECK(holds(to_github(report, {}), "line=1,title="));
}

TEST_CASE("gitlab: one issue with both sides in its description") {
    const Json issues = Json::parse(to_gitlab(test::two_counts(), {}));
    REQUIRE(issues.size() == 1);
    CHECK(issues[0]["severity"] == "major");
    CHECK(issues[0]["fingerprint"] == "00c0ffee00c0ffee");
    CHECK(issues[0]["check_name"] == "open/number");
    CHECK(issues[0]["location"] ==
          Json::parse(R"({"path": "articles/coast.txt", "lines": {"begin": 1}})"));
    const std::string description = issues[0]["description"];
    CHECK(holds(description, "\"41\" in Harbour News"));
    CHECK(Json::parse(to_gitlab(many(Level::Note, 1), {}))[0]["severity"] == "info");
    CHECK(Json::parse(to_gitlab(many(Level::Warning, 1), {}))[0]["severity"] == "minor");
    CHECK(to_gitlab(Report{}, {}) == "[]\n");
}

TEST_CASE("rdjson: columns count bytes, the other side is a related location") {
    Report report = test::two_counts();
    report.articles[1].text.replace(0, 3, "港");  // three bytes, one character
    const Json result = Json::parse(to_rdjson(report, {}));
    const Json& found = result["diagnostics"][0];
    CHECK(found["severity"] == "ERROR");
    CHECK(found["location"]["range"]["start"] == Json::parse(R"({"line": 1, "column": 37})"));
    CHECK(found["location"]["range"]["end"] == Json::parse(R"({"line": 1, "column": 39})"));
    CHECK(found["related_locations"][0]["location"]["path"] == "articles/harbour.txt");
    CHECK(sarif_run(
              report)["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] ==
          35);
}

TEST_CASE("checkstyle: findings stand in the file of their primary side") {
    Report report = test::two_counts();
    report.findings.push_back(report.findings[0]);
    report.findings[1].level = Level::Note;
    const std::string xml = to_checkstyle(report, {});
    CHECK(count_of(xml, "<file name=\"articles/coast.txt\">") == 1);
    CHECK(holds(xml, "<error line=\"1\" column=\"37\" severity=\"error\" message=\"people "));
    CHECK(holds(xml, "severity=\"info\""));
    CHECK(holds(xml, "source=\"atodds.open/number\""));
}

TEST_CASE("junit: what fails the run is a failure, what does not is skipped") {
    struct Row {
        const char* name;
        Level level;
        std::optional<Level> fail_on;
        bool fails;
    };

    const Row rows[] = {
        {"an error where errors fail", Level::Error, Level::Error, true},
        {"a warning where errors fail", Level::Warning, Level::Error, false},
        {"a warning where notes fail", Level::Warning, Level::Note, true},
        {"an error where nothing fails", Level::Error, std::nullopt, false},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const std::string xml = to_junit(many(row.level, 1), {.fail_on = row.fail_on});
            CHECK(count_of(xml, "<failure ") == (row.fails ? 1 : 0));
            CHECK(count_of(xml, "<skipped ") == (row.fails ? 0 : 1));
            CHECK(count_of(xml, "<testcase ") == 2);  // the other article has one that passes
        }
    }
}

TEST_CASE("junit: a failure quotes both sides, an unreadable file is an error") {
    const std::string xml = to_junit(unreadable_file(), {});
    CHECK(holds(xml,
                "<testsuites name=\"atodds\" tests=\"3\" failures=\"1\" errors=\"1\" "
                "skipped=\"0\" time=\"0\">"));
    CHECK(holds(xml,
                "articles/harbour.txt:1:47: 41 (Harbour News, 2031-05-02): Rescuers brought 41 "
                "people ashore.\n"));
    CHECK(holds(xml, "<error message=\"not {UTF-8} [here](http://x)\" type=\"unreadable\">"));
}

TEST_CASE("junit: a check has suites for the articles it was given") {
    Report report = test::two_counts();
    report.findings.clear();
    report.checked = {"coast"};
    const std::string xml = to_junit(report, {});
    CHECK(count_of(xml, "<testsuite ") == 1);
    CHECK(holds(xml, "<testcase name=\"nothing at odds\" classname=\"articles/coast.txt\""));
}

TEST_CASE("jsonl: a line stands alone, with quotations and their places") {
    const std::string text = to_json_lines(test::two_counts(), {});
    CHECK(count_of(text, "\n") == 1);
    const Json finding = Json::parse(text);
    CHECK(finding["schema"] == "atodds-finding/1");
    const Json& quote = finding["sides"][0]["quotes"][0];
    CHECK(quote["path"] == "articles/harbour.txt");
    CHECK(quote["line"] == 1);
    CHECK(quote["column"] == 47);
    CHECK(quote["surface"] == "41");
    CHECK(quote["published"] == "2031-05-02");
    CHECK(finding["sides"][1]["quotes"].size() == 1);
}

TEST_CASE("jsonl: without the article's text a quotation has no place") {
    Report report = test::two_counts();
    report.articles.clear();
    const Json finding = Json::parse(to_json_lines(report, {}));
    const Json& quote = finding["sides"][0]["quotes"][0];
    CHECK(quote["statement"] == "Rescuers brought 41 people ashore.");
    CHECK_FALSE(quote.contains("line"));
    CHECK_FALSE(quote.contains("path"));
}

TEST_CASE("json: a fact has a quotation with its surroundings and a position in code points") {
    Report report = test::two_counts();
    report.articles[1].text.replace(0, 3, "港");
    const Json json = Json::parse(to_json(report));
    const Json target = json["facts"][1]["target"];
    CHECK(target["source"] == "articles/coast.txt");
    CHECK(target["selector"][0] == Json::parse(R"({"type": "TextQuoteSelector", "exact": "47",
                          "prefix": "ferry was freed at noon. In all ",
                          "suffix": " people were brought ashore."})"));
    CHECK(target["selector"][1] ==
          Json::parse(R"({"type": "TextPositionSelector", "start": 34, "end": 36})"));
    CHECK(json["facts"][0]["target"]["source"] == "https://harbour.example/a");
}

TEST_CASE("json: without the text a fact has its quotation alone") {
    Report report = test::two_counts();
    report.articles.clear();
    const Json target = Json::parse(to_json(report))["facts"][0]["target"];
    CHECK(target["source"] == "harbour");
    CHECK(target["selector"] == Json::parse(R"([{"type": "TextQuoteSelector", "exact": "41"}])"));
}

TEST_CASE("json: rules that findings name are described") {
    Report report = test::two_counts();
    report.rules["ashore-count"] = {"How many came ashore?", ""};
    CHECK(Json::parse(to_json(report))["rules"]["ashore-count"] ==
          Json::parse(R"({"question": "How many came ashore?", "why_it_matters": ""})"));
}

}  // namespace atodds
