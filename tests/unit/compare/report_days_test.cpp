#include "compare/report_days.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

namespace atodds {
namespace {

/// "2025-08-12" or "2025-07-01..2025-07-31" with the last day in.
DayInterval days(const std::string& text) {
    const std::size_t dots = text.find("..");
    if (text.empty()) {
        return {};
    }
    const auto from = parse_iso_day(text.substr(0, dots));
    const auto last = dots == std::string::npos ? from : parse_iso_day(text.substr(dots + 2));
    return {from, *last + std::chrono::days{1}};
}

TEST_CASE("reports of one outlet are told apart by days that cannot be one") {
    struct Row {
        const char* name;
        std::vector<const char*> credited;  ///< days of credits, the first is asked for
        const char* part;                   ///< the report it is of; empty where there is one only
    };

    const Row rows[] = {
        {"one credit", {"2025-08-12"}, ""},
        {"one day twice", {"2025-08-12", "2025-08-12"}, ""},
        {"two days", {"2025-08-12", "2025-08-19"}, "2025-08-12"},
        {"the later of two days", {"2025-08-19", "2025-08-12"}, "2025-08-19"},
        {"a day in a month", {"2025-08-12", "2025-08-01..2025-08-31"}, ""},
        {"a day after a month", {"2025-08-12", "2025-07-01..2025-07-31"}, "2025-08-12"},
        {"days in a row", {"2025-08-12", "2025-08-13"}, ""},
        {"three days in a row", {"2025-08-12", "2025-08-13", "2025-08-14"}, ""},
        {"a day between", {"2025-08-12", "2025-08-14"}, "2025-08-12"},
        {"weeks in a row",
         {"2025-08-11..2025-08-17", "2025-08-18..2025-08-24"},
         "2025-08-11..2025-08-17"},
        {"unknown among two is the last", {"", "2025-08-12", "2025-07-02"}, "2025-08-12"},
        {"unknown beside one", {"", "2025-08-12"}, ""},
        {"three reports", {"2025-07-02", "2025-08-12", "2025-06-01..2025-06-30"}, "2025-07-02"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            ReportDays reports;
            for (const char* each : row.credited) {
                reports.add("ft", days(each));
            }
            reports.add("other", days("2001-01-01"));
            reports.settle();
            const DayInterval part = reports.part_of("ft", days(row.credited.front()));
            CHECK((part.is_unbounded() ? "" : to_text(part)) == row.part);
        }
    }
}

TEST_CASE("the id of a report names its day only where it is known") {
    CHECK(report_id("ft", {}) == "ft");
    CHECK(report_id("ft", days("2025-08-12")) == "ft@2025-08-12");
    CHECK(report_id("ft", days("2025-07-01..2025-07-31")) == "ft@2025-07-01..2025-07-31");
}

}  // namespace
}  // namespace atodds
