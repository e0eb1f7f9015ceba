#include "cli/arrange.hpp"

#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace atodds {
namespace {

// Two articles that count the rescued and the drowned, read by open and by declared rules.
class Fixture {
  public:
    Fixture() {
        builder_.article({"north", "North Post", "2031-05-02", "", "Boats saved 41; 9 drowned."});
        builder_.article({"south", "South Post", "2031-05-02", "", "Boats saved 47; 8 drowned."});
    }

    std::string fact(const char* article, const char* words, const char* rule) {
        builder_.fact(article, words);
        Fact& fact = builder_.last_fact();
        fact.rule = rule;
        fact.tier = std::string_view(rule).starts_with("open/") ? Tier::Open : Tier::Declared;
        fact.id += rule;
        return fact.id;
    }

    Finding& finding(const char* id, const char* rule, const std::vector<std::string>& facts) {
        Finding finding;
        finding.id = id;
        finding.rule = rule;
        finding.tier = std::string_view(rule).starts_with("open/") ? Tier::Open : Tier::Declared;
        finding.sides.resize(facts.size());
        std::vector<std::vector<std::string>> sides;
        for (std::uint32_t i = 0; i < facts.size(); ++i) {
            sides.push_back({facts[i]});
            for (std::uint32_t j = 0; j < i; ++j) {
                finding.conflicts.emplace_back(j, i);
            }
        }
        return builder_.finding(std::move(finding), sides);
    }

    std::vector<std::string> ids() {
        std::vector<std::string> ids;
        for (const Finding& finding : report().findings) {
            ids.push_back(finding.id);
        }
        return ids;
    }

    Report& report() { return builder_.report(); }

  private:
    test::ReportBuilder builder_;
};

using Ids = std::vector<std::string>;

Judgement always_warns(const Fact& left, const Fact& right) {
    Judgement judgement;
    judgement.verdict = Verdict::Disagree;
    judgement.level = Level::Warning;
    judgement.trace = {{"clash", left.surface + " is not " + right.surface, true}};
    return judgement;
}

}  // namespace

TEST_CASE("an open finding goes where a declared one holds the same two values") {
    Fixture given;
    given.finding(
        "declared", "saved-count",
        {given.fact("north", "41", "saved-count"), given.fact("south", "47", "saved-count")});
    given.finding(
        "open", "open/number",
        {given.fact("north", "41", "open/number"), given.fact("south", "47", "open/number")});
    drop_what_rules_judged(given.report(), always_warns);
    CHECK(given.ids() == Ids{"declared"});
}

TEST_CASE("an open finding on other values of the same statements stays") {
    Fixture given;
    given.finding(
        "declared", "saved-count",
        {given.fact("north", "41", "saved-count"), given.fact("south", "47", "saved-count")});
    given.finding(
        "open", "open/number",
        {given.fact("north", "9", "open/number"), given.fact("south", "8", "open/number")});
    drop_what_rules_judged(given.report(), always_warns);
    CHECK(given.ids() == Ids{"declared", "open"});
}

TEST_CASE("what one rule read and did not judge stays an open finding") {
    Fixture given;
    given.fact("north", "41", "saved-count");
    given.fact("south", "47", "saved-count");
    given.finding(
        "open", "open/number",
        {given.fact("north", "41", "open/number"), given.fact("south", "47", "open/number")});
    drop_what_rules_judged(given.report(), always_warns);
    CHECK(given.ids() == Ids{"open"});
}

TEST_CASE("values that two rules read are two facts and no open finding") {
    Fixture given;
    given.fact("north", "41", "saved-count");
    given.fact("south", "8", "death-count");
    given.finding(
        "open", "open/number",
        {given.fact("north", "41", "open/number"), given.fact("south", "8", "open/number")});
    drop_what_rules_judged(given.report(), always_warns);
    CHECK(given.ids().empty());
}

TEST_CASE("only the judged clash of an open finding goes, with the side that has no other") {
    Fixture given;
    given.fact("north", "41", "saved-count");
    given.fact("north", "9", "death-count");
    const std::string nine = given.fact("north", "9", "open/number");
    Finding& finding = given.finding(
        "open", "open/number",
        {given.fact("north", "41", "open/number"), nine, given.fact("south", "8", "open/number")});
    finding.conflicts = {{0, 1}, {1, 2}};
    drop_what_rules_judged(given.report(), always_warns);
    REQUIRE(given.ids() == Ids{"open"});
    const Finding& left = given.report().findings.front();
    CHECK(left.sides.size() == 2);
    CHECK(left.sides[0].facts == Ids{nine});
    CHECK(left.level == Level::Warning);
    CHECK(left.trace.front().text == "9 is not 8");
    CHECK(left.conflicts == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}});
}

TEST_CASE("findings are sorted by level, declared before open, then by origins") {
    Report report;
    const auto add = [&](const char* id, Level level, std::size_t origins, Tier tier) {
        Finding finding;
        finding.id = id;
        finding.level = level;
        finding.tier = tier;
        Side side;
        for (std::size_t i = 0; i < origins; ++i) {
            side.origins.push_back(std::to_string(i));
        }
        finding.sides = {side};
        report.findings.push_back(finding);
    };
    add("note, four origins", Level::Note, 4, Tier::Declared);
    add("error, two origins, open", Level::Error, 2, Tier::Open);
    add("error, two origins, declared", Level::Error, 2, Tier::Declared);
    add("error, three origins, open", Level::Error, 3, Tier::Open);
    const Ids expected = {"error, two origins, declared", "error, three origins, open",
                          "error, two origins, open", "note, four origins"};
    const auto sorted_ids = [](Report given) {
        sort_for_checkers(given);
        Ids ids;
        for (const Finding& finding : given.findings) {
            ids.push_back(finding.id);
        }
        return ids;
    };
    CHECK(sorted_ids(report) == expected);
    std::reverse(report.findings.begin(), report.findings.end());
    CHECK(sorted_ids(report) == expected);
}

TEST_CASE("two shared values of one question are two agreements") {
    Report report;
    Finding whole;
    whole.id = "0123456789abcdef";
    whole.verdict = Verdict::Agree;
    whole.sides = {{"41", {}, {"a", "b"}, {}},
                   {"forty-one", {}, {"c"}, {}},
                   {"47", {}, {"d", "e"}, {}},
                   {"50", {}, {"f"}, {}}};
    whole.conflicts = {{0, 1}};
    report.agreements = {whole};
    split_agreements(report, always_warns);
    REQUIRE(report.agreements.size() == 2);
    CHECK(report.agreements[0].sides.size() == 2);
    CHECK(report.agreements[1].sides.front().value == "47");
    CHECK(report.agreements[0].id != report.agreements[1].id);
    CHECK(report.agreements[0].id.size() == whole.id.size());
}

TEST_CASE("an agreement on one value keeps its fingerprint") {
    Report report;
    Finding whole;
    whole.id = "0123456789abcdef";
    whole.sides = {{"41", {}, {"a", "b"}, {}}};
    report.agreements = {whole};
    split_agreements(report, always_warns);
    CHECK(report.agreements == std::vector<Finding>{whole});
}

TEST_CASE("an origin on two sides counts once in the order") {
    Report report;
    Finding twice;
    twice.id = "one origin on both sides";
    twice.sides = {{"", {}, {}, {"x"}}, {"", {}, {}, {"x"}}};
    Finding two;
    two.id = "two origins";
    two.sides = {{"", {}, {}, {"x"}}, {"", {}, {}, {"y"}}};
    report.findings = {twice, two};
    sort_for_checkers(report);
    CHECK(report.findings.front().id == "two origins");
}

TEST_CASE("only entities that findings name get a name, and only where it is known") {
    Fixture given;
    const std::string used = given.fact("north", "41", "saved-count");
    given.report().facts.back().slots = {{"ship", "marlin", {}}, {"noun", "people", {}}};
    given.report().facts.back().qualifiers.sources = {{"~harbour master", "he", {}}};
    given.fact("south", "47", "saved-count");
    given.report().facts.back().slots = {{"ship", "unused", {}}};
    given.finding("declared", "saved-count", {used}).sides[0].origins = {"post-agency"};
    name_entities(given.report(),
                  [](const std::string& id) { return id == "people" ? id : "The " + id; });
    CHECK(given.report().names ==
          std::map<std::string, std::string>{{"marlin", "The marlin"},
                                             {"post-agency", "The post-agency"}});
}

TEST_CASE("rules that findings and agreements name are noted, and no others") {
    RuleSet rules;
    for (const char* id : {"boats-count", "drowned-count", "saved-count"}) {
        Rule rule;
        rule.id = id;
        rule.question = std::string("How about ") + id + "?";
        rule.why_it_matters = "It does.";
        rules.rules.push_back(rule);
    }
    Report report;
    for (const char* id : {"saved-count", "open/number", "unknown-rule", "saved-count"}) {
        Finding finding;
        finding.rule = id;
        report.findings.push_back(finding);
    }
    report.agreements.emplace_back().rule = "boats-count";
    note_rules(report, rules);
    CHECK(report.rules ==
          std::map<std::string, RuleNote>{{"boats-count", {"How about boats-count?", "It does."}},
                                          {"saved-count", {"How about saved-count?", "It does."}}});
}

}  // namespace atodds
