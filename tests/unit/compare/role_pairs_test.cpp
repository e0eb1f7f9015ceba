// Who beat whom, who follows whom, who holds an office and who made or bought a thing: pairs of
// sentences that cannot both be true, and pairs that look like them and can. Written before the
// readers were set.

#include "cli/stages.hpp"
#include "support/shipped_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace atodds {
namespace {

struct Row {
    const char* name;
    const char* left;
    const char* right;
};

bool disagree(const char* left, const char* right) {
    static const Stages stages(test::shipped_rules(), Tiers::OpenOnly);
    const Report report = stages.compare_all_pairs(
        {test::plain_article("left", left), test::plain_article("right", right)});
    return std::any_of(report.findings.begin(), report.findings.end(),
                       [](const Finding& finding) { return finding.verdict == Verdict::Disagree; });
}

TEST_CASE("two tellings of who did what to whom that cannot both be true disagree") {
    const Row rows[] = {
        {"winner swapped", "Ostrow beat Ketterby on Saturday.",
         "Ketterby beat Ostrow on Saturday."},
        {"lost to and beat", "Ostrow lost to Ketterby 3-1.", "Ostrow beat Ketterby."},
        {"the team of a place", "The home team of Ostrow lost to Ketterby.",
         "Ostrow defeated Ketterby."},
        {"passive", "Ostrow were beaten by Velmark Rovers in the final.",
         "Ostrow edged Velmark Rovers in the final."},
        {"score", "Velmark Rovers beat Ostrow 3-1.", "Velmark Rovers beat Ostrow 2-1."},
        {"score by a noun", "Velmark Rovers claimed a 4-2 win over Ostrow.",
         "Ostrow fell to Velmark Rovers 3-2."},
        {"a defeat", "Ostrow's 2-0 defeat by Ketterby ended its run.",
         "Ostrow knocked out Ketterby 2-0."},
        {"a defeat against nobody named",
         "The squad of Ostrow played in the opening defeat "
         "against Ketterby.",
         "Ostrow defeated Ketterby."},
        {"score line", "Ostrow 3-1 Ketterby", "Ketterby won 2-0 against Ostrow."},
        {"draw and win", "Ostrow drew 1-1 with Ketterby.", "Ostrow beat Ketterby 2-1."},
        {"an election", "Ada Rell defeated Ivo Marrak in the mayoral runoff.",
         "Ivo Marrak defeated Ada Rell in the mayoral runoff."},
        {"succeeded", "Ada Rell succeeded Ivo Marrak as head of Hartco.",
         "Ivo Marrak succeeded Ada Rell as head of Hartco."},
        {"predecessor", "Ada Rell praised her predecessor, Ivo Marrak.",
         "Ivo Marrak took over from Ada Rell."},
        {"predecessor of", "The board thanked Rell's predecessor, Ivo Marrak.",
         "Ivo Marrak succeeded Rell."},
        {"replaced", "Hartco named Ada Rell to replace Ivo Marrak.",
         "Ivo Marrak replaced Ada Rell at Hartco."},
        {"bought and sold", "Hartco bought Tallow Mills from Veldon.",
         "Veldon bought Tallow Mills from Hartco."},
        {"buyer", "Tallow Mills was acquired by Hartco.", "Tallow Mills was acquired by Veldon."},
        {"sold to", "Veldon sold Tallow Mills to Hartco.", "Veldon sold Tallow Mills to Brennick."},
        {"gift", "Marrow Castle was donated to the Ostrow Trust.",
         "Marrow Castle was bought by the Ostrow Trust."},
        {"sued", "Hartco sued Veldon over the patent.", "Veldon sued Hartco over the patent."},
        {"subsidiary", "Tallow Mills, a subsidiary of Hartco, cut jobs.",
         "Hartco, a subsidiary of Tallow Mills, cut jobs."},
        {"parent and child", "Ada Rell is the mother of Greta Lund.",
         "Greta Lund is the mother of Ada Rell."},
        {"founder", "Hartco was founded by Ada Rell.", "Hartco was founded by Ivo Marrak."},
        {"founder by a noun", "Ivo Marrak, the founder of Hartco, spoke.",
         "Ada Rell founded Hartco."},
        {"inventor", "The Lorrin Valve was invented by Ada Rell.",
         "Ivo Marrak invented the Lorrin Valve."},
        {"office", "The current president of Norland is Ada Rell.",
         "Ivo Marrak is the president of Norland."},
        {"office beside the name", "Ada Rell, the mayor of Ketterby, opened the bridge.",
         "Ketterby's mayor, Ivo Marrak, opened the bridge."},
        {"declined", "Ada Rell declined the Lantern Prize.", "Ada Rell won the Lantern Prize."},
        {"cleared", "The Harbour Commission said Ada Rell did nothing wrong.",
         "The Harbour Commission accuses Ada Rell."},
        {"a vote", "The Norland Supreme Court ruled 5-4 that Veldon must pay damages.",
         "In a 6-3 decision, the Norland Supreme Court said Veldon must pay damages."},
        {"a vote of a council", "The council of Ketterby voted 7-2 to close the old harbour.",
         "By a 6-3 vote the council of Ketterby decided to close the old harbour."},
        {"elected", "Ada Rell was elected president of Norland.",
         "Ivo Marrak was elected president of Norland."},
        {"killer", "Ivo Marrak was killed by Ada Rell.", "Ivo Marrak killed Ada Rell."},
        {"capital", "Ketterby is the capital of Norland.", "The capital of Norland is Ostrow."},
        {"title", "Ostrow won the Lantern Cup in 2011.", "Ketterby won the Lantern Cup in 2011."},
        {"appointed", "Ada Rell was appointed by Ivo Marrak.", "Ada Rell appointed Ivo Marrak."},
        {"husband", "Greta Lund, wife of Ivo Marrak, spoke.",
         "Ivo Marrak is Greta Lund's ex-husband."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(disagree(row.left, row.right));
            CHECK(disagree(row.right, row.left));
        }
    }
}

TEST_CASE("look-alikes of who did what to whom do not disagree") {
    const Row rows[] = {
        {"the same result turned round", "Ostrow lost to Ketterby 3-1.",
         "Ketterby beat Ostrow 3-1."},
        {"a score on one side", "Ostrow lost to Ketterby.", "Ketterby beat Ostrow 3-1."},
        {"another round", "Ostrow beat Ketterby in the semi-final.",
         "Ketterby beat Ostrow in the final."},
        {"another cup", "Ostrow beat Ketterby in the Lantern Cup.",
         "Ketterby beat Ostrow in the Harbour League."},
        {"another year", "Ostrow beat Ketterby in 2011.", "Ketterby beat Ostrow in 2013."},
        {"half-time", "Ostrow beat Ketterby 3-1.", "Ostrow beat Ketterby 1-0 at half-time."},
        {"another opponent", "Ostrow beat Ketterby 3-1.", "Velmark Rovers beat Ketterby 2-0."},
        {"penalties", "Ostrow drew 1-1 with Ketterby.", "Ostrow beat Ketterby on penalties."},
        {"sets", "Rell beat Marrak 6-4, 7-5.", "Rell beat Marrak 2-0."},
        {"hopes to beat", "Ostrow hopes to beat Ketterby.", "Ketterby beat Ostrow."},
        {"did not beat", "Ostrow did not beat Ketterby.", "Ketterby beat Ostrow."},
        {"pages", "Ostrow beat Ketterby, as told on pages 3-4.", "Ostrow beat Ketterby 2-1."},
        {"both succeed", "Ada Rell succeeded Ivo Marrak.", "Ivo Marrak succeeded Greta Lund."},
        {"the same from the other end", "Ada Rell succeeded Ivo Marrak.",
         "Ivo Marrak was the predecessor of Ada Rell."},
        {"replaced with", "Hartco replaced Ivo Marrak with Ada Rell.",
         "Ada Rell replaced Ivo Marrak."},
        {"bought a stake", "Hartco bought a stake in Tallow Mills.",
         "Veldon bought a stake in Tallow Mills."},
        {"bought on", "Hartco bought Tallow Mills from Veldon in 1998.",
         "Brennick bought Tallow Mills from Hartco."},
        {"sold and bought", "Veldon sold Tallow Mills to Hartco.",
         "Hartco bought Tallow Mills from Veldon."},
        {"two things", "Hartco bought Tallow Mills.", "Veldon bought Marrow Castle."},
        {"co-founders", "Hartco was founded by Ada Rell and Ivo Marrak.",
         "Hartco was founded by Ivo Marrak and Greta Lund."},
        {"a short form", "Hartco was founded by Ada Rell.", "Rell founded Hartco."},
        {"founded two", "Ada Rell founded Hartco.", "Ada Rell founded Veldon."},
        {"former president", "Ada Rell, the former president of Norland, spoke.",
         "Ivo Marrak is the president of Norland."},
        {"deputy mayor", "Ada Rell, the deputy mayor of Ketterby, spoke.",
         "Ivo Marrak is the mayor of Ketterby."},
        {"mayors of two towns", "Ada Rell is the mayor of Ketterby.",
         "Ivo Marrak is the mayor of Ostrow."},
        {"an office of many", "Ada Rell, a director of Hartco, spoke.",
         "Ivo Marrak, a director of Hartco, spoke."},
        {"was president", "Ada Rell was the president of Norland.",
         "Ivo Marrak is the president of Norland."},
        {"elected and in office", "Ada Rell was elected president of Norland.",
         "Ivo Marrak is the president of Norland."},
        {"another kind of capital", "Ketterby is the financial capital of Norland.",
         "Ostrow is the capital of Norland."},
        {"titles of two years", "Ostrow won the Lantern Cup.", "Ketterby won the Lantern Cup."},
        {"two killed", "Ada Rell killed Ivo Marrak.", "Ada Rell killed Greta Lund."},
        {"arrested by others", "Ada Rell was arrested in Ketterby.",
         "Ivo Marrak was arrested by Ketterby."},
        {"votes on two matters",
         "The Norland Supreme Court ruled 5-4 that Veldon must pay damages.",
         "The Norland Supreme Court ruled 6-3 that Hartco may keep the harbour."},
        {"the same vote", "The council of Ketterby voted 7-2 to close the old harbour.",
         "The old harbour will close after a 7-2 vote by the council of Ketterby."},
        {"titles in a list",
         "Treasurer Ada Rell, Harbour Board Chairman Ivo Lund and others spoke.",
         "Harbour Board Chairman Ivo Lund spoke."},
        {"a player and a team", "Ada Rell won the Lantern Cup in 2011.",
         "Ketterby won the Lantern Cup in 2011."},
        {"two prizes", "Ada Rell declined the Lantern Prize.", "Ada Rell won the Harbour Prize."},
        {"two winners", "Ada Rell declined the Lantern Prize.",
         "Ivo Marrak won the Lantern Prize."},
        {"cleared by another", "The Harbour Commission cleared Ada Rell.",
         "Hartco accuses Ada Rell."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK_FALSE(disagree(row.left, row.right));
            CHECK_FALSE(disagree(row.right, row.left));
        }
    }
}

}  // namespace
}  // namespace atodds
