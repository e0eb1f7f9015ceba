#include "cli/gathering.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace atodds;

namespace {

struct Sample {
    std::string id;
    std::vector<std::string> articles;
    Level level = Level::Note;
};

Report report_of(const Sample& sample) {
    Report report;
    Finding& finding = report.findings.emplace_back();
    finding.id = sample.id;
    finding.level = sample.level;
    finding.sides.resize(2);
    finding.sides[0].articles = sample.articles;
    for (const std::string& id : sample.articles) {
        Article& article = report.articles.emplace_back();
        article.id = id;
        article.text = "Text of " + id;
        article.reading = article.text;
        Fact& fact = report.facts.emplace_back();
        fact.id = id + "#1-2:x";
        fact.article = id;
        finding.sides[0].facts.push_back(fact.id);
    }
    report.stale.push_back({.article = sample.articles.front(), .finding = sample.id});
    return report;
}

Report gathered(std::size_t most, const std::vector<Sample>& samples) {
    Gathering gathering(most);
    for (const Sample& sample : samples) {
        gathering.add(report_of(sample));
    }
    return gathering.take();
}

std::vector<std::string> ids_of(const Report& report) {
    std::vector<std::string> ids;
    for (const Finding& finding : report.findings) {
        ids.push_back(finding.id);
    }
    return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a finding that two groups made is kept once, with the more articles") {
    const Report all = gathered(0, {{"x", {"a", "b"}}, {"x", {"a", "b", "c"}}, {"x", {"b"}}});
    REQUIRE(all.findings.size() == 1);
    CHECK(all.findings[0].sides[0].articles.size() == 3);
    CHECK(all.articles.size() == 3);
    CHECK(all.facts.size() == 3);
    CHECK(all.stale.size() == 1);
    CHECK(all.coverage.unlisted.empty());
}

TEST_CASE("findings that look alike in other articles stay apart") {
    const Report all = gathered(0, {{"x", {"a", "b"}}, {"x", {"c", "d"}}, {"x", {"c", "d"}}});
    REQUIRE(all.findings.size() == 2);
    const auto is_new = [](const std::string& id) { return id.size() == 16; };
    const Ids ids = ids_of(all);
    CHECK(std::ranges::count(ids, "x") == 1);
    CHECK(std::ranges::count_if(ids, is_new) == 1);
    REQUIRE(all.stale.size() == 2);
    CHECK(std::ranges::all_of(all.stale, [&](const StaleCopy& copy) {
        return std::ranges::find(ids, copy.finding) != ids.end();
    }));
}

TEST_CASE("the first findings in the order of checkers are listed, the others counted") {
    const Report all = gathered(2, {{"n1", {"a"}, Level::Note},
                                    {"w1", {"b"}, Level::Warning},
                                    {"n2", {"c"}, Level::Note},
                                    {"e1", {"d"}, Level::Error},
                                    {"w2", {"e"}, Level::Warning}});
    CHECK(ids_of(all) == Ids{"e1", "w1"});
    CHECK(all.coverage.unlisted ==
          std::vector<UnlistedFindings>{{Level::Warning, Verdict::Disagree, 1},
                                        {Level::Note, Verdict::Disagree, 2}});
    CHECK(all.articles.size() == 2);
    CHECK(all.facts.size() == 2);
    CHECK(all.stale.size() == 2);
}

TEST_CASE("what is known and not listed is counted once, as what it was last") {
    const std::vector<Sample> samples = {{"e1", {"a"}, Level::Error},
                                         {"n1", {"b"}, Level::Note},
                                         {"n1", {"b"}, Level::Note},
                                         {"n1", {"b", "c"}, Level::Error},
                                         {"n2", {"b"}, Level::Note}};
    const Report all = gathered(1, samples);
    CHECK(ids_of(all) == Ids{"e1"});
    CHECK(all.coverage.unlisted ==
          std::vector<UnlistedFindings>{{Level::Error, Verdict::Disagree, 1},
                                        {Level::Note, Verdict::Disagree, 1}});
}

TEST_CASE("a bound keeps what sorting everything would list, and counts the rest") {
    std::vector<Sample> samples;
    for (int i = 0; i < 400; ++i) {
        samples.push_back({fmt::format("f{:03}", i * 7919 % 400),
                           {fmt::format("a{}", i)},
                           static_cast<Level>(i * 31 % 11 < 8 ? 2 : i % 2)});
    }
    const Report whole = gathered(0, samples);
    REQUIRE(whole.findings.size() == 400);
    for (const std::size_t most : {1U, 10U, 99U, 399U, 400U}) {
        CAPTURE(most);
        const Report some = gathered(most, samples);
        Ids first = ids_of(whole);
        first.resize(most);
        CHECK(ids_of(some) == first);
        std::uint64_t unlisted = 0;
        for (const UnlistedFindings& counted : some.coverage.unlisted) {
            unlisted += counted.count;
        }
        CHECK(unlisted == 400 - most);
        CHECK(some.articles.size() == most);
    }
}

TEST_CASE("an article that reads as it is written is kept once") {
    const Report all = gathered(0, {{"x", {"a"}}});
    REQUIRE(all.articles.size() == 1);
    CHECK(all.articles[0].text == "Text of a");
    CHECK(all.articles[0].reading.empty());
}
