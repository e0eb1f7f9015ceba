#include "report/finding_words.hpp"

#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {
namespace {

// Two articles that state one value each; `type`, left and right text make the values.
Report two_sides(ValueType type, const std::string& left, const std::string& right) {
    test::ReportBuilder builder;
    builder.article({"a", "North Post", "2031-05-02", "", "The Marlin went down off the head."});
    builder.article({"b", "South Post", "2031-05-03", "", "The Marlin went down off the rock."});
    Value one;
    one.type = type;
    one.text = left;
    Value other = one;
    other.text = right;
    const std::string first = builder.fact("a", "the head", one);
    const std::string second = builder.fact("b", "the rock", other);
    Finding finding;
    finding.fact = "Where did she sink?";
    finding.sides = {{left, {}, {}, {"North Post"}}, {right, {}, {}, {"South Post"}}};
    finding.conflicts = {{0, 1}};
    finding.trace = {
        {"clash", "\"" + left + "\" is not \"" + right + "\", and every excuse has failed", true}};
    builder.finding(finding, {{first}, {second}});
    return builder.report();
}

}  // namespace

TEST_CASE("entities are shown by name, in sides, trace and message") {
    Report report = two_sides(ValueType::Entity, "morrow-head", "gannet-rock");
    report.names = {{"morrow-head", "Morrow Head"}, {"gannet-rock", "Gannet Rock"}};
    put_in_words(report);
    const Finding& finding = report.findings.front();
    CHECK(finding.sides[0].value == "Morrow Head");
    CHECK(finding.message == "Where did she sink? \"Morrow Head\" against \"Gannet Rock\"");
    CHECK(reason_of(finding) == "\"Morrow Head\" is not \"Gannet Rock\".");
}

TEST_CASE("a name only an article knows is shown with capitals") {
    Report report = two_sides(ValueType::Entity, "~cape ondry", "gannet-rock");
    put_in_words(report);
    CHECK(report.findings.front().sides[0].value == "Cape Ondry");
}

TEST_CASE("hyphens of codes become blanks, those of English words stay") {
    struct Row {
        const char* code;
        const char* shown;
    };

    const Row rows[] = {{"licence-needed", "licence needed"},
                        {"free-to-sell", "free to sell"},
                        {"self-reliance", "self-reliance"},
                        {"fourth-best", "fourth-best"},
                        {"RTX-6000", "RTX-6000"},
                        {"ordered", "ordered"}};
    for (const Row& row : rows) {
        CAPTURE(row.code);
        Report report = two_sides(ValueType::Level, row.code, "other");
        put_in_words(report);
        CHECK(report.findings.front().sides[0].value == row.shown);
    }
}

TEST_CASE("a hedge or denial around a value stays when the value is put in words") {
    Report report = two_sides(ValueType::Category, "on-sale", "open");
    report.findings[0].sides[0].value = "not on-sale (possibly)";
    put_in_words(report);
    CHECK(report.findings[0].sides[0].value == "not on sale (possibly)");
}

TEST_CASE("yes and no answer a question, open claims are asserted or denied") {
    Report report = two_sides(ValueType::Polarity, "yes", "yes");
    report.findings[0].sides[1].value = "not yes";
    Report open = report;
    open.findings[0].tier = Tier::Open;
    put_in_words(report);
    put_in_words(open);
    CHECK(report.findings[0].sides[0].value == "yes");
    CHECK(report.findings[0].sides[1].value == "no");
    CHECK(open.findings[0].sides[0].value == "asserted");
    CHECK(open.findings[0].sides[1].value == "denied");
}

TEST_CASE("the next check follows the verdict and where the sides stand") {
    Report report = two_sides(ValueType::Category, "before", "after");
    Finding& finding = report.findings.front();
    const auto next = [&] { return next_check(finding, ReportLookup(report)); };
    CHECK(next() == "Ask each side what it rests on, and look for a first-hand source.");
    finding.sides[0].origins = {"the-wire"};
    report.names = {{"the-wire", "The Wire"}};
    CHECK(next() == "Read The Wire itself: is it said there in these words?");
    finding.update_possible = true;
    CHECK(next() == "Find out when each was written: the later may be an update of the earlier.");
    finding.sides[1].origins = {"the-wire"};
    CHECK(next() == "Read what The Wire says itself: both sides go back to it.");
    finding.tier = Tier::Open;
    CHECK(next() == "Make sure that both speak of the same thing; no rule knows this fact.");
    finding.verdict = Verdict::Wording;
    CHECK(next() == "Look for a recording, a transcript or the first report of the remark.");
    finding.kind = FindingKind::InsideArticle;
    CHECK(next() == "Ask the author which of the two is meant.");
}

TEST_CASE("a chain of sources names entities and quotes the article for the others") {
    Report report = test::two_counts();
    report.names = {{"the-wire", "The Wire"}};
    Fact& fact = report.facts.front();
    const auto at = static_cast<std::uint32_t>(report.articles[0].text.find("Rescuers"));
    fact.qualifiers.sources = {{"the-wire", "it", {}}, {"~rescuers", "rescuers", {at, at + 8}}};
    CHECK(citation_of(fact, ReportLookup(report)) == "according to The Wire, citing Rescuers");
    fact.qualifiers.sources.clear();
    CHECK(citation_of(fact, ReportLookup(report)).empty());
}

TEST_CASE("a source that stands in no finding and no agreement is silent") {
    Report report = test::two_counts();
    report.articles.push_back(report.articles[0]);
    report.articles.back().id = "quiet";
    report.articles.back().source = "Quiet Gazette";
    report.articles.push_back(report.articles[0]);
    report.articles.back().id = "harbour again";
    CHECK(silent_sources(report) == std::vector<std::string>{"Quiet Gazette"});
}

}  // namespace atodds
