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

}  // namespace
}  // namespace atodds
