#include "cli/selection.hpp"

#include "report/report_writer.hpp"
#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

std::string complaint(const std::vector<std::string>& patterns) {
    RuleSet rules;
    rules.rules.emplace_back();
    rules.rules.back().id = "ferry-count";
    RunOptions options;
    options.selected = patterns;
    const Result<Done> known = check_selection(options, rules);
    return known ? "" : to_text({Severity::Error, known.error()}, "", ColorMode::Never);
}

}  // namespace

TEST_CASE("what a pattern selects") {
    struct Row {
        const char* name;
        std::vector<std::string> selected;
        std::vector<std::string> ignored;
        bool is_kept;
    };

    const Row rows[] = {
        {"nothing said", {}, {}, true},
        {"its rule", {"open/number"}, {}, true},
        {"a glob", {"open/*"}, {}, true},
        {"everything", {"*"}, {}, true},
        {"its tier", {"open"}, {}, true},
        {"its verdict", {"disagree"}, {}, true},
        {"its place", {"cross-article"}, {}, true},
        {"one of several", {"declared", "open/number"}, {}, true},
        {"another rule", {"open/money"}, {}, false},
        {"another tier", {"declared"}, {}, false},
        {"another place", {"inside-article"}, {}, false},
        {"another verdict", {"update"}, {}, false},
        {"ignored", {}, {"open/number"}, false},
        {"ignored wins", {"open/number"}, {"open"}, false},
        {"others ignored", {}, {"update", "open/money"}, true},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            Report report = test::two_counts();
            report.agreements = report.findings;
            RunOptions options;
            options.selected = row.selected;
            options.ignored = row.ignored;
            keep_selected(options, report);
            CHECK(report.findings.size() == (row.is_kept ? 1 : 0));
            CHECK(report.agreements.size() == (row.is_kept ? 1 : 0));
        }
    }
}

TEST_CASE("patterns that name nothing are told") {
    CHECK(complaint({"ferry-count", "ferry-*", "open/claim", "update", "*"}).empty());
    CHECK(complaint({"ferry-cuont"}) ==
          "atodds: error: no rule or kind of finding is called \"ferry-cuont\"\n"
          "  hint: did you mean \"ferry-count\"? `atodds rules list` names the rules\n");
    CHECK(complaint({"zzzzzzzz/*"}) ==
          "atodds: error: no rule or kind of finding is called \"zzzzzzzz/*\"\n"
          "  hint: `atodds rules list` names the rules\n");
}

}  // namespace atodds
