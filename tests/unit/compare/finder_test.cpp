#include "compare/finder.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace atodds {
namespace {

RuleSet make_rules() {
    RuleSet rules;
    Rule rule;
    rule.id = "count";
    rule.question = "How many?";
    rule.key = {"place"};
    rule.value = "count";
    rule.compare.kind = CompareKind::Numbers;
    rule.level = Level::Error;
    rules.rules.push_back(rule);
    return rules;
}

Article make_article(const std::string& id) {
    Article article;
    article.id = id;
    article.path = id;
    return article;
}

Fact make_fact(const std::string& article, int amount, std::uint32_t at = 0,
               BlockKind block = BlockKind::Body) {
    Fact fact;
    fact.rule = "count";
    fact.article = article;
    fact.id = article + std::to_string(at);
    fact.span = {at, at + 1};
    fact.statement = fact.span;
    fact.block = block;
    fact.slots = {{"place", "town", {}}};
    fact.value.amount = Decimal(amount);
    fact.value.low = fact.value.amount;
    fact.value.high = fact.value.amount;
    return fact;
}

FoundDisagreements find(const std::vector<Fact>& facts) {
    static const RuleSet rules = make_rules();
    static const EntityFinder entities(rules.entities);
    const Comparator comparator(rules, entities);
    std::vector<Article> articles;
    for (const char* id : {"a", "b", "c"}) {
        articles.push_back(make_article(id));
    }
    std::vector<std::uint32_t> all;
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        all.push_back(i);
    }
    return find_disagreements(comparator, articles, facts, {all});
}

TEST_CASE("three articles with two values make one finding of two sides") {
    const FoundDisagreements found =
        find({make_fact("a", 11), make_fact("b", 14), make_fact("c", 11)});
    REQUIRE(found.findings.size() == 1);
    const Finding& finding = found.findings.front();
    REQUIRE(finding.sides.size() == 2);
    CHECK(finding.kind == FindingKind::CrossArticle);
    CHECK(finding.sides[0].articles == std::vector<std::string>{"a", "c"});
    CHECK(finding.sides[1].articles == std::vector<std::string>{"b"});
    CHECK(finding.conflicts.size() == 1);
}

TEST_CASE("articles that agree make an agreement and no finding") {
    const FoundDisagreements found = find({make_fact("a", 11), make_fact("b", 11)});
    CHECK(found.findings.empty());
    CHECK(found.agreements.size() == 1);
}

TEST_CASE("a clash inside one article is a finding of its own kind") {
    const FoundDisagreements found = find({make_fact("a", 11), make_fact("a", 14, 5)});
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings.front().kind == FindingKind::InsideArticle);
}

TEST_CASE("a headline that clashes with its body says so") {
    const FoundDisagreements found =
        find({make_fact("a", 11, 0, BlockKind::Title), make_fact("a", 14, 5)});
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings.front().kind == FindingKind::HeadlineBody);
}

TEST_CASE("a fingerprint does not change when facts move in their article") {
    const auto before = find({make_fact("a", 11), make_fact("b", 14)});
    const auto after = find({make_fact("a", 11, 70), make_fact("b", 14, 90)});
    REQUIRE(before.findings.size() == 1);
    REQUIRE(after.findings.size() == 1);
    CHECK(before.findings.front().id == after.findings.front().id);
}

TEST_CASE("facts beyond the judged representatives still stand in their side") {
    std::vector<Fact> facts;
    for (std::uint32_t i = 0; i < 20; ++i) {
        facts.push_back(make_fact("a", 11, i * 2));
    }
    facts.push_back(make_fact("b", 14));
    const FoundDisagreements found = find(facts);
    const auto cross = std::find_if(
        found.findings.begin(), found.findings.end(),
        [](const Finding& finding) { return finding.kind == FindingKind::CrossArticle; });
    REQUIRE(cross != found.findings.end());
    CHECK(cross->sides[0].facts.size() == 20);
}

Fact in_statement(Fact fact, std::uint32_t begin, std::uint32_t end, const std::string& quote) {
    fact.statement = {begin, end};
    fact.quote = quote;
    return fact;
}

TEST_CASE("two values in one statement are no finding") {
    const Fact one = in_statement(make_fact("a", 11, 0), 0, 20, "either 11 or 14 died");
    const Fact other = in_statement(make_fact("a", 14, 13), 0, 20, "either 11 or 14 died");
    CHECK(find({one, other}).findings.empty());
}

TEST_CASE("an alternative is not at odds with one of its parts") {
    const Fact one = in_statement(make_fact("a", 11, 7), 0, 20, "either 11 or 14 died");
    const Fact other = in_statement(make_fact("a", 14, 13), 0, 20, "either 11 or 14 died");
    CHECK(find({one, other, make_fact("b", 11)}).findings.empty());
    CHECK(find({one, other, make_fact("b", 17)}).findings.size() == 1);
}

TEST_CASE("two values of one statement that are no alternative clash with others") {
    const Fact one = in_statement(make_fact("a", 11, 0), 0, 20, "11 men, 14 women died");
    const Fact other = in_statement(make_fact("a", 14, 8), 0, 20, "11 men, 14 women died");
    CHECK(find({one, other, make_fact("b", 11)}).findings.size() == 1);
}

bool names(const Finding& finding, const std::string& article) {
    return std::ranges::any_of(finding.sides, [&](const Side& side) {
        return std::ranges::find(side.articles, article) != side.articles.end();
    });
}

std::vector<Finding> only_of(std::vector<Finding> findings, const std::string& article) {
    std::erase_if(findings, [&](const Finding& finding) { return !names(finding, article); });
    return findings;
}

// Facts of two rules at up to five places in three articles, with values that often meet.
std::vector<Fact> some_facts(std::uint32_t seed) {
    std::uint32_t state = seed;
    const auto number = [&](std::uint32_t most) {
        state = state * 1664525U + 1013904223U;
        return (state >> 16U) % (most + 1);
    };
    std::vector<Fact> facts;
    for (std::uint32_t i = 0; i < 40; ++i) {
        Fact fact = make_fact(std::string(1, static_cast<char>('a' + number(2))),
                              static_cast<int>(10 + number(3)), i * 4);
        fact.slots.front().value = "town" + std::to_string(number(4));
        if (number(2) == 0) {
            fact.tier = Tier::Open;
            fact.rule = "open/number";
            fact.quote = "statement " + std::to_string(i);
            fact.slots.push_back({"noun", number(1) == 0 ? "boats" : "ships", {}});
            fact.slots.push_back({"entity", fact.slots.front().value, {}});
        }
        facts.push_back(std::move(fact));
    }
    std::ranges::stable_sort(facts, {}, &Fact::article);
    return facts;
}

TEST_CASE("asking about one article finds what judging all finds of it") {
    static RuleSet rules = make_rules();
    rules.weights = {{"same noun", 150, 150}, {"any pair", -20, -20}};
    static const EntityFinder entities(rules.entities);
    const Comparator comparator(rules, entities);
    std::vector<Article> articles;
    for (const char* id : {"a", "b", "c"}) {
        articles.push_back(make_article(id));
    }
    std::size_t found_in_all = 0;
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        const std::vector<Fact> facts = some_facts(seed);
        CandidateLists lists(7);
        for (std::uint32_t i = 0; i < facts.size(); ++i) {
            lists[i % 6].push_back(i);
            lists[6].push_back(i);
        }
        const FoundDisagreements all = find_disagreements(comparator, articles, facts, lists);
        for (const char* id : {"a", "b", "c"}) {
            const FoundDisagreements some =
                find_disagreements_of({id}, comparator, articles, facts, lists);
            CHECK(only_of(some.findings, id) == only_of(all.findings, id));
            CHECK(only_of(some.agreements, id) == only_of(all.agreements, id));
            found_in_all += only_of(all.findings, id).size();
        }
    }
    CHECK(found_in_all > 60);
}

}  // namespace
}  // namespace atodds
