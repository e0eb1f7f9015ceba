// What a report, where nobody put the articles side by side, tells of roles: the days of the
// articles decide whether two results are of one match and two holders of one time.

#include "compare/contest_comparator.hpp"

#include "compare/role_comparator.hpp"
#include "support/news_report.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace atodds {
namespace {

/// "open/contest warning", of the first disagreement; empty where there is none.
std::string disagreement(const std::string& left_day, const std::string& left,
                         const std::string& right_day, const std::string& right) {
    const Report report = test::report_on(
        {{"left", left_day, "", left, "", ""}, {"right", right_day, "", right, "", ""}});
    constexpr const char* kLevels[] = {" error", " warning", " note"};
    for (const Finding& finding : report.findings) {
        if (finding.verdict == Verdict::Disagree) {
            return finding.rule + kLevels[static_cast<int>(finding.level)];
        }
    }
    return "";
}

const std::string kWon = "On Friday Velmark Rovers beat Ostrow Town 3-1.";
const std::string kLost = "On Friday Velmark Rovers lost to Ostrow Town 3-1.";

TEST_CASE("one score told for both sides in one week is an error") {
    CHECK(disagreement("2025-03-08", kWon, "2025-03-09", kLost) == "open/contest error");
}

TEST_CASE("another winner or another score is a warning") {
    CHECK(disagreement("2025-03-08", kWon, "2025-03-08",
                       "On Friday Ostrow Town beat Velmark Rovers.") == "open/contest warning");
    CHECK(disagreement("2025-03-08", kWon, "2025-03-08",
                       "On Friday Velmark Rovers beat Ostrow Town 3-2.") == "open/contest warning");
}

TEST_CASE("weeks apart the sides have met again") {
    CHECK(disagreement("2025-03-08", "Velmark Rovers beat Ostrow Town 3-1.", "2025-04-19",
                       "Velmark Rovers lost to Ostrow Town 3-1.") == "");
}

TEST_CASE("an article that tells of both matches is at odds with neither") {
    CHECK(disagreement("2025-03-08",
                       "Velmark Rovers beat Ostrow Town 3-1. In the first leg Ostrow Town beat "
                       "Velmark Rovers 1-0.",
                       "2025-03-08",
                       "Ostrow Town beat Velmark Rovers 1-0 in the first leg.") == "");
}

TEST_CASE("two holders of one office clash in one week and follow each other later") {
    const std::string rell = "Ada Rell, the mayor of Ketterby, opened the bridge.";
    const std::string lund = "Greta Lund, the mayor of Ketterby, closed the harbour.";
    CHECK(disagreement("2025-03-08", rell, "2025-03-10", lund) == "open/office warning");
    CHECK(disagreement("2025-03-08", rell, "2025-09-10", lund) == "");
    CHECK(disagreement("2025-03-08", rell, "2025-03-10",
                       "In 2011 Greta Lund, the mayor of Ketterby, closed the harbour.") == "");
}

TEST_CASE("buyers of one thing meet by the thing alone") {
    CHECK(disagreement("2025-03-08", "On Friday Hartco bought Tallow Mills.", "2025-03-08",
                       "On Friday Veldon bought Tallow Mills.") == "open/role warning");
    CHECK(disagreement("2025-03-08", "On Friday Hartco plans to buy Tallow Mills.", "2025-03-08",
                       "On Friday Veldon bought Tallow Mills.") == "");
}

}  // namespace
}  // namespace atodds
