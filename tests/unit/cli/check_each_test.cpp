#include "cli/check_each.hpp"

#include "support/shipped_rules.hpp"
#include "support/small_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace atodds;

namespace {

constexpr const char* kFourteen =
    "The fire at the Corvane mill in Tarnwick killed 14 people, Odile Brandt said.";
constexpr const char* kFortyOne =
    "Odile Brandt saw it: the fire at the Corvane mill in Tarnwick killed 41 people.";

std::set<std::string> articles_of(const Finding& finding) {
    std::set<std::string> articles;
    for (const Side& side : finding.sides) {
        articles.insert(side.articles.begin(), side.articles.end());
    }
    return articles;
}

std::vector<Article> articles_in(const IndexReader& reader, const std::vector<std::string>& ids) {
    std::vector<Article> articles;
    for (const std::string& id : ids) {
        Result<Article> article = reader.article(id);
        REQUIRE(article);
        articles.push_back(std::move(*article));
    }
    return articles;
}

void add_bystanders(SmallIndex& index) {
    for (int i = 0; i < 20; ++i) {
        index.add(fmt::format("f{:02}", i),
                  fmt::format("A plain word{} came to town, and nobody minded the thing{}.", i, i));
    }
}

}  // namespace

TEST_CASE("articles checked one by one meet the published ones and each other") {
    SmallIndex published;
    add_bystanders(published);
    published.add("mill-old", kFourteen);
    SmallIndex beside;
    beside.add("mill-new", kFortyOne);
    beside.add("bridge-a", "Rosa Tilling of Penmarsh said the Aldewick bridge is 310 metres long.");
    beside.add("bridge-b",
               "The Aldewick bridge is 340 metres long, said Rosa Tilling of Penmarsh.");
    beside.add("quiet", "Nothing at all was heard of the weather.");
    const IndexReader old_articles = published.reader();
    const IndexReader new_articles = beside.reader();
    const std::vector<std::string> ids = {"mill-new", "bridge-a", "bridge-b", "quiet"};
    const Stages stages(test::shipped_rules());
    const Progress untold;
    const auto run = [&](const GatheringOptions& options) {
        ProgressCount count(untold, 0);
        Result<Report> report = check_each(stages, &old_articles, new_articles,
                                           articles_in(new_articles, ids), options, count);
        REQUIRE(report);
        return *report;
    };
    const Report report = run({.threads = 1});
    std::set<std::set<std::string>> met;
    for (const Finding& finding : report.findings) {
        met.insert(articles_of(finding));
    }
    CHECK(met ==
          std::set<std::set<std::string>>{{"mill-new", "mill-old"}, {"bridge-a", "bridge-b"}});
    CHECK(report.checked == std::vector<std::string>{"bridge-a", "bridge-b", "mill-new", "quiet"});
    CHECK(std::ranges::count(report.articles, "quiet", &Article::id) == 1);
    CHECK(std::ranges::count(report.articles, "f01", &Article::id) == 0);
    CHECK(run({.threads = 2}) == report);
    CHECK(run({.keep = [](Report& part) { part.findings.clear(); }}).findings.empty());
}

TEST_CASE("a new version is not checked against the published one") {
    SmallIndex published;
    add_bystanders(published);
    published.add("mill", kFourteen);
    SmallIndex beside;
    beside.add("mill", kFortyOne);
    const IndexReader old_articles = published.reader();
    const IndexReader new_articles = beside.reader();
    const Stages stages(test::shipped_rules());
    const Progress untold;
    ProgressCount count(untold, 0);
    const Result<Report> report = check_each(stages, &old_articles, new_articles,
                                             articles_in(new_articles, {"mill"}), {}, count);
    REQUIRE(report);
    CHECK(report->findings.empty());
    CHECK(report->articles.size() == 1);
}
