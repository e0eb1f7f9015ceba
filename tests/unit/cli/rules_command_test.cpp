#include "cli/rules_command.hpp"

#include "support/rule_folder.hpp"
#include "support/sample_rules.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

namespace atodds {

namespace {

/// What a command wrote, with the folder's name removed.
struct Outcome {
    int exit_code = 0;
    std::string out;
    std::string err;
};

std::string without(std::string text, const std::string& folder) {
    for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
        const bool is_below = text.substr(at + folder.size()).starts_with('/');
        text.replace(at, folder.size() + (is_below ? 1 : 0), is_below ? "" : "FOLDER");
    }
    return text;
}

template <typename Command>
Outcome outcome_of(const RuleFolder& folder, Command command) {
    std::ostringstream out;
    std::ostringstream err;
    Console console;
    console.out = &out;
    console.err = &err;
    RunOptions options;
    options.rules_folder = folder.path();
    Outcome outcome;
    outcome.exit_code = command(options, console);
    outcome.out = without(out.str(), folder.path());
    outcome.err = without(err.str(), folder.path());
    return outcome;
}

RuleFolder sample_folder() {
    return {{"lexicon/entities/harbour.yml", sample_entities()},
            {"lexicon/scales/damage.yml", sample_scale()},
            {"lexicon/categories/cargo.yml", sample_categories()},
            {"topics/ferry/ferry-injured.yml", sample_rule()}};
}

}  // namespace

TEST_CASE("rules list shows id, level, tests and question") {
    const Outcome outcome = outcome_of(sample_folder(), rules_list_command);
    CHECK(outcome.exit_code == kExitClean);
    CHECK(outcome.out ==
          "ferry-injured  error      4 tests  How many people were injured on which ferry?\n");
    CHECK(outcome.err == "");
}

TEST_CASE("rules show fills in defaults and resolves lists") {
    const Outcome outcome =
        outcome_of(sample_folder(), [](const RunOptions& options, const Console& console) {
            return rules_show_command(options, "ferry-injured", console);
        });
    CHECK(outcome.exit_code == kExitClean);
    CHECK(outcome.out == R"(rule: ferry-injured
question: How many people were injured on which ferry?
key: [ferry]
key-if-stated: [source]
slots:
  ferry: {entity: ferry, carry: true}
  source: {entity: authority}
  count: {number: any}
find:
  - "{count} (people|passengers) .. (injured|hurt) .. {ferry}?"
  - "accident .. (injured|hurt) {count} on {ferry} (says {source})?"
    sets stage: done
never: "could be"
about: [mv-alma]
value: count
compare: {numbers: 0}
changes: false
grows: false
functional: true
level: error
retired: false
tests: 4
)");
}

TEST_CASE("rules show writes the levels of the scale out") {
    const RuleFolder folder = sample_folder();
    std::string rule = with(sample_rule(), "{number: any}", "{level: damage}");
    rule = with(rule, "{numbers: 0}", "{steps: 2}");
    rule = with(rule, "count: 11", "count: holed");
    folder.write({"topics/ferry/ferry-injured.yml", with(rule, "count: 9", "count: sunk")});
    const Outcome outcome =
        outcome_of(folder, [](const RunOptions& options, const Console& console) {
            return rules_show_command(options, "ferry-injured", console);
        });
    CHECK(outcome.out.find("scale: damage # weakest first\n"
                           "  1. scratched: [scratch, scrape]\n"
                           "  2. holed: [hole, breach]\n"
                           "  3. sunk: [sink, go down]\n") != std::string::npos);
}

TEST_CASE("rules show of an unknown rule suggests one") {
    const Outcome outcome =
        outcome_of(sample_folder(), [](const RunOptions& options, const Console& console) {
            return rules_show_command(options, "ferry-injred", console);
        });
    CHECK(outcome.exit_code == kExitIncomplete);
    CHECK(outcome.out == "");
    CHECK(outcome.err.find("hint: did you mean \"ferry-injured\"?") != std::string::npos);
}

TEST_CASE("rules lint counts what is there") {
    const Outcome outcome = outcome_of(sample_folder(), rules_lint_command);
    CHECK(outcome.exit_code == kExitClean);
    CHECK(outcome.out == "1 rule, 3 entities, 1 scale, 1 category list, 0 cues; problems: 0\n");
}

TEST_CASE("rules lint points at the place and fails") {
    const RuleFolder folder = sample_folder();
    folder.write({"topics/ferry/ferry-injured.yml",
                  with(sample_rule(), "compare: {numbers: 0}", "comparre: {numbers: 0}")});
    const Outcome outcome = outcome_of(folder, rules_lint_command);
    CHECK(outcome.exit_code == kExitIncomplete);
    CHECK(outcome.err ==
          "topics/ferry/ferry-injured.yml:15:1: error: unknown key \"comparre\" in a rule\n"
          " 15 | comparre: {numbers: 0}\n"
          "    | ^^^^^^^^\n"
          "  hint: did you mean \"compare\"?\n");
    CHECK(outcome.out == "0 rules, 3 entities, 1 scale, 1 category list, 0 cues; problems: 1\n");
}

TEST_CASE("rules new writes a rule that is sound as it stands") {
    const RuleFolder folder{};
    const auto write = [](const RunOptions& options, const Console& console) {
        return rules_new_command(options, "fair/fair-visitors", console);
    };
    const Outcome outcome = outcome_of(folder, write);
    CHECK(outcome.exit_code == kExitClean);
    CHECK(outcome.out ==
          "topics/fair/fair-visitors.yml\n"
          "edit it, then test it and use it:\n"
          "  atodds rules test fair-visitors --add-rules FOLDER\n"
          "  atodds report ARTICLES --add-rules FOLDER\n"
          "or leave the option out and write in .atodds.yml: add-rules: [FOLDER]\n");
    std::string problems;
    const RuleSet set = folder.load(problems);
    CHECK(problems == "");
    REQUIRE(set.rules.size() == 1);
    CHECK(set.rules[0].id == "fair-visitors");
    const Outcome again = outcome_of(folder, write);
    CHECK(again.exit_code == kExitIncomplete);
    CHECK(again.err.find("the rule exists already") != std::string::npos);
}

TEST_CASE("rules new keeps to its folder") {
    const RuleFolder folder{};
    for (const char* name : {"../escape", "/etc/rule", "a/b/c", "", "Fair", "a/../b"}) {
        CAPTURE(name);
        const Outcome outcome =
            outcome_of(folder, [&](const RunOptions& options, const Console& console) {
                return rules_new_command(options, name, console);
            });
        CHECK(outcome.exit_code == kExitIncomplete);
    }
}

}  // namespace atodds
