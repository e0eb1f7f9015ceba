#include "compare/history.hpp"

#include "report/fact_text.hpp"
#include "support/news_report.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

namespace atodds {
namespace {

using test::News;

/// One article a letter: "03-01 12" is an article of 1 March 2025 that states a toll of 12; "~"
/// before the number makes it "at least", "r" tells of a revision, "?" in place of the day leaves
/// the date out.
std::vector<News> tolls(const std::vector<std::string>& specs) {
    std::vector<News> news;
    char id = 'a';
    for (const std::string& spec : specs) {
        const std::string day = spec.substr(0, 5);
        std::string count = spec.substr(6);
        const char mark = count.front();
        const bool is_marked = mark == '~' || mark == 'r';
        count = is_marked ? count.substr(1) : count;
        const std::string people =
            fmt::format("{}{} people", mark == '~' ? "at least " : "", count);
        const std::string text =
            mark == 'r'
                ? fmt::format("The count was revised: in Kenya {} people were killed.", count)
                : fmt::format("In Kenya {} were killed by the flood.", people);
        news.push_back({std::string(1, id), day == "?????" ? "" : "2025-" + day, "", text, "", ""});
        ++id;
    }
    return news;
}

/// "c still states 12 for 15 since 03-04 by b", joined by "; ".
std::string stale_of(const Report& report) {
    std::vector<std::string> all;
    for (const StaleCopy& copy : report.stale) {
        all.push_back(fmt::format("{} {} {} for {} since {} by {}", copy.article,
                                  name_of(copy.status), copy.value.substr(0, copy.value.find(' ')),
                                  copy.current.substr(0, copy.current.find(' ')),
                                  copy.since ? to_iso(*copy.since).substr(5) : "?",
                                  copy.superseded_by));
    }
    return fmt::format("{}", fmt::join(all, "; "));
}

TEST_CASE("articles that state a superseded value are stale copies") {
    struct Row {
        const char* name;
        std::vector<std::string> articles;
        const char* stale;
    };

    const Row rows[] = {
        {"nothing newer", {"03-01 12", "03-04 12"}, ""},
        {"an archive to put right",
         {"03-01 12", "03-04 15"},
         "a needs correction 12 for 15 since 03-04 by b"},
        {"a late copy",
         {"03-01 12", "03-04 15", "03-06 12"},
         "c still states 12 for 15 since 03-04 by b; a needs correction 12 for 15 since 03-04 by "
         "b"},
        {"two steps",
         {"03-01 12", "03-04 15", "03-06 19"},
         "a needs correction 12 for 19 since 03-06 by c; b needs correction 15 for 19 since 03-06 "
         "by c"},
        {"who had it first",
         {"03-01 12", "03-06 15", "03-04 15"},
         "a needs correction 12 for 15 since 03-04 by c"},
        {"a copy of the second step",
         {"03-01 12", "03-04 15", "03-06 19", "03-07 15"},
         "d still states 15 for 19 since 03-06 by c; a needs correction 12 for 19 since 03-06 by "
         "c; "
         "b needs correction 15 for 19 since 03-06 by c"},
        {"revised down", {"03-01 15", "03-04 12"}, "a needs correction 15 for 12 since 03-04 by b"},
        {"back to an older figure, told",
         {"03-01 12", "03-04 15", "03-06 r12"},
         "b needs correction 15 for 12 since 03-06 by c"},
        {"at least does not clash", {"03-01 ~12", "03-04 15"}, ""},
        {"a late copy of at least",
         {"03-01 ~12", "03-04 15", "03-06 12"},
         "c still states 12 for 15 since 03-04 by b"},
        {"one day, two figures", {"03-01 12", "03-01 15"}, ""},
        {"without a date",
         {"03-01 12", "03-04 15", "????? 12"},
         "a needs correction 12 for 15 since 03-04 by b; c undated 12 for 15 since 03-04 by b"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(stale_of(test::report_on(tolls(row.articles))) == row.stale);
        }
    }
}

TEST_CASE("values are sorted by day, and each side knows who had it first") {
    const Report report = test::report_on(tolls({"03-06 15", "03-01 12", "03-04 15"}));
    REQUIRE(report.findings.size() == 1);
    const Finding& finding = report.findings.front();
    std::string line;
    for (const TimedValue& value : finding.history) {
        line += fmt::format("{} {} {}; ", to_iso(value.day), finding.sides[value.side].value,
                            value.article);
    }
    CHECK(line == "2025-03-01 12 people b; 2025-03-04 15 people c; 2025-03-06 15 people a; ");
    for (const Side& side : finding.sides) {
        CHECK(side.first_article == (side.value == "12 people" ? "b" : "c"));
        REQUIRE(side.first_seen.has_value());
        CHECK(to_iso(*side.first_seen) ==
              (side.value == "12 people" ? "2025-03-01" : "2025-03-04"));
    }
}

TEST_CASE("the values of a fact over time stand in the order of their days") {
    struct Row {
        const char* name;
        std::vector<std::string> articles;
        const char* history;
    };

    const Row rows[] = {
        {"two days", {"03-01 12", "03-04 15"}, "03-01 12 a; 03-04 15 b"},
        {"read the other way round", {"03-04 15", "03-01 12"}, "03-01 12 b; 03-04 15 a"},
        {"three values",
         {"03-01 12", "03-04 15", "03-06 19"},
         "03-01 12 a; 03-04 15 b; 03-06 19 c"},
        {"the first of two with it",
         {"03-01 12", "03-06 15", "03-04 15"},
         "03-01 12 a; 03-04 15 c; 03-06 15 b"},
        {"two of one day with it",
         {"03-01 12", "03-04 15", "03-04 15"},
         "03-01 12 a; 03-04 15 b; 03-04 15 c"},
        {"an old value late",
         {"03-01 12", "03-04 15", "03-06 12"},
         "03-01 12 a; 03-04 15 b; 03-06 12 c"},
        {"revised down", {"03-01 15", "03-04 12"}, "03-01 15 a; 03-04 12 b"},
        {"told as revised",
         {"03-01 12", "03-04 15", "03-06 r12"},
         "03-01 12 a; 03-04 15 b; 03-06 12 c"},
        {"without a date", {"03-01 12", "03-04 15", "????? 12"}, "03-01 12 a; 03-04 15 b"},
        {"a month apart", {"02-28 12", "03-01 15"}, "02-28 12 a; 03-01 15 b"},
        {"four days",
         {"03-01 12", "03-02 14", "03-03 17", "03-04 18"},
         "03-01 12 a; 03-02 14 b; 03-03 17 c; 03-04 18 d"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const Report report = test::report_on(tolls(row.articles));
            const auto found =
                std::ranges::find(report.findings, Verdict::Update, &Finding::verdict);
            REQUIRE(found != report.findings.end());
            const Finding& finding = *found;
            std::vector<std::string> line;
            for (const TimedValue& value : finding.history) {
                const std::string& shown = finding.sides[value.side].value;
                line.push_back(fmt::format("{} {} {}", to_iso(value.day).substr(5),
                                           shown.substr(0, shown.find(' ')), value.article));
            }
            CHECK(fmt::format("{}", fmt::join(line, "; ")) == row.history);
        }
    }
}

TEST_CASE("an older figure that comes back is told as that, not as a revision") {
    const Report late = test::report_on(tolls({"03-01 12", "03-04 15", "03-06 12"}));
    REQUIRE(late.findings.size() == 1);
    CHECK(late.findings.front().update == UpdateReason::Grown);
    const Report fallen = test::report_on(tolls({"03-01 15", "03-04 12"}));
    REQUIRE(fallen.findings.size() == 1);
    CHECK(fallen.findings.front().update == UpdateReason::RevisedDown);
    CHECK(fallen.findings.front().trace.back().text ==
          "a running total revised down from 15 people to 12 people on 2025-03-04");
}

TEST_CASE("a report without updates has no stale copies, however often the pass runs") {
    Report report;
    add_histories(report);
    CHECK(report.stale.empty());
    report = test::report_on(tolls({"03-01 12", "03-04 15"}));
    const std::vector<StaleCopy> once = report.stale;
    add_histories(report);
    CHECK(report.stale == once);
}

}  // namespace
}  // namespace atodds
