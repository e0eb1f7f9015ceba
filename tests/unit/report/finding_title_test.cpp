#include "report/finding_title.hpp"

#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace atodds {
namespace {

// One open finding of `rule` whose only side states `surface` in `text`.
std::string title(const std::string& rule, const std::string& text, const std::string& surface,
                  Value value = {}) {
    test::ReportBuilder builder;
    builder.article({"a", "", "", "", text});
    Finding finding;
    finding.rule = rule;
    finding.tier = Tier::Open;
    finding.sides = {{surface, {}, {}, {}}};
    builder.finding(finding, {{builder.fact("a", surface, std::move(value))}});
    return open_title(builder.report().findings[0], ReportLookup(builder.report()));
}

Value people(std::int64_t count) {
    Value value;
    value.amount = Decimal(count);
    value.counted = "people";
    return value;
}

// The finding of two_counts() whose facts have these entities.
Report with_entities(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    Report report = test::two_counts();
    for (const std::string& id : left) {
        report.facts[0].slots.push_back({"entity", id, {}});
    }
    for (const std::string& id : right) {
        report.facts[1].slots.push_back({"entity", id, {}});
    }
    return report;
}

}  // namespace

TEST_CASE("an open title asks for the value and leaves it out of the sentence") {
    struct Row {
        const char* rule;
        const char* text;
        const char* surface;
        const char* title;
    };

    const Row rows[] = {
        {"open/date", "The mill was built in 1989.", "1989", "When? “The mill was built in ___”"},
        {"open/money", "It cost 3 crowns to mend.", "3 crowns",
         "How much money? “It cost ___ to mend”"},
        {"open/percent", "Some 5 percent left.", "5 percent", "What percentage? “Some ___ left”"},
        {"open/duration", "She waited two days.", "two days", "How long? “She waited ___”"},
        {"open/rank", "It is the third leak.", "third", "Which rank? “It is the ___ leak”"},
        {"open/quantity", "He ran 4 km.", "4 km", "How much? “He ran ___”"},
        {"open/new", "He ran 4 km.", "4 km", "What? “He ran ___”"},
        {"open/number", "Then 4 came.", "4", "How many? “Then ___ came”"}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(title(row.rule, row.text, row.surface) == row.title);
    }
}

TEST_CASE("an open count asks how many of what, in the plural") {
    CHECK(title("open/number", "Then 4 people came.", "4", people(4)) ==
          "How many people? “Then ___ people came”");
    CHECK(title("open/number", "Then 1 people came.", "1", people(1)) ==
          "How many? “Then ___ people came”");
}

TEST_CASE("a claim leaves nothing out of its sentence") {
    Value value;
    value.type = ValueType::Polarity;
    CHECK(title("open/claim", "Nobody came.", "came", value) == "Is it so? “Nobody came”");
}

TEST_CASE("a long sentence is cut at words around the value") {
    CHECK(
        title("open/date",
              "When at last the storm had gone over the hills, the old mill was built in 1989, "
              "and nobody thought of all the others that had come before.",
              "1989") ==
        "When? “… over the hills, the old mill was built in ___, and nobody thought of all the …”");
}

TEST_CASE("line breaks in a sentence become blanks in its title") {
    CHECK(title("open/date", "Built\tin the  year 1989.", "1989") ==
          "When? “Built in the year ___”");
}

TEST_CASE("the shortest sentence of all sides makes the title") {
    const Report report = test::two_counts();
    CHECK(open_title(report.findings[0], ReportLookup(report)) ==
          "How many people? “Rescuers brought ___ people ashore”");
}

TEST_CASE("words that are the same on all sides are not left out: what differs is said of them") {
    test::ReportBuilder builder;
    builder.article({"a", "", "", "", "Ada Venn, the mayor, left early."});
    builder.article({"b", "", "", "", "Ada Venn, the judge, left early on."});
    Finding finding;
    finding.rule = "open/office";
    finding.tier = Tier::Open;
    finding.sides = {{"mayor", {}, {}, {}}, {"judge", {}, {}, {}}};
    builder.finding(finding, {{builder.fact("a", "Ada Venn")}, {builder.fact("b", "Ada Venn")}});
    CHECK(open_title(builder.report().findings[0], ReportLookup(builder.report())) ==
          "Which office? “Ada Venn, the mayor, left early”");
}

TEST_CASE("an open finding without facts keeps what it is called") {
    Report report = test::two_counts();
    report.facts.clear();
    CHECK(open_title(report.findings[0], ReportLookup(report)) == "people brought ashore");
}

TEST_CASE("the subject is what all sides name and the title does not") {
    Report report = with_entities({"marlin", "pilots", "~cape ondry"}, {"~cape ondry", "marlin"});
    report.names = {{"marlin", "Marlin"}, {"pilots", "Harbour pilots"}};
    CHECK(subject_of(report.findings[0], ReportLookup(report)) == "Marlin, Cape Ondry");
    report.findings[0].fact = "How many did the Marlin bring ashore?";
    CHECK(subject_of(report.findings[0], ReportLookup(report)) == "Cape Ondry");
}

TEST_CASE("slots that are no entities make no subject") {
    const Report report = with_entities({"people"}, {"people"});
    CHECK(subject_of(report.findings[0], ReportLookup(report)).empty());
}

}  // namespace atodds
