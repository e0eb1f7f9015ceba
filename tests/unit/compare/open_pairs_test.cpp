// What two sentences are to each other where the words around a value decide: the time it is told
// for, the noun it counts, the thing a date names, the end a rank counts from.

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

/// True where the open tier holds that the two texts disagree.
bool disagree(const Row& row) {
    static const Stages stages(test::shipped_rules(), Tiers::OpenOnly);
    const Report report = stages.compare_all_pairs(
        {test::plain_article("left", row.left), test::plain_article("right", row.right)});
    return std::any_of(report.findings.begin(), report.findings.end(),
                       [](const Finding& finding) { return finding.verdict == Verdict::Disagree; });
}

TEST_CASE("figures told for one time disagree, however the time is put") {
    const Row rows[] = {
        {"as of and by", "As of 4 May 2021 the clinic in Ketterby had treated 340 patients.",
         "By 4 May 2021 the clinic in Ketterby had treated more than 360 patients."},
        {"past perfect before a stated day",
         "As of 4 May 2021, there were 78 blackouts in Ketterby.",
         "More than 90 blackouts had been counted in Ketterby by 4 May 2021."},
        {"without a year", "As of 4 May the clinic in Ketterby had treated 340 patients.",
         "By May 4 the clinic in Ketterby had treated fewer than 300 patients."},
        {"a count that would have fallen",
         "As of 2 May 2021 the Ketterby guide had sold 340 copies.",
         "By 9 May 2021 the Ketterby guide had sold fewer than 300 copies."},
        {"another date in the sentence",
         "As of 4 May 2021, the two clubs of Ketterby have played 61 games since 1908.",
         "As of 4 May 2021, the two clubs of Ketterby have played fewer than 55 games."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(disagree(row));
        }
    }
}

TEST_CASE("figures told for two times do not disagree") {
    const Row rows[] = {
        {"a day later", "As of 4 May 2021 the clinic in Ketterby had treated 340 patients.",
         "By 5 May 2021 the clinic in Ketterby had treated more than 360 patients."},
        {"before that day, without a year",
         "As of 4 May the clinic in Ketterby had treated 340 patients.",
         "The clinic in Ketterby had treated fewer than 300 patients before May 4."},
        {"a census each", "As of the 1990 census the town of Ketterby had 8,400 residents.",
         "As of the 2000 census the town of Ketterby had more than 9,900 residents."},
        {"a day and a clock time", "As of 9 am, 4 May, after 340 tests, Ketterby had 12 cases.",
         "After May 4, Ketterby had performed more than 360 tests."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK_FALSE(disagree(row));
        }
    }
}

TEST_CASE("days of which one has no year are held against each other") {
    const Row clashes[] = {
        {"before the day", "The Marlin was launched on 9 February 2013.",
         "The Marlin was launched before February 9."},
        {"after the day", "Ada Rell was born on 3 May 1998.", "Ada Rell was born after May 8."},
    };
    for (const Row& row : clashes) {
        SUBCASE(row.name) {
            CHECK(disagree(row));
        }
    }
    const Row agreeing[] = {
        {"before a later day", "The Marlin was launched on 9 February 2013.",
         "The Marlin was launched before February 16."},
        {"after an earlier day", "Ada Rell was born on 3 May 1998.",
         "Ada Rell was born after April."},
        {"a year says nothing of the day", "The Marlin was launched in 2013.",
         "The Marlin was launched before February 9."},
    };
    for (const Row& row : agreeing) {
        SUBCASE(row.name) {
            CHECK_FALSE(disagree(row));
        }
    }
}

TEST_CASE("a date that names a thing is no date of the event") {
    const Row rows[] = {
        {"after the scandal", "Rell left Ketterby after the 2004 ferry scandal.",
         "The ferry scandal of Ketterby happened in 2004."},
        {"a release", "The 2011 museum edition sold 3,000 copies in Ketterby.",
         "The museum sold copies in Ketterby after September 2017."},
        {"the middle of a century",
         "The port of Ketterby is to be full by the middle of the 22nd "
         "century.",
         "The port of Ketterby is to be full in 2150."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK_FALSE(disagree(row));
        }
    }
    CHECK(disagree({"", "The Ketterby council was dissolved during the 1974 strike.",
                    "The Ketterby council was dissolved in 1975."}));
}

TEST_CASE("numbers are held against numbers of the same noun") {
    const Row clashes[] = {
        {"behind modifiers", "There were 348 officially confirmed virus cases in Ketterby.",
         "Ketterby had fewer than 300 cases."},
        {"of which", "There were 90 cases in Ketterby, of which 12 were in Velm.",
         "There were more than 20 cases in Velm, Ketterby."},
        {"out of", "Power failed in 12 out of 15 districts of Ketterby.",
         "Power failed in fewer than 8 districts of Ketterby."},
        {"a noun and its modifier", "The Ketterby League has 21 member towns.",
         "The Ketterby League has 18 members."},
        {"an act as subject", "Raising the Marlin will cost 23 million dollars.",
         "Raising the Marlin will cost 52 million dollars, and the port of Ketterby will pay."},
        {"degrees", "Temperatures in Ketterby fell to minus 14 degrees.",
         "Temperatures in Ketterby fell to minus 16."},
        {"two ends", "The Marlin was ranked the fifth best ferry of 2016.",
         "The Marlin was ranked the fifth worst ferry of 2016."},
        {"best and worst", "The Marlin became one of the best-selling songs of all time.",
         "The Marlin was one of the worst-selling songs of all time."},
        {"a rank", "Tides is her second studio album, by Ada Rell.",
         "Tides is the first studio album by Ada Rell."},
    };
    for (const Row& row : clashes) {
        SUBCASE(row.name) {
            CHECK(disagree(row));
        }
    }
}

TEST_CASE("numbers of two kinds do not disagree") {
    const Row rows[] = {
        {"an addition", "Eight new cases were found in Ketterby on 4 May 2021.",
         "Ketterby had 62 cases on 4 May 2021."},
        {"a record that was broken", "Rell broke the Ketterby record of 1,408 points.",
         "Rell leads Ketterby with 1,409 points."},
        {"a mark that was passed", "Sales of the Marlin topped 2 million copies.",
         "The Marlin sold 2.3 million copies."},
        {"two leagues", "Rell is the sixth Ketterby League coach dismissed this season.",
         "Rell is the fourth Ostrow Conference coach dismissed this season."},
        {"a price and the worth of an order", "The chip costs $12,000 in Ketterby.",
         "The order of chips in Ketterby costs $3.6 billion."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK_FALSE(disagree(row));
        }
    }
}

TEST_CASE("claims are read with their voice and their negation") {
    const Row clashes[] = {
        {"no such thing", "There is no trade gap between Ketterby and Ostrow.",
         "There is a trade gap between Ketterby and Ostrow."},
        {"active and passive", "The council of Ketterby passed the tunnel plan.",
         "The tunnel plan was rejected by the council of Ketterby."},
        {"who beat whom", "Ketterby lost to Ostrow.", "Ketterby beat Ostrow."},
        {"stopped", "Ketterby Foods has stopped selling the blue lamp.",
         "Ketterby Foods sells the blue lamp."},
    };
    for (const Row& row : clashes) {
        SUBCASE(row.name) {
            CHECK(disagree(row));
        }
    }
    const Row agreeing[] = {
        {"lost and was beaten", "Ketterby lost to Ostrow.", "Ketterby was beaten by Ostrow."},
        {"a title with a negation", "On 3 May, No Way Home led the charts of Ketterby.",
         "No Way Home led the charts of Ketterby in May."},
        {"no longer, twice", "Ketterby Foods will stop selling the blue lamp.",
         "Ketterby Foods will not sell the blue lamp any longer."},
    };
    for (const Row& row : agreeing) {
        SUBCASE(row.name) {
            CHECK_FALSE(disagree(row));
        }
    }
}

TEST_CASE("phrasal verbs and pronouns do not hide that a matter is the same") {
    const Row rows[] = {
        {"came out", "Her album Tides was released on 8 July 1996.",
         "Her album Tides came out on 22 July 1996."},
        {"took place", "The draw in Ketterby will be held on 6 March 2018.",
         "The draw in Ketterby will take place on 6 April 2018."},
        {"a pronoun", "It was established on 9 May 1987 after the Ketterby strike.",
         "The Ostrow Union was established in 1986 after the strike."},
        {"a middle name", "Ada Maria Rell was born in May 1917.",
         "Ada Rell was born in June 1918."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(disagree(row));
        }
    }
}

}  // namespace
}  // namespace atodds
