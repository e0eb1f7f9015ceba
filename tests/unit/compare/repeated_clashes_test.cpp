#include "compare/repeated_clashes.hpp"

#include "cli/stages.hpp"
#include "support/shipped_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace atodds {
namespace {

/// Rules of the findings that two texts lead to, sorted.
std::vector<std::string> rules_of(const char* left, const char* right) {
    static const Stages stages(test::shipped_rules());
    const Report report = stages.compare_all_pairs(
        {test::plain_article("left", left), test::plain_article("right", right)});
    std::vector<std::string> rules;
    for (const Finding& finding : report.findings) {
        rules.push_back(finding.rule);
    }
    std::sort(rules.begin(), rules.end());
    return rules;
}

TEST_CASE("a denial with a number in it is told once") {
    const auto rules = rules_of("Hartco Rail cut 300 jobs in Ketterby.",
                                "Hartco Rail did not cut 300 jobs in Ketterby.");
    CHECK(rules == std::vector<std::string>{"open/claim"});
}

TEST_CASE("a denial that a rule has read as well is told once") {
    const auto rules = rules_of("Police arrested 12 people in Ketterby on Friday.",
                                "Police did not arrest 12 people in Ketterby on Friday.");
    CHECK(rules.size() == 1);
}

TEST_CASE("a denial and another number are two findings") {
    const auto rules = rules_of("Hartco Rail cut 300 jobs. The Marlin sank with 14 people aboard.",
                                "Hartco Rail cut no jobs. The Marlin sank with 41 people aboard.");
    CHECK(std::ranges::count(rules, "open/number") == 1);
}

TEST_CASE("a result that claims tell as well is told once") {
    const auto rules = rules_of("Ostrow lost to Ketterby 3-1.", "Ostrow beat Ketterby.");
    CHECK(rules == std::vector<std::string>{"open/contest"});
}

TEST_CASE("the finding that stays names the one that went") {
    Report report;
    for (const char* id : {"yes", "no"}) {
        Fact fact;
        fact.id = id;
        fact.article = id;
        fact.statement = {0, 40};
        fact.qualifiers.polarity = fact.id == "no" ? Polarity::Negative : Polarity::Positive;
        report.facts.push_back(fact);
    }
    for (const Level level : {Level::Warning, Level::Error}) {
        Finding finding;
        finding.level = level;
        finding.tier = Tier::Open;
        finding.rule = level == Level::Error ? "open/claim" : "open/number";
        finding.sides.resize(2);
        finding.sides[0].facts = {"yes"};
        finding.sides[0].value = "12";
        finding.sides[1].facts = {"no"};
        finding.sides[1].value = "not 12";
        report.findings.push_back(finding);
    }
    drop_repeated_denials(report);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].rule == "open/claim");
    REQUIRE(report.findings[0].trace.size() == 1);
    CHECK(report.findings[0].trace[0].text ==
          R"(the same sentences read as open/number: "12" against "not 12")");
}

}  // namespace
}  // namespace atodds
