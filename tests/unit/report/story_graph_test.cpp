#include "report/story_graph.hpp"

#include "support/report_builder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace atodds {
namespace {

using test::ReportBuilder;

struct Edge {
    const char* article;
    const char* upstream;  ///< an article where it has one letter, else an outlet
    OriginReason reason = OriginReason::TailLine;
    const char* reported = "";
};

/// A report of articles "a" to "d" that have one declared fact in common, with these edges.
Report report_with(const std::vector<Edge>& edges, Tier tier = Tier::Declared) {
    ReportBuilder builder;
    std::vector<std::string> facts;
    for (const char* id : {"a", "b", "c", "d"}) {
        builder.article({id, fmt::format("Paper {}", id), "2025-03-03", "", "The fire killed 14."});
        facts.push_back(builder.fact(id, "14"));
    }
    Finding finding;
    finding.id = "0123456789abcdef";
    finding.tier = tier;
    finding.sides.resize(2);
    builder.finding(std::move(finding), {{facts[0], facts[1]}, {facts[2]}});
    for (const Edge& given : edges) {
        OriginEdge edge;
        edge.article = given.article;
        const bool is_article = std::string(given.upstream).size() == 1;
        (is_article ? edge.upstream : edge.outlet) = given.upstream;
        edge.reason = given.reason;
        if (const auto day = parse_iso_day(given.reported)) {
            edge.reported = one_day(*day);
        }
        builder.report().origins.edges.push_back(edge);
    }
    builder.report().names["reuters"] = "Reuters";
    return std::move(builder.report());
}

/// "column.row name" of each node and "from>to" of each link; stories parted by " | ".
std::string drawn(const Report& report) {
    std::string all;
    const ReportLookup lookup(report);
    for (const StoryGraph& graph : story_graphs(report, lookup)) {
        all += all.empty() ? "" : " | ";
        for (const StoryNode& node : graph.nodes) {
            all += fmt::format("{}.{} {}; ", node.column, node.row, node.name);
        }
        for (const StoryLink& link : graph.links) {
            all += fmt::format("{}>{}{} ", link.from, link.to, link.is_remark ? "~" : "");
        }
    }
    return all;
}

}  // namespace

TEST_CASE("who said it first stands left of who has it from there") {
    struct Row {
        const char* name;
        std::vector<Edge> edges;
        const char* drawn;
    };

    const Row rows[] = {
        {"nobody credits", {}, ""},
        {"one link", {{"b", "a"}}, "0.0 Paper a; 1.0 Paper b; 1>0 "},
        {"an outlet", {{"b", "reuters"}}, "0.0 Reuters; 1.0 Paper b; 1>0 "},
        {"two from one",
         {{"b", "a"}, {"c", "a"}},
         "0.0 Paper a; 1.0 Paper b; 1.1 Paper c; 1>0 2>0 "},
        {"a chain", {{"b", "a"}, {"c", "b"}}, "0.0 Paper a; 1.0 Paper b; 2.0 Paper c; 1>0 2>1 "},
        {"a chain and a short cut",
         {{"b", "a"}, {"c", "b"}, {"c", "a"}},
         "0.0 Paper a; 1.0 Paper b; 2.0 Paper c; 1>0 2>0 2>1 "},
        {"two origins",
         {{"c", "a"}, {"c", "b"}},
         "0.0 Paper a; 0.1 Paper b; 1.0 Paper c; 2>0 2>1 "},
        {"two reasons are one link",
         {{"b", "a"}, {"b", "a", OriginReason::Copy}},
         "0.0 Paper a; 1.0 Paper b; 1>0 "},
        {"a remark", {{"b", "reuters", OriginReason::Remark}}, "0.0 Reuters; 1.0 Paper b; 1>0~ "},
        {"a remark and a report are no remark",
         {{"b", "reuters", OriginReason::Remark}, {"b", "reuters", OriginReason::Report}},
         "0.0 Reuters; 1.0 Paper b; 1>0 "},
        {"two reports of one outlet",
         {{"a", "reuters", OriginReason::Report, "2025-03-01"},
          {"b", "reuters", OriginReason::Report, "2025-02-01"}},
         "0.0 Reuters; 0.1 Reuters; 1.0 Paper a; 1.1 Paper b; 2>0 3>1 "},
        {"one report, one credit without a day",
         {{"a", "reuters", OriginReason::Report, "2025-03-01"}, {"b", "reuters"}},
         "0.0 Reuters; 1.0 Paper a; 1.1 Paper b; 1>0 2>0 "},
        {"another story",
         {{"b", "a"}, {"d", "reuters"}},
         "0.0 Paper a; 1.0 Paper b; 1>0  | 0.0 Reuters; 1.0 Paper d; 1>0 "},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(drawn(report_with(row.edges)) == row.drawn);
        }
    }
}

TEST_CASE("a circle of credit is drawn once round") {
    const std::string text = drawn(report_with({{"a", "b"}, {"b", "c"}, {"c", "a"}}));
    CHECK(text.find("0>") != std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '>') == 3);
}

TEST_CASE("one open finding makes no story of articles that credit one outlet") {
    const std::string text = drawn(report_with({{"a", "reuters"}, {"c", "reuters"}}, Tier::Open));
    CHECK(std::count(text.begin(), text.end(), '|') == 1);
}

TEST_CASE("a long chain of credit is walked to its end") {
    Report report;
    constexpr int kArticles = 20000;
    for (int i = 1; i < kArticles; ++i) {
        OriginEdge edge;
        edge.article = fmt::format("a{:05}", i);
        edge.upstream = fmt::format("a{:05}", i - 1);
        report.origins.edges.push_back(edge);
    }
    const ReportLookup lookup(report);
    const std::vector<StoryGraph> graphs = story_graphs(report, lookup);
    REQUIRE(graphs.size() == 1);
    CHECK(graphs.front().columns == kArticles);
}

}  // namespace atodds
