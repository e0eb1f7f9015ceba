#include "report/fact_text.hpp"
#include "report/report_writer.hpp"
#include "support/report_builder.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace atodds {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> keys_of(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items()) {
        keys.push_back(key);
    }
    return keys;
}

}  // namespace

TEST_CASE("the JSON report names its schema and keeps its keys in order") {
    const Json json = Json::parse(to_json(test::two_counts()));
    CHECK(json["schema"] == "atodds-report/1");
    CHECK(keys_of(json) == std::vector<std::string>{"schema", "articles", "facts", "findings",
                                                    "agreements", "stale", "origins", "origin_of",
                                                    "gone", "checked", "diagnostics", "coverage",
                                                    "names", "rules"});
}

TEST_CASE("a fact in JSON has offsets in bytes of the article") {
    const Report report = test::two_counts();
    const Json fact = Json::parse(to_json(report))["facts"][0];
    CHECK(fact["article"] == "harbour");
    CHECK(fact["start"] == 46);
    CHECK(fact["end"] == 48);
    CHECK(fact["statement"]["start"] == 29);
    CHECK(fact["surface"] == "41");
    CHECK(fact["type"] == "number");
    CHECK(fact["value"] == "41");
    CHECK(fact["unit"] == "people");
    CHECK(fact["qualifiers"]["certainty"] == "asserted");
}

TEST_CASE("a finding in JSON has sides, conflicts and a trace") {
    const Json finding = Json::parse(to_json(test::two_counts()))["findings"][0];
    CHECK(finding["id"] == "00c0ffee00c0ffee");
    CHECK(finding["verdict"] == "disagree");
    CHECK(finding["level"] == "error");
    CHECK(finding["conflicts"] == Json::parse("[[0, 1]]"));
    CHECK(finding["sides"][0]["articles"] == Json::parse("[\"harbour\"]"));
    CHECK(finding["sides"][0]["facts"].size() == 1);
    CHECK(finding["trace"][1]["decides"] == true);
}

TEST_CASE("a finding in JSON carries what earlier runs and reviewers said of it") {
    Report report = test::two_counts();
    Finding& finding = report.findings[0];
    finding.key = "ferry=marlin";
    finding.status = FindingStatus::Changed;
    finding.review = {ReviewVerdict::FalseAlarm, "two ferries", "Ada", "2031-05-03"};
    finding.suppressed_by = {Suppression::Kind::Inline, "two ferries", "harbour.txt:3"};
    report.gone = {finding};
    report.checked = {"harbour"};
    const Json json = Json::parse(to_json(report));
    const Json& written = json["findings"][0];
    CHECK(written["key"] == "ferry=marlin");
    CHECK(written["status"] == "changed");
    CHECK(written["review"] ==
          Json::parse(
              R"({"verdict":"false-alarm","note":"two ferries","by":"Ada","date":"2031-05-03"})"));
    CHECK(written["suppressed_by"] ==
          Json::parse(R"({"kind":"inline","reason":"two ferries","place":"harbour.txt:3"})"));
    CHECK(json["gone"].size() == 1);
    CHECK(json["checked"] == Json::parse("[\"harbour\"]"));
}

TEST_CASE("a finding nobody spoke of has no status, mark or suppression in JSON") {
    const Json finding = Json::parse(to_json(test::two_counts()))["findings"][0];
    CHECK_FALSE(finding.contains("status"));
    CHECK_FALSE(finding.contains("review"));
    CHECK_FALSE(finding.contains("suppressed_by"));
}

TEST_CASE("the words of a quotation that differ are marks in JSON, none where there are none") {
    Report report = test::two_counts();
    CHECK_FALSE(Json::parse(to_json(report))["findings"][0].contains("marks"));
    report.findings.front().marks = {{report.facts[0].id, {{10, 12}, {20, 21}}}};
    const Json marks = Json::parse(to_json(report))["findings"][0]["marks"];
    REQUIRE(marks.size() == 1);
    CHECK(marks[0]["fact"] == report.facts[0].id);
    CHECK(marks[0]["spans"] == Json::parse("[[10, 12], [20, 21]]"));
}

TEST_CASE("a missing date is null in JSON, a known one a day") {
    Report report = test::two_counts();
    report.articles[1].published.reset();
    const Json json = Json::parse(to_json(report));
    CHECK(json["articles"][0]["published"] == "2031-05-02");
    CHECK(json["articles"][1]["published"].is_null());
}

TEST_CASE("the JSON report stays valid whatever bytes a fact holds") {
    Report report = test::two_counts();
    report.facts[0].surface = "a\xff\"\\\n\u2028";
    const Json json = Json::parse(to_json(report), nullptr, false);
    REQUIRE_FALSE(json.is_discarded());
    CHECK(json["facts"][0]["surface"] == "a\uFFFD\"\\\n\u2028");
}

TEST_CASE("an empty report is valid JSON") {
    const Json json = Json::parse(to_json(Report{}));
    CHECK(json["findings"].empty());
    CHECK(to_json(Report{}).ends_with("}\n"));
}

TEST_CASE("values are written in a short exact notation") {
    struct Row {
        const char* name;
        Value value;
        const char* text;
    };

    const auto number = [](Bound bound) {
        Value value;
        value.bound = bound;
        value.amount = Decimal(3, 5);
        return value;
    };
    const auto moved = [](Change change) {
        Value value;
        value.change = change;
        value.amount = Decimal(5);
        value.low = Decimal(30);
        value.high = Decimal(50);
        return value;
    };
    Value range = moved(Change::None);
    range.bound = Bound::Between;
    Value open = number(Bound::Between);
    open.low = Decimal(3);
    Value day;
    day.type = ValueType::Date;
    day.dates = {one_day(*parse_iso_day("2031-05-02"))};
    const Row rows[] = {{"exact", number(Bound::Exact), "300000"},
                        {"about", number(Bound::About), "~300000"},
                        {"nearly", number(Bound::JustBelow), "<~300000"},
                        {"above", number(Bound::Above), ">300000"},
                        {"at least", number(Bound::AtLeast), ">=300000"},
                        {"below", number(Bound::Below), "<300000"},
                        {"at most", number(Bound::AtMost), "<=300000"},
                        {"range", range, "30..50"},
                        {"open range", open, "3.."},
                        {"from to", moved(Change::FromTo), "30->50"},
                        {"rise", moved(Change::Increase), "+5"},
                        {"fall", moved(Change::Decrease), "-5"},
                        {"multiple", moved(Change::Multiple), "x5"},
                        {"day", day, "2031-05-02"}};
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(value_text(row.value) == row.text);
        }
    }
}

}  // namespace atodds
