#include "compare/comparator.hpp"

#include "compare/value_relation.hpp"

#include <doctest/doctest.h>

namespace atodds {
namespace {

/// A rule on a scale of four levels, two steps apart disagree.
RuleSet make_rules() {
    RuleSet rules;
    rules.scales.push_back(
        {"force", "", {{"urged", {}}, {"asked", {}}, {"ordered", {}}, {"banned", {}}}});
    Rule rule;
    rule.id = "directive";
    rule.question = "How binding?";
    rule.key = {"agency"};
    rule.key_if_stated = {"product"};
    rule.value = "level";
    rule.scale = "force";
    rule.compare.kind = CompareKind::Steps;
    rule.level = Level::Error;
    rules.rules.push_back(rule);
    EntityEntry state;
    state.id = "state";
    state.name = "the state";
    EntityEntry agency;
    agency.id = "agency";
    agency.name = "the agency";
    agency.part_of = {"state"};
    EntityEntry ministry;
    ministry.id = "ministry";
    ministry.name = "the ministry";
    ministry.part_of = {"state"};
    rules.entities = {agency, ministry, state};
    return rules;
}

Fact make_fact(const std::string& level, int rank, const std::string& agency = "agency") {
    Fact fact;
    fact.rule = "directive";
    fact.article = level;
    fact.value.type = ValueType::Level;
    fact.value.unit = "force";
    fact.value.text = level;
    fact.value.amount = Decimal(rank);
    fact.slots = {{"agency", agency, {}}};
    return fact;
}

Judgement judge(const Fact& left, const Fact& right, const FactSource& a = {},
                const FactSource& b = {}) {
    const RuleSet rules = make_rules();
    const EntityFinder entities(rules.entities);
    return Comparator(rules, entities).judge(left, a, right, b);
}

std::string deciding_step(const Judgement& judgement) {
    return judgement.trace.empty() ? "" : judgement.trace.back().step;
}

TEST_CASE("levels two steps apart disagree and the trace says every step") {
    const Judgement judgement = judge(make_fact("urged", 0), make_fact("ordered", 2));
    CHECK(judgement.verdict == Verdict::Disagree);
    CHECK(deciding_step(judgement) == "clash");
    CHECK(judgement.trace.size() == 6);
}

TEST_CASE("neighbours on a scale are a matter of scope") {
    CHECK(judge(make_fact("asked", 1), make_fact("ordered", 2)).verdict == Verdict::Scope);
}

TEST_CASE("days between two dates are those that belong to neither") {
    const Day day{std::chrono::year{2031} / 5 / 2};
    const DayInterval early = one_day(day);
    CHECK(days_between(early, one_day(day + std::chrono::days{10})) == 9);
    CHECK(days_between(one_day(day + std::chrono::days{10}), early) == 9);
    CHECK(days_between(early, one_day(day + std::chrono::days{1})) == 0);
    CHECK(days_between(early, early) == 0);
    CHECK(days_between({}, early) == 0);
}

TEST_CASE("three steps weigh more than two") {
    CHECK(judge(make_fact("urged", 0), make_fact("banned", 3)).level == Level::Error);
    CHECK(judge(make_fact("urged", 0), make_fact("ordered", 2)).level == Level::Warning);
}

TEST_CASE("two agencies are two facts, the whole they are part of is not a third") {
    const Fact agency = make_fact("urged", 0);
    CHECK(judge(agency, make_fact("ordered", 2, "ministry")).verdict == Verdict::Different);
    CHECK(judge(agency, make_fact("ordered", 2, "state")).verdict == Verdict::Disagree);
}

TEST_CASE("a key slot that only one side states is no match") {
    Fact silent = make_fact("ordered", 2);
    silent.slots.clear();
    CHECK(judge(make_fact("urged", 0), silent).verdict == Verdict::Different);
}

TEST_CASE("an optional key slot matters only when both sides state it") {
    Fact left = make_fact("urged", 0);
    Fact right = make_fact("ordered", 2);
    left.slots.push_back({"product", "x7", {}});
    CHECK(judge(left, right).verdict == Verdict::Disagree);
    right.slots.push_back({"product", "x8", {}});
    CHECK(judge(left, right).verdict == Verdict::Different);
}

TEST_CASE("before and now are an update") {
    Fact left = make_fact("urged", 0);
    Fact right = make_fact("ordered", 2);
    left.qualifiers.phase = Phase::Earlier;
    right.qualifiers.phase = Phase::Now;
    CHECK(judge(left, right).verdict == Verdict::Update);
}

TEST_CASE("statements about different days are an update") {
    Fact left = make_fact("urged", 0);
    Fact right = make_fact("ordered", 2);
    left.qualifiers.event_time = one_day(*parse_iso_day("2024-03-01"));
    right.qualifiers.event_time = one_day(*parse_iso_day("2024-03-09"));
    CHECK(judge(left, right).verdict == Verdict::Update);
}

TEST_CASE("asserting and denying one thing disagrees, denying another says nothing") {
    Fact denial = make_fact("ordered", 2);
    denial.qualifiers.polarity = Polarity::Negative;
    CHECK(judge(make_fact("ordered", 2), denial).verdict == Verdict::Disagree);
    CHECK(judge(make_fact("urged", 0), denial).verdict == Verdict::Different);
}

TEST_CASE("the same level asserted and held possible differs in certainty") {
    Fact possible = make_fact("ordered", 2);
    possible.qualifiers.certainty = Certainty::Possible;
    CHECK(judge(make_fact("ordered", 2), possible).verdict == Verdict::Certainty);
}

TEST_CASE("without dates an update stays possible and the verdict says so") {
    const FactSource dated{"a", "A", parse_iso_day("2024-03-01"), {}, {}};
    CHECK(judge(make_fact("urged", 0), make_fact("ordered", 2)).update_possible);
    CHECK_FALSE(
        judge(make_fact("urged", 0), make_fact("ordered", 2), dated, dated).update_possible);
}

TEST_CASE("what stands in a quarantined block is never compared") {
    Fact quarantined = make_fact("ordered", 2);
    quarantined.block = BlockKind::Boilerplate;
    const Judgement judgement = judge(make_fact("urged", 0), quarantined);
    CHECK(judgement.verdict == Verdict::Different);
    CHECK(deciding_step(judgement) == "quarantine");
}

TEST_CASE("a judgement does not depend on the order of its sides") {
    const Fact left = make_fact("urged", 0);
    const Fact right = make_fact("banned", 3, "state");
    CHECK(judge(left, right).verdict == judge(right, left).verdict);
    CHECK(judge(left, right).level == judge(right, left).level);
}

}  // namespace
}  // namespace atodds
