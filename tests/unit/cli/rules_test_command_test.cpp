#include "cli/rules_command.hpp"
#include "support/rule_folder.hpp"
#include "support/sample_rules.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

namespace atodds {

namespace {

struct Outcome {
    int exit_code = 0;
    std::string out;
    std::string err;
};

/// Runs the tests of all rules, or of `id`; the folder's name is removed from what it writes.
Outcome tested(const RuleFolder& folder, const std::string& id = {}) {
    std::ostringstream out;
    std::ostringstream err;
    Console console;
    console.out = &out;
    console.err = &err;
    RunOptions options;
    options.rules_folder = folder.path();
    Outcome outcome;
    outcome.exit_code = rules_test_command(options, id, console);
    outcome.out = out.str();
    outcome.err = err.str();
    for (std::size_t at = outcome.out.find(folder.path()); at != std::string::npos;
         at = outcome.out.find(folder.path())) {
        outcome.out.erase(at, folder.path().size() + 1);
    }
    return outcome;
}

/// The rule that `rules new` writes.
std::string skeleton() {
    const RuleFolder folder{};
    std::ostringstream out;
    Console console;
    console.out = &out;
    console.err = &out;
    RunOptions options;
    options.rules_folder = folder.path();
    REQUIRE(rules_new_command(options, "visitors", console) == kExitClean);
    std::ifstream stream(folder.path() + "/topics/visitors.yml");
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("a rule begun by rules new passes its own tests") {
    const RuleFolder folder{{"topics/visitors.yml", skeleton()}};
    const Outcome outcome = tested(folder);
    CHECK(outcome.out == "1 rule, 4 tests, 0 failed\n");
    CHECK(outcome.exit_code == kExitClean);
}

TEST_CASE("a failing test shows its place, its text, what was expected and what was found") {
    const std::string rule =
        with(with(skeleton(), "facts: [{count: 4000, place: festival}]", "facts: [{count: 4}]"),
             "verdict: disagree", "verdict: agree");
    const RuleFolder folder{{"topics/visitors.yml", rule}};
    const Outcome outcome = tested(folder, "visitors");
    CHECK(outcome.exit_code == kExitFindings);
    CHECK(outcome.out.starts_with(R"(topics/visitors.yml:28: visitors: police
  text:     Some 4,000 visitors came to the festival.
  expected: count=4
  found:    count=~4000, place=festival
topics/visitors.yml:31: visitors: compare police and host
  expected: agree
  found:    disagree)"));
    CHECK(outcome.out.ends_with("1 rule, 4 tests, 2 failed\n"));
}

TEST_CASE("a fact that no test expects is a failure") {
    const RuleFolder folder{{"topics/visitors.yml", with(skeleton(), "The festival has 300 stalls.",
                                                         "The festival attracted 300 guests.")}};
    const Outcome outcome = tested(folder);
    CHECK(outcome.exit_code == kExitFindings);
    CHECK(outcome.out == R"(topics/visitors.yml:30: visitors: stalls
  text:     The festival attracted 300 guests.
  expected: no fact
  found:    count=300, place=festival
1 rule, 4 tests, 1 failed
)");
}

TEST_CASE("rules with problems keep the run from being clean") {
    const RuleFolder folder{{"topics/visitors.yml", skeleton()},
                            {"topics/broken.yml", "rule: broken\n"}};
    CHECK(tested(folder).exit_code == kExitIncomplete);
    CHECK(tested(folder, "broken").err.find("no rule \"broken\" to test") != std::string::npos);
}

}  // namespace atodds
