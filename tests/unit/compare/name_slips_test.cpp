#include "compare/name_slips.hpp"

#include "support/news_report.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

/// "Paul Rallin | Paul Rallins warning" for each finding on names.
std::string found(const std::string& left, const std::string& right) {
    const Report report = test::report_on(
        {{"a", "2025-03-05", "", left, "", ""}, {"b", "2025-03-05", "", right, "", ""}});
    std::string all;
    for (const Finding& finding : report.findings) {
        if (finding.rule == "open/name") {
            REQUIRE(finding.sides.size() == 2);
            all += finding.sides[0].value + " | " + finding.sides[1].value;
            all += finding.level == Level::Note ? " note" : " warning";
        }
    }
    return all;
}

}  // namespace

TEST_CASE("two names of one person are told, and two persons are not") {
    struct Row {
        const char* name;
        const char* left;
        const char* right;
        const char* found;
    };

    const Row rows[] = {
        {"a letter more", "Nine pieces of the mast were found, said Paul Rallin, a diver.",
         "Nine pieces of the mast were found on Friday, said Paul Rallins.",
         "Paul Rallin | Paul Rallins warning"},
        {"another letter", "Jana Wetzler sued the port over the spilled oil.",
         "Jana Welzler sued the port of Velm over spilled oil.",
         "Jana Welzler | Jana Wetzler warning"},
        {"another first name", "Robert Tellagrin's Marl party ranks third at 14.7% of the vote.",
         "The Marl party, led by Peter Tellagrin, was third with 14.7% of the vote.",
         "Peter Tellagrin | Robert Tellagrin warning"},
        {"another spelling of one sound", "Karolos Vellias sued the port over the spilled oil.",
         "Carolos Vellias sued the port of Velm over spilled oil.",
         "Carolos Vellias | Karolos Vellias note"},
        {"nothing told alike", "Paul Rallin painted the harbour blue.",
         "A crane fell on the museum, said Paul Rallins.", ""},
        {"both in one article",
         "Nine pieces of the mast were found, said Paul Rallin. His cousin Paul Rallins agreed.",
         "Nine pieces of the mast were found on Friday, said Paul Rallins.", ""},
        {"a short form", "Jon Wetzler sued the port over the spilled oil.",
         "Jonathan Wetzler sued the port over the spilled oil.", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.left);
            CHECK(found(row.left, row.right) == row.found);
        }
    }
}

}  // namespace atodds
