#include "review/suppression.hpp"

#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace atodds {
namespace {

// Three articles with a value each; which sides clash is up to the test.
Report three_counts(std::vector<std::pair<std::uint32_t, std::uint32_t>> conflicts) {
    test::ReportBuilder builder;
    std::vector<std::vector<std::string>> facts;
    Finding finding;
    for (const char* id : {"a", "b", "c"}) {
        builder.article({id, "", "", "", std::string("It counted ") + id + " people."});
        facts.push_back({builder.fact(id, std::string(id) + " people")});
        finding.sides.push_back({id, {}, {}, {}});
    }
    finding.conflicts = std::move(conflicts);
    builder.finding(finding, facts);
    return builder.report();
}

}  // namespace

TEST_CASE("a finding is silent where every clash has a silent side") {
    struct Row {
        const char* name;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> conflicts;
        std::set<std::string> checked;
        std::set<std::string> ignored;
        bool is_silent;
    };

    const Row rows[] = {
        {"nothing ignored", {{0, 1}}, {}, {}, false},
        {"one side of two", {{0, 1}}, {}, {"a"}, true},
        {"one of three that all clash", {{0, 1}, {0, 2}, {1, 2}}, {}, {"a"}, false},
        {"two of three that all clash", {{0, 1}, {0, 2}, {1, 2}}, {}, {"a", "b"}, true},
        {"the one that clashes with both", {{0, 1}, {0, 2}}, {}, {"a"}, true},
        {"the checked one of three", {{0, 1}, {0, 2}, {1, 2}}, {"a"}, {"a"}, true},
        {"an unchecked one of three", {{0, 1}, {0, 2}, {1, 2}}, {"a"}, {"b"}, false},
        {"the unchecked one of two", {{0, 1}}, {"a"}, {"b"}, true},
        {"one of two checked ones", {{0, 1}, {0, 2}, {1, 2}}, {"a", "b"}, {"a"}, false},
        {"no clash at all", {}, {}, {"a", "b", "c"}, false},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            Report report = three_counts(row.conflicts);
            report.checked.assign(row.checked.begin(), row.checked.end());
            const FactLookup lookup(report);
            CHECK(is_silenced(report.findings[0], lookup, [&](const Fact& fact) {
                      return row.ignored.contains(fact.article);
                  }) == row.is_silent);
        }
    }
}

TEST_CASE("a side is only silent where all of its facts are ignored") {
    test::ReportBuilder builder;
    builder.article({"a", "", "", "", "First 41 came. Then 41 more."});
    builder.article({"b", "", "", "", "It was 47."});
    const std::string first = builder.fact("a", "41");
    const std::string second = builder.fact("a", "41 more");
    Finding finding;
    finding.sides = {{"41", {}, {}, {}}, {"47", {}, {}, {}}};
    finding.conflicts = {{0, 1}};
    builder.finding(finding, {{first, second}, {builder.fact("b", "47")}});
    const FactLookup lookup(builder.report());
    const Finding& found = builder.report().findings[0];
    CHECK_FALSE(is_silenced(found, lookup, [&](const Fact& f) { return f.id == first; }));
    CHECK(is_silenced(found, lookup, [&](const Fact& f) { return f.article == "a"; }));
}

TEST_CASE("facts that the report does not hold silence nothing") {
    Report report = three_counts({{0, 1}});
    report.facts.clear();
    const FactLookup lookup(report);
    CHECK_FALSE(is_silenced(report.findings[0], lookup, [](const Fact&) { return true; }));
    CHECK(lookup.fact("nosuch") == nullptr);
}

}  // namespace atodds
