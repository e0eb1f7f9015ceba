#include "cli/grouped_report.hpp"

#include "support/shipped_rules.hpp"
#include "support/small_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace atodds;

TEST_CASE("a report by groups finds what stands between articles of one story") {
    SmallIndex index;
    for (int i = 0; i < 60; ++i) {
        index.add(fmt::format("f{:02}", i),
                  fmt::format("A plain word{} came to town, and nobody minded the thing{}.", i, i));
    }
    index.add("mill-a",
              "The fire at the Corvane mill in Tarnwick killed 14 people, Odile Brandt said.");
    index.add("mill-b",
              "Odile Brandt saw it: the fire at the Corvane mill in Tarnwick killed 41 people.");
    const IndexReader reader = index.reader();
    const Stages stages(test::shipped_rules());
    std::uint64_t told = 0;
    const Result<Report> report = report_by_groups(
        stages, reader, {.threads = 1}, [&](const ProgressState& state) { told = state.bytes; });
    REQUIRE(report);
    REQUIRE_FALSE(report->findings.empty());
    const auto names_both = [](const Finding& finding) {
        std::set<std::string> articles;
        for (const Side& side : finding.sides) {
            articles.insert(side.articles.begin(), side.articles.end());
        }
        return articles == std::set<std::string>{"mill-a", "mill-b"};
    };
    CHECK(std::ranges::all_of(report->findings, names_both));
    CHECK(report->articles.size() == 2);
    CHECK(report->coverage.articles == 62);
    CHECK(report->coverage.facts > 0);
    CHECK(report->agreements.empty());
    CHECK(told == 1);
    const Result<Report> threaded = report_by_groups(stages, reader, {.threads = 2}, {});
    REQUIRE(threaded);
    CHECK(*threaded == *report);
    const Result<Report> chosen =
        report_by_groups(stages, reader, {.keep = [](Report& part) { part.findings.clear(); }}, {});
    REQUIRE(chosen);
    CHECK(chosen->findings.empty());
    CHECK(chosen->coverage.unlisted.empty());
}
