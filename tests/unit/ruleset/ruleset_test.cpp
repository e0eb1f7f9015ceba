#include "ruleset/ruleset.hpp"

#include "support/rule_folder.hpp"
#include "support/sample_rules.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {

namespace {

RuleFolder sample_folder() {
    return {{"lexicon/entities/harbour.yml", sample_entities()},
            {"lexicon/scales/damage.yml", sample_scale()},
            {"lexicon/categories/cargo.yml", sample_categories()},
            {"topics/ferry/ferry-injured.yml", sample_rule()}};
}

}  // namespace

TEST_CASE("a sound folder loads without a word") {
    const RuleFolder folder = sample_folder();
    std::string problems;
    const RuleSet set = folder.load(problems);
    CHECK(problems == "");
    CHECK(set.entities.size() == 3);
    CHECK(set.entities[0].id == "coast-guard");
    CHECK(set.scales.size() == 1);
    CHECK(set.categories.size() == 1);
    REQUIRE(set.rules.size() == 1);
    const Rule& rule = set.rules[0];
    CHECK(rule.id == "ferry-injured");
    CHECK(rule.key == std::vector<std::string>{"ferry"});
    CHECK(rule.key_if_stated == std::vector<std::string>{"source"});
    REQUIRE(rule.slots.size() == 3);
    CHECK(rule.slots[0].is_carried);
    CHECK(rule.slots[2].kind == SlotKind::Number);
    REQUIRE(rule.find.size() == 2);
    CHECK(rule.find[0].elements.size() == 6);
    CHECK(rule.find[1].sets == std::vector<std::pair<std::string, std::string>>{{"stage", "done"}});
    CHECK(rule.never == std::vector<std::string>{"could be"});
    CHECK(rule.level == Level::Error);
    CHECK(rule.tests.size() == 4);
    CHECK(rule.tests[0].facts[0].members ==
          std::vector<std::pair<std::string, std::string>>{{"count", "11"}, {"ferry", "mv-alma"}});
    CHECK(rule.tests[3].verdict == Verdict::Disagree);
}

}  // namespace atodds
