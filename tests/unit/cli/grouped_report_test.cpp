#include "cli/grouped_report.hpp"

#include "support/shipped_rules.hpp"
#include "support/small_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace atodds;

namespace {

Finding finding_in(const std::string& id, const std::vector<std::string>& articles) {
    Finding finding;
    finding.id = id;
    finding.sides.resize(2);
    finding.sides[0].articles = articles;
    return finding;
}

Report report_of(const Finding& finding) {
    Report report;
    report.findings = {finding};
    for (const std::string& id : finding.sides[0].articles) {
        Article article;
        article.id = id;
        report.articles.push_back(article);
    }
    return report;
}

}  // namespace

TEST_CASE("a finding that two groups made is kept once, with the more articles") {
    Report all;
    put_together(all, report_of(finding_in("x", {"a", "b"})));
    put_together(all, report_of(finding_in("x", {"a", "b", "c"})));
    put_together(all, report_of(finding_in("x", {"b"})));
    REQUIRE(all.findings.size() == 1);
    CHECK(all.findings[0].sides[0].articles.size() == 3);
    CHECK(all.articles.size() == 3);
}

TEST_CASE("findings that look alike in other articles stay apart") {
    Report all;
    put_together(all, report_of(finding_in("x", {"a", "b"})));
    put_together(all, report_of(finding_in("x", {"c", "d"})));
    put_together(all, report_of(finding_in("x", {"c", "d"})));
    REQUIRE(all.findings.size() == 2);
    CHECK(all.findings[0].id == "x");
    CHECK(all.findings[1].id.size() == 16);
}

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
        stages, reader, 1, [&](const ProgressState& state) { told = state.bytes; });
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
    const Result<Report> threaded = report_by_groups(stages, reader, 2, {});
    REQUIRE(threaded);
    CHECK(*threaded == *report);
}
