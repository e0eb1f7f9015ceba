// Two short articles at a time, read by the shipped means: how many origins stand behind them, who
// competes for the credit, and whose words got firmer on the way.

#include "compare/credit_findings.hpp"
#include "compare/hardening.hpp"
#include "compare/side_origins.hpp"
#include "report/fact_text.hpp"
#include "support/origin_case.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace atodds {
namespace {

using test::OriginCase;

/// The origins of both sides of the only finding: "a, reuters / c".
std::string sides_of(OriginCase& made) {
    Origins& origins = made.read_origins();
    note_origins(made.report(), origins, made.reader());
    const std::vector<Side>& sides = made.report().findings.front().sides;
    return fmt::format("{} / {}", fmt::join(sides[0].origins, ", "),
                       fmt::join(sides[1].origins, ", "));
}

TEST_CASE("every side counts its independent origins") {
    struct Row {
        const char* name;
        const char* first;   ///< of the Post, states 14
        const char* second;  ///< of the Voice, states 14
        const char* third;   ///< of the Sheet, states 41
        const char* origins;
    };

    const Row rows[] = {
        {"nobody credits", "The fire killed 14.", "It killed 14.", "It killed 41.", "a, b / c"},
        {"one credit line on one side", "The fire killed 14. Source: Reuters",
         "It killed 14. Source: Reuters", "It killed 41.", "reuters / c"},
        {"one credit line on all sides", "The fire killed 14. Source: Reuters",
         "It killed 14. Source: Reuters", "It killed 41. Source: Reuters", "reuters / reuters"},
        {"two outlets", "The fire killed 14. Source: Reuters",
         "It killed 14. Source: Lenne Gazette", "It killed 41.", "gazette, reuters / c"},
        {"one of two credits", "The fire killed 14. Source: Reuters", "It killed 14.",
         "It killed 41.", "b, reuters / c"},
        {"a dateline", "TARN QUAY (Reuters) - The fire killed 14.",
         "TARN QUAY (Reuters) - It killed 14.", "It killed 41.", "reuters / c"},
        {"byline and tail", "By Reuters. The fire killed 14.", "It killed 14. Source: Reuters",
         "It killed 41.", "reuters / c"},
        {"a report in passing", "The fire killed 14. Reuters reported more wounded.",
         "It killed 14. Source: Reuters", "It killed 41.", "reuters / c"},
        {"a remark is no report", "The fire killed 14. Karl Poe told Reuters he was sorry.",
         "It killed 14. Source: Reuters", "It killed 41.", "a, reuters / c"},
        {"of its own and of another",
         "The fire killed 14, a clerk told this newspaper. Reuters reported more wounded.",
         "It killed 14. Source: Reuters", "It killed 41.", "a, reuters / c"},
        {"an article of the run is credited", "The fire killed 14.",
         "It killed 14. Source: The Post", "It killed 41.", "a / c"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            OriginCase made;
            made.article("a", "Post", "2025-03-03", row.first)
                .article("b", "Voice", "2025-03-03", row.second)
                .article("c", "Sheet", "2025-03-03", row.third);
            made.finding(Verdict::Disagree,
                         {{made.fact("a", "14"), made.fact("b", "14")}, {made.fact("c", "41")}});
            Origins& origins = made.read_origins();
            note_origins(made.report(), origins, made.reader());
            const std::vector<Side>& sides = made.report().findings.front().sides;
            CHECK(fmt::format("{} / {}", fmt::join(sides[0].origins, ", "),
                              fmt::join(sides[1].origins, ", ")) == row.origins);
        }
    }
}

TEST_CASE("one act credited to two outlets is a finding of its own") {
    struct Row {
        const char* name;
        const char* first;   ///< of the Post, states 14
        const char* second;  ///< of the Voice, states 14
        const char* found;   ///< "note: gazette, reuters", empty without a finding
    };

    const Row rows[] = {
        {"two tail lines", "The fire killed 14. Source: Reuters",
         "The fire killed 14. Source: Lenne Gazette", "note: gazette, reuters"},
        {"dateline and tail line", "TARN QUAY (Reuters) - The fire killed 14.",
         "The fire killed 14. Source: Lenne Gazette", "note: gazette, reuters"},
        {"byline and tail line", "By Reuters. The fire killed 14.",
         "The fire killed 14. Source: Lenne Gazette", "note: gazette, reuters"},
        {"published before", "The fire killed 14. Originally published by Reuters.",
         "The fire killed 14. Source: Lenne Gazette", "note: gazette, reuters"},
        {"both were first", "The fire killed 14. Reuters first reported it.",
         "The fire killed 14, as was first reported by the Lenne Gazette.",
         "warning: gazette, reuters"},
        {"both broke the story", "The fire killed 14. Reuters broke the story.",
         "The fire killed 14. The Lenne Gazette was the first to report it.",
         "warning: gazette, reuters"},
        {"one outlet", "The fire killed 14. Source: Reuters", "The fire killed 14. Source: Reuters",
         ""},
        {"one outlet, told in two ways", "TARN QUAY (Reuters) - The fire killed 14.",
         "The fire killed 14. Source: Reuters", ""},
        {"one without credit", "The fire killed 14. Source: Reuters", "The fire killed 14.", ""},
        {"credit in passing", "The fire killed 14. Source: Reuters",
         "The fire killed 14. The Lenne Gazette reported a strike.", ""},
        {"one credits both", "The fire killed 14. Source: Reuters",
         "The fire killed 14. Reuters reported it; the Lenne Gazette reported it too.", ""},
        {"remarks", "The fire killed 14. Karl Poe told Reuters so.",
         "The fire killed 14. Karl Poe told the Lenne Gazette so.", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            OriginCase made;
            made.article("a", "Post", "2025-03-03", row.first)
                .article("b", "Voice", "2025-03-03", row.second)
                .article("c", "Sheet", "2025-03-03", "The fire killed 41.");
            made.finding(Verdict::Disagree,
                         {{made.fact("a", "14"), made.fact("b", "14")}, {made.fact("c", "41")}});
            Origins& origins = made.read_origins();
            note_origins(made.report(), origins, made.reader());
            find_conflicting_credit(made.report(), origins, made.reader());
            std::string found;
            for (const Finding& finding : made.report().findings) {
                if (finding.kind == FindingKind::Credit) {
                    REQUIRE(finding.sides.size() == 2);
                    found += fmt::format("{}: {}, {}", name_of(finding.level),
                                         finding.sides[0].value, finding.sides[1].value);
                }
            }
            CHECK(found == row.found);
        }
    }
}

TEST_CASE("words that get firmer on the way from source to copy are a finding of their own") {
    struct Row {
        const char* name;
        const char* upstream;  ///< of the Tarn Quay Wire, the day before
        int upstream_rank;
        const char* copy;  ///< of the Voice
        int copy_rank;
        bool is_hardening;
    };

    constexpr int kUrged = 1;
    constexpr int kAsked = 2;
    constexpr int kOrdered = 4;
    const Row rows[] = {
        {"tail line", "asked", kAsked, "It was ordered shut. Source: Tarn Quay Wire", kOrdered,
         true},
        {"from urged", "urged", kUrged, "It was ordered shut. Source: Tarn Quay Wire", kOrdered,
         true},
        {"one step", "urged", kUrged, "It was asked to shut. Source: Tarn Quay Wire", kAsked, true},
        {"byline", "asked", kAsked, "By Tarn Quay Wire. It was ordered shut.", kOrdered, true},
        {"published before", "asked", kAsked,
         "It was ordered shut. Originally published by Tarn Quay Wire.", kOrdered, true},
        {"first reported", "asked", kAsked,
         "It was ordered shut, as was first reported by the Tarn Quay Wire.", kOrdered, true},
        {"softer", "ordered", kOrdered, "It was asked to shut. Source: Tarn Quay Wire", kAsked,
         false},
        {"no credit", "asked", kAsked, "It was ordered shut.", kOrdered, false},
        {"credit for another outlet", "asked", kAsked, "It was ordered shut. Source: Reuters",
         kOrdered, false},
        {"a remark made there", "asked", kAsked,
         "It was ordered shut. Karl Poe told the Tarn Quay Wire he was sorry.", kOrdered, false},
        {"the outlet is only spoken of", "asked", kAsked,
         "It was ordered shut. He once worked for the Tarn Quay Wire.", kOrdered, false},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const std::string upstream = fmt::format("The yard was {} to shut.", row.upstream);
            OriginCase made;
            made.article("a", "Tarn Quay Wire", "2025-03-03", upstream.c_str())
                .article("b", "Voice", "2025-03-04", row.copy);
            const char* const word = row.copy_rank == kOrdered ? "ordered" : "asked";
            made.finding(Verdict::Disagree, {{made.level("a", row.upstream, row.upstream_rank)},
                                             {made.level("b", word, row.copy_rank)}});
            Origins& origins = made.read_origins();
            note_origins(made.report(), origins, made.reader());
            find_hardening(made.report(), origins);
            CHECK((made.report().findings.front().kind == FindingKind::Hardening) ==
                  row.is_hardening);
        }
    }
}

TEST_CASE("reports of one outlet on different days are different origins") {
    struct Row {
        const char* name;
        const char* first;   ///< of the Post, 20 August 2025, states 14 from Reuters
        const char* second;  ///< of the Voice, the same day, states 41 from Reuters
        const char* origins;
    };

    const Row rows[] = {
        {"a day and an earlier month", "Reuters reported on 12 August that the fire killed 14.",
         "Reuters had reported in July that it killed 41.",
         "reuters@2025-08-12 / reuters@2025-07-01..2025-07-31"},
        {"two weekdays", "Reuters reported on Friday that the fire killed 14.",
         "Reuters reported on Tuesday that it killed 41.",
         "reuters@2025-08-15 / reuters@2025-08-19"},
        {"two days in a row", "Reuters reported on Monday that the fire killed 14.",
         "Reuters reported on Tuesday that it killed 41.", "reuters / reuters"},
        {"one day", "Reuters reported on Monday that the fire killed 14.",
         "Reuters reported on 18 August that it killed 41.", "reuters / reuters"},
        {"a day and its month", "Reuters reported on Monday that the fire killed 14.",
         "Reuters reported this month that it killed 41.", "reuters / reuters"},
        {"one without a day", "Reuters reported on Monday that the fire killed 14.",
         "Reuters reported that it killed 41.", "reuters / reuters"},
        {"the day of the fire", "The fire killed 14 on Monday, Reuters reported.",
         "It killed 41 on Tuesday, Reuters reported.", "reuters / reuters"},
        {"in a report on a day", "In a report on Friday, Reuters said the fire killed 14.",
         "In a report on Tuesday, Reuters said that 41 were killed.",
         "reuters@2025-08-15 / reuters@2025-08-19"},
        {"the day opens the sentence", "On Monday, Reuters reported that the fire killed 14.",
         "In July, Reuters reported that it killed 41.",
         "reuters@2025-08-18 / reuters@2025-07-01..2025-07-31"},
        {"reported by", "The fire killed 14, as was reported on 12 August by Reuters.",
         "It killed 41, as was reported on 2 July by Reuters.",
         "reuters@2025-08-12 / reuters@2025-07-02"},
        {"a possessive day", "Monday's Reuters report said the fire killed 14.",
         "Last week's Reuters report said it killed 41.",
         "reuters@2025-08-18 / reuters@2025-08-11..2025-08-17"},
        {"tail lines", "The fire killed 14. Source: Reuters, 12 August 2025",
         "It killed 41. Source: Reuters, 2 July 2025", "reuters@2025-08-12 / reuters@2025-07-02"},
        {"two outlets on two days", "Reuters reported on Monday that the fire killed 14.",
         "The Lenne Gazette reported on Tuesday that it killed 41.", "reuters / gazette"},
        {"two weeks", "Reuters reported last week that the fire killed 14.",
         "Reuters reported this week that it killed 41.",
         "reuters@2025-08-11..2025-08-17 / reuters@2025-08-18..2025-08-24"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            OriginCase made;
            made.article("a", "Post", "2025-08-20", row.first)
                .article("b", "Voice", "2025-08-20", row.second);
            const std::string outlet =
                std::string(row.second).starts_with("The Lenne") ? "gazette" : "reuters";
            made.finding(Verdict::Disagree,
                         {{made.fact("a", "14", {{"reuters", "reuters", {}, {}}})},
                          {made.fact("b", "41", {{outlet, outlet, {}, {}}})}});
            CHECK(sides_of(made) == row.origins);
        }
    }
}

TEST_CASE("two reports of one publisher are two origins") {
    struct Row {
        const char* name;
        const char* later;    ///< of the Lenne Gazette, 19 August 2025, states 41
        const char* other;    ///< of the Voice, 20 August 2025, states 14
        const char* origins;  ///< of the Gazette's first report (14) with the Voice / of the later
    };

    // The first report of the Lenne Gazette, of 12 August: "The fire killed 14."
    const Row rows[] = {
        {"nobody credits", "The fire killed 41.", "It killed 14.", "a, c / b"},
        {"a credit without a day means the last one", "The fire killed 41.",
         "It killed 14. Source: Lenne Gazette", "a, b / b"},
        {"a credit with the day of the first", "The fire killed 41.",
         "It killed 14. Source: Lenne Gazette, 12 August 2025", "a / b"},
        {"reported on that day", "The fire killed 41.",
         "The Lenne Gazette reported on 12 August that it killed 14.", "a / b"},
        {"reported the day after", "The fire killed 41.",
         "The Lenne Gazette reported on 13 August that it killed 14.", "a / b"},
        {"reported on another day", "The fire killed 41.",
         "The Lenne Gazette reported on 15 August that it killed 14.", "a, gazette / b"},
        {"reported before both", "The fire killed 41.",
         "The Lenne Gazette reported in July that it killed 14.", "a, gazette / b"},
        {"the later credits its own paper", "The fire killed 41, this newspaper has learned.",
         "It killed 14.", "a, c / b"},
        {"the later has it from a wire", "The fire killed 41. Source: Reuters", "It killed 14.",
         "a, c / reuters"},
        {"both from the wire", "The fire killed 41. Source: Reuters",
         "It killed 14. Source: Reuters", "a, reuters / reuters"},
        {"a remark made to the paper", "The fire killed 41.",
         "It killed 14. Karl Poe told the Lenne Gazette he was sorry.", "a, c / b"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            OriginCase made;
            made.article("a", "Lenne Gazette", "2025-08-12", "The fire killed 14.")
                .article("b", "Lenne Gazette", "2025-08-19", row.later)
                .article("c", "Voice", "2025-08-20", row.other);
            const bool is_reported = std::string(row.other).starts_with("The Lenne");
            const std::vector<SourceRef> sources =
                is_reported ? std::vector<SourceRef>{{"gazette", "lenne gazette", {}, {}}}
                            : std::vector<SourceRef>{};
            made.finding(Verdict::Disagree, {{made.fact("a", "14"), made.fact("c", "14", sources)},
                                             {made.fact("b", "41")}});
            CHECK(sides_of(made) == row.origins);
        }
    }
}

}  // namespace
}  // namespace atodds
