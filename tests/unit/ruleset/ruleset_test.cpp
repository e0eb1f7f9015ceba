#include "ruleset/ruleset.hpp"

#include "ruleset/rule_folders.hpp"
#include "support/rule_folder.hpp"
#include "support/sample_rules.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

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

TEST_CASE("all problems of all files are told at once, in the order of files and places") {
    const RuleFolder folder{
        {"lexicon/entities/harbour.yml", with(sample_entities(), "type: product", "tpye: product")},
        {"lexicon/scales/damage.yml", with(sample_scale(), "question:", "qestion:")},
        {"topics/ferry/ferry-injured.yml",
         with(with(sample_rule(), "{numbers: 0}", "{numbers: many}"), "{number: any}",
              "{nmber: any}")}};
    std::string problems;
    const RuleSet set = folder.load(problems);
    CHECK(problems == R"(lexicon/entities/harbour.yml:5:34-38: unknown key "tpye" in an entity
  hint: did you mean "type"?
lexicon/scales/damage.yml:2:1-8: unknown key "qestion" in a scale file
  hint: did you mean "question"?
topics/ferry/ferry-injured.yml:8:12-17: unknown key "nmber" in slot "count"
  hint: did you mean "number"?
topics/ferry/ferry-injured.yml:15:20-24: "numbers" is "many", expected a number from 0 to 1
)");
    CHECK(set.rules.empty());
    CHECK(set.scales.empty());
    CHECK(set.entities.size() == 2);
}

TEST_CASE("a rule id stands in one file") {
    const RuleFolder folder = sample_folder();
    folder.write({"topics/sea/ferry-injured.yml", sample_rule()});
    std::string problems;
    const RuleSet set = folder.load(problems);
    CHECK(problems == R"(topics/sea/ferry-injured.yml:1:7-20: duplicate rule "ferry-injured"
  hint: the first is in topics/ferry/ferry-injured.yml
)");
    CHECK(set.rules.size() == 1);
}

TEST_CASE("a rule may use the words of another folder") {
    const RuleFolder words{{"lexicon/entities/harbour.yml", sample_entities()},
                           {"lexicon/scales/damage.yml", sample_scale()},
                           {"lexicon/categories/cargo.yml", sample_categories()}};
    const RuleFolder own{{"topics/ferry/ferry-injured.yml", sample_rule()}};
    Diagnostics diagnostics;
    const RuleSet set =
        load_rule_folders(std::vector<std::string>{words.path(), own.path()}, diagnostics);
    CHECK(diagnostics.empty());
    CHECK(set.entities.size() == 3);
    REQUIRE(set.rules.size() == 1);
    CHECK(set.rules[0].id == "ferry-injured");
}

TEST_CASE("a folder that is named twice, or stands in another, is read once") {
    const RuleFolder folder = sample_folder();
    Diagnostics diagnostics;
    const RuleSet set = load_rule_folders(
        std::vector<std::string>{folder.path(), folder.path() + "/", folder.path() + "/topics"},
        diagnostics);
    CHECK(diagnostics.empty());
    CHECK(set.rules.size() == 1);
}

TEST_CASE("a rule id stands in one of several folders") {
    const RuleFolder folder = sample_folder();
    const RuleFolder own{{"topics/mine/ferry-injured.yml", sample_rule()}};
    Diagnostics diagnostics;
    const RuleSet set =
        load_rule_folders(std::vector<std::string>{folder.path(), own.path()}, diagnostics);
    CHECK(set.rules.size() == 1);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].error.message == "duplicate rule \"ferry-injured\"");
    CHECK(diagnostics[0].error.place.file == own.path() + "/topics/mine/ferry-injured.yml");
}

TEST_CASE("an added folder without rules is told") {
    const RuleFolder folder = sample_folder();
    const RuleFolder empty{};
    Diagnostics diagnostics;
    load_rule_folders(std::vector<std::string>{folder.path(), empty.path()}, diagnostics);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].error.message == "the folder holds no file \"*.yml\"");
}

TEST_CASE("a file over the limit is told and not read") {
    const RuleFolder folder = sample_folder();
    folder.write({"topics/big.yml", std::string(1024 * 1024 + 1, '#')});
    std::string problems;
    const RuleSet set = folder.load(problems);
    CHECK(problems == R"(topics/big.yml: the file has 1048577 bytes, at most 1048576 are allowed
  hint: split it into several files
)");
    CHECK(set.rules.size() == 1);
}

TEST_CASE("a file that would be overlooked is told, other files are not read") {
    const RuleFolder folder = sample_folder();
    folder.write({"topics/late.yaml", sample_rule()});
    folder.write({"schema/rule.schema.json", "{}"});
    folder.write({"README.md", "rule: none"});
    std::string problems;
    folder.load(problems);
    CHECK(problems == R"(topics/late.yaml: the file ends in ".yaml" and would not be read
  hint: rename it to end in ".yml"
)");
}

TEST_CASE("a folder without rules is no empty success") {
    const RuleFolder folder{};
    Diagnostics empty;
    load_rules(folder.path(), empty);
    REQUIRE(empty.size() == 1);
    CHECK(empty[0].error.message == "the folder holds no file \"*.yml\"");
    Diagnostics missing;
    load_rules(folder.path() + "/none", missing);
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].error.code == ErrorCode::Unreadable);
    CHECK(missing[0].error.message == "cannot read the folder of rules: No such file or directory");
}

TEST_CASE("the hash follows content and names, not the folder") {
    std::string problems;
    const RuleFolder one = sample_folder();
    const RuleFolder same = sample_folder();
    const RuleFolder other = sample_folder();
    other.write({"lexicon/scales/damage.yml", with(sample_scale(), "go down", "founder")});
    CHECK(one.load(problems).content_hash == same.load(problems).content_hash);
    CHECK(one.load(problems).content_hash != other.load(problems).content_hash);
}

TEST_CASE("a file of wrong names lists the first hundred problems") {
    std::string entities = "entities: many\nentries:\n";
    for (int i = 0; i < 5000; ++i) {
        entities += "  - {id: e" + std::to_string(i) + ", name: E" + std::to_string(i) +
                    ", type: place, part-of: [nowhere]}\n";
    }
    const RuleFolder folder{{"lexicon/many.yml", entities}};
    Diagnostics diagnostics;
    load_rules(folder.path(), diagnostics);
    REQUIRE(diagnostics.size() == 101);
    CHECK(diagnostics.back().error.message == "more than 100 problems in this file");
}

TEST_CASE("a scale and the value \"level\" declare the slot that binds a level") {
    const RuleFolder folder = sample_folder();
    std::string rule = with(sample_rule(), "{number: any}", "{level: damage}");
    rule = with(rule, "{numbers: 0}", "{steps: 2}");
    rule = with(rule, "count: 11", "count: holed");
    rule = with(rule, "count: 9", "count: sunk");
    folder.write({"topics/ferry/ferry-injured.yml", rule});
    std::string problems;
    const RuleSet set = folder.load(problems);
    CHECK(problems == "");
    REQUIRE(set.rules.size() == 1);
    CHECK(set.rules[0].scale == "damage");
    CHECK(set.rules[0].compare.kind == CompareKind::Steps);
    CHECK(set.rules[0].compare.steps == 2);
}

TEST_CASE("dates are compared with or without a limit between two occasions") {
    const RuleFolder folder = sample_folder();
    std::string rule = with(sample_rule(), "{number: any}", "{date: any}");
    rule = with(rule, "count: 11", "count: 2031-05-02");
    rule = with(rule, "count: 9", "count: 2031-05-09");
    const auto limit_of = [&](const std::string& compare, std::string& problems) {
        folder.write({"topics/ferry/ferry-injured.yml", with(rule, "{numbers: 0}", compare)});
        const RuleSet set = folder.load(problems);
        return set.rules.empty() ? std::string("no rule")
                                 : set.rules[0].compare.tolerance.to_string();
    };
    std::string problems;
    CHECK(limit_of("{dates: true}", problems) == "0");
    CHECK(limit_of("{dates: 14}", problems) == "14");
    CHECK(problems == "");
    CHECK(limit_of("{dates: 1.5}", problems) == "no rule");
    CHECK(problems.find("expected true or a whole number of days") != std::string::npos);
}

TEST_CASE("a find entry takes its stage in the short form too") {
    const RuleFolder folder = sample_folder();
    folder.write({"topics/ferry/ferry-injured.yml",
                  with(sample_rule(), "set: {stage: done}", "stage: planned")});
    std::string problems;
    const RuleSet set = folder.load(problems);
    CHECK(problems == "");
    REQUIRE(set.rules.size() == 1);
    CHECK(set.rules[0].find[1].sets ==
          std::vector<std::pair<std::string, std::string>>{{"stage", "planned"}});
}

TEST_CASE("an unknown class is told with the known ones") {
    const RuleFolder folder = sample_folder();
    folder.write({"topics/ferry/ferry-injured.yml",
                  with(sample_rule(), "{entity: authority}", "{entity: shipyard}")});
    std::string problems;
    folder.load(problems);
    CHECK(problems ==
          "topics/ferry/ferry-injured.yml:7:20-28: unknown entity, class or type \"shipyard\"\n"
          "  hint: known: authority, coast-guard, company, event, ferry, government, mv-alma, "
          "norvik, organisation, person, place, product and town\n");
}

TEST_CASE("cues carry what they set and where it holds") {
    const RuleFolder folder{{"lexicon/qualifiers/cues.yml", R"(cues: qualifiers
entries:
  - {id: not, words: [not, never, no], scope: after, stop: [but], sets: {polarity: negative}}
  - {id: deny, words: ["deny:verb"], scope: clause, holder: subject, sets: {stance: denies}}
  - {id: says, words: ["say:verb"], scope: content, attribution: subject}
  - {id: according, words: [according to], scope: content, attribution: object}
  - {id: familiar, words: [people in the know], scope: content, attribution: anonymous}
  - {id: not-only, words: [not only]}
)"}};
    std::string problems;
    const RuleSet set = folder.load(problems);
    CHECK(problems == "");
    REQUIRE(set.cues.size() == 6);
    CHECK(set.cues[0].words == std::vector<std::string>{"not", "never", "no"});
    CHECK(set.cues[0].polarity == Polarity::Negative);
    CHECK(set.cues[0].stop == std::vector<std::string>{"but"});
    CHECK(set.cues[1].stance == Stance::Denies);
    CHECK(set.cues[1].holder_is_subject);
    CHECK(set.cues[2].scope == CueScope::Content);
    CHECK_FALSE(set.cues[2].source_is_object);
    CHECK(set.cues[3].source_is_object);
    CHECK(set.cues[4].is_anonymous);
    CHECK_FALSE(set.cues[5].polarity.has_value());
}

}  // namespace atodds
