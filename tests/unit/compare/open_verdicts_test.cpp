// What two sentences are to each other where no rule knows them: a table of the phenomena that
// checkers meet, each with look-alikes that are compatible.

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

/// Rule of the first finding that says the two texts disagree; empty where none does.
std::string disagreement(const char* left, const char* right) {
    static const Stages stages(test::shipped_rules(), Tiers::OpenOnly);
    const Report report = stages.compare_all_pairs(
        {test::plain_article("left", left), test::plain_article("right", right)});
    const auto found =
        std::find_if(report.findings.begin(), report.findings.end(),
                     [](const Finding& finding) { return finding.verdict == Verdict::Disagree; });
    return found == report.findings.end() ? "" : found->rule;
}

TEST_CASE("amounts of one thing that cannot both hold disagree") {
    const Row rows[] = {
        {"counts", "The fire in Ketterby killed 14 people.",
         "The fire in Ketterby killed 41 people."},
        {"two bounds", "More than 300 guests attended the wedding in Ketterby.",
         "Fewer than 200 guests attended the wedding in Ketterby."},
        {"bound and count", "Over 60 houses in Ketterby were flooded.",
         "52 houses in Ketterby were flooded."},
        {"money", "The Ketterby bridge cost $14 million.", "The Ketterby bridge cost $41 million."},
        {"percent", "Turnout in Ketterby was 61 percent.", "Turnout in Ketterby was 47 percent."},
        {"length of time", "Rell was sentenced to 12 years in prison.",
         "Rell was sentenced to 15 years in prison."},
        {"rank", "Ketterby finished third in the league.",
         "Ketterby finished fifth in the league."},
        {"words for numbers", "Two buses collided in Ketterby.",
         "Five buses collided in Ketterby."},
        {"units", "The tunnel in Ketterby is 12 km long.",
         "The tunnel in Ketterby is 12 miles long."},
        {"before and after", "The crew of the Marlin sent a call ten minutes before the collision.",
         "The crew of the Marlin sent a call ten minutes after the collision."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(disagreement(row.left, row.right) != "");
        }
    }
}

TEST_CASE("amounts that can both hold do not disagree") {
    const Row rows[] = {
        {"same count", "The fire in Ketterby killed 14 people.",
         "In Ketterby 14 people died in the fire."},
        {"rounding", "The Ketterby bridge cost $3.6 billion.",
         "The Ketterby bridge cost $3.58 billion."},
        {"about", "About 200 guests attended the wedding in Ketterby.",
         "196 guests attended the wedding in Ketterby."},
        {"bound holds the count", "More than 50 houses in Ketterby were flooded.",
         "52 houses in Ketterby were flooded."},
        {"range holds the count", "Between 40 and 60 houses in Ketterby were flooded.",
         "52 houses in Ketterby were flooded."},
        {"unit", "The tunnel in Ketterby is 12 km long.",
         "The tunnel in Ketterby is 7.5 miles long."},
        {"another thing", "The fire in Ketterby killed 14 people.", "Ketterby has 9 schools."},
        {"other times", "As of 3 May there were 14 cases in Ketterby.",
         "As of 9 May there were 31 cases in Ketterby."},
        {"two denials", "Hartco Rail did not cut 300 jobs in Ketterby.",
         "Hartco Rail did not cut 450 jobs in Ketterby."},
        {"a number of nothing", "Hartco Rail placed an order for 300 cars in Ketterby.",
         "Hartco Rail is placing billions in Ketterby under pressure."},
        {"periods", "Hartco Rail reported second-quarter earnings for Ketterby.",
         "Hartco Rail reported third-quarter earnings for Ketterby."},
        {"since", "Rell is the first woman to lead Ketterby since 1979.",
         "Rell is the second woman to lead Ketterby."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(disagreement(row.left, row.right) == "");
        }
    }
}

TEST_CASE("dates of one event that exclude each other disagree") {
    const Row rows[] = {
        {"days", "The Marlin was launched on 3 May 2011.",
         "The Marlin was launched on 4 May 2011."},
        {"years", "The Marlin was built in 1989.", "The Marlin was built in 1998."},
        {"a day and a month", "The Marlin was launched on 3 May 2011.",
         "The Marlin was launched in June 2011."},
        {"strictly after", "Ada Rell was born on 5 May 1970.", "Ada Rell was born after 1970."},
        {"before", "The Marlin was launched on 3 May 2011.",
         "The Marlin was launched before 2010."},
        {"no year on one side", "The Marlin was launched on 3 May 2011.",
         "The Marlin was launched on 9 May."},
        {"only a month", "The Marlin was launched on 3 May 2011.",
         "The Marlin was launched in July."},
        {"starts", "The museum has been open since May 1999.",
         "The museum has been open since September 1999."},
        {"a life in parentheses", "Ada Rell (3 May 1917 - 11 June 2006) was a painter.",
         "Ada Rell was born on 4 May 1917."},
        {"a period of the wrong year", "Hartco Rail's first quarter ended on 27 April 2031.",
         "Hartco Rail's first quarter ended on 27 April 2032."},
        {"one telling", "Ada Rell announced the mill in Ketterby on 3 May 2031.",
         "Ada Rell announced the mill in Ketterby on 5 May 2031."},
        {"a year before its noun", "Saltmarsh is a 2012 film.", "Saltmarsh is a 2015 film."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(disagreement(row.left, row.right) == "open/date");
        }
    }
}

TEST_CASE("dates that can both hold do not disagree") {
    const Row rows[] = {
        {"day in month", "The Marlin was launched on 3 May 2011.",
         "The Marlin was launched in May 2011."},
        {"day in year", "The Marlin was launched on 3 May 2011.",
         "The Marlin was launched in 2011."},
        {"same day without its year", "The Marlin was launched on 3 May 2011.",
         "The Marlin was launched on 3 May."},
        {"after holds", "The Marlin was launched on 3 May 2011.",
         "The Marlin was launched after 2009."},
        {"by holds", "The Marlin was launched on 3 May 2011.", "The Marlin was launched by 2011."},
        {"birth and death", "Ada Rell was born on 3 May 1917.", "Ada Rell died on 11 June 2006."},
        {"start within year", "The museum has been open since May 1999.",
         "The museum has been open since 1999."},
        {"another event", "The Marlin was launched on 3 May 2011.",
         "The Marlin sank on 9 May 2019."},
        {"the same words", "The mayor of Ketterby resigned yesterday.",
         "The mayor of Ketterby resigned yesterday."},
        {"what is told anew", "Ada Rell said on 3 May 2031 that Ketterby would build a mill.",
         "Ada Rell said on 9 August 2031 that the mill in Ketterby would be late."},
        {"a thing and an act", "The council lifted an April ban on swimming in Ketterby.",
         "Last month the council lifted the ban on swimming in Ketterby."},
        {"acts of two words", "Ada Rell joined the council of Ketterby last year.",
         "Ada Rell wrote to the council of Ketterby earlier this month."},
        {"counted from another event", "Ada Rell met the council of Ketterby on Wednesday.",
         "Ada Rell met the council of Ketterby, and within two days the bridge was open."},
        {"ends of two periods", "The quarter of Hartco Rail ended on 27 July.",
         "The fiscal year of Hartco Rail ended on 26 January."},
        {"a life that holds", "Ada Rell (3 May 1917 - 11 June 2006) was a painter.",
         "Ada Rell died in 2006."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(disagreement(row.left, row.right) == "");
        }
    }
}

TEST_CASE("what one side asserts and the other takes back disagrees") {
    const Row rows[] = {
        {"not", "The council of Ketterby approved the tunnel.",
         "The council of Ketterby did not approve the tunnel."},
        {"no, and not", "The bridge in Ketterby was closed.",
         "No, the bridge in Ketterby was not closed."},
        {"hoax", "The bridge in Ketterby collapsed.",
         "Hoax: Ketterby bridge collapse never happened"},
        {"not true", "Ada Rell of Ketterby is dead.", "Ada Rell dead rumors not true"},
        {"debunked", "Ketterby closed the bridge.",
         "Rumor debunked: Ketterby has not closed the bridge"},
        {"never", "Ada Rell visited Ketterby.", "Ada Rell never visited Ketterby."},
        {"headline without a verb", "Ada Rell to lead Ketterby museum",
         "Ada Rell will not lead the Ketterby museum."},
        {"opposites", "The council of Ketterby approved the tunnel.",
         "The council of Ketterby rejected the tunnel."},
        {"status", "Ada Rell resigned as head of Ketterby Steel.",
         "Ada Rell will retire as head of Ketterby Steel."},
        {"directions", "Shares of Ketterby Steel rose 4 percent.",
         "Shares of Ketterby Steel fell 3 percent."},
        {"not the one who", "Ada Rell paid for the statue in Ketterby.",
         "Ada Rell is not the woman who paid for the statue in Ketterby."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(disagreement(row.left, row.right) == "open/claim");
        }
    }
}

TEST_CASE("denials of other things do not disagree") {
    const Row rows[] = {
        {"both deny", "The bridge in Ketterby was not closed.",
         "No, the bridge in Ketterby was not closed."},
        {"another object", "The council of Ketterby approved the tunnel.",
         "Shops in Ostrow did not open on Sunday."},
        {"a narrower denial", "Rell is a singer from Ketterby.",
         "Ostrow has no singer of its own."},
        {"opposites of two subjects", "Ketterby won against Ostrow.", "Ostrow lost to Ketterby."},
        {"one after the other", "The ferry arrived in Ketterby.", "The ferry left Ketterby."},
        {"short of forecasts", "Sales of Hartco Rail fell short of forecasts in Ketterby.",
         "Sales of Hartco Rail grew in Ketterby."},
        {"no answer", "The mayor of Ketterby did not immediately respond to a request for comment.",
         "The mayor of Ketterby has responded to a request for comment."},
        {"a plan", "Ketterby may close the bridge.", "Ostrow has never closed a bridge."},
        {"going on with it", "Ada Rell, who scored 12 goals for Ostrow, kept blaming the weather.",
         "Ada Rell leaves Ostrow"},
        {"agreeing opposites", "The council of Ketterby approved the tunnel.",
         "The council of Ketterby did not reject the tunnel."},
        {"two events", "Rell began her tour of Ketterby in May.",
         "Rell ended her tour of Ketterby in June."},
        {"question and statement of another place", "Was the bridge in Ketterby closed?",
         "The tunnel in Ostrow was not damaged."},
        {"the same denial in other words", "Ketterby has not closed the bridge.",
         "Rumor debunked: Ketterby has not closed the bridge"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(disagreement(row.left, row.right) == "");
        }
    }
}

TEST_CASE("a denial meets the claim it denies, whoever stands beside it") {
    const Row rows[] = {
        {"denies it did", "Ketterby denies it closed the school.", "Ketterby closed the school."},
        {"a name behind its noun", "Marrak was not arrested on Friday.",
         "The street painter Marrak was arrested on Friday."},
        {"denies reports", "Police deny reports of the Marrak arrest.", "Marrak was arrested."},
        {"the team of a town", "The home team of Norway lost.", "Norway won."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(disagreement(row.left, row.right) == "open/claim");
        }
    }
}

TEST_CASE("names and offices that look like slips disagree") {
    const Row rows[] = {
        {"one letter", "The captain of the Marlin, Ivo Marrak, was hurt.",
         "The captain of the Marlin, Ivo Marrik, was hurt."},
        {"two letters of a long name", "Mayor Hendrik Alostwandi spoke.",
         "Mayor Hendrik Alostbanti spoke."},
        {"first names swapped", "The mayor, Ada Lind, spoke.", "The mayor, Lind Ada, spoke."},
        {"a ministry", "Sela Dorun, the transport minister of Ketterby, resigned.",
         "Sela Dorun, the interior minister of Ketterby, resigned."},
        {"title before the name", "Transport Minister Sela Dorun resigned.",
         "Interior Minister Sela Dorun resigned."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(disagreement(row.left, row.right) == "open/office");
        }
    }
}

TEST_CASE("names and offices that differ for a reason do not disagree") {
    const Row rows[] = {
        {"two persons", "The mayor, Ada Lind, spoke.", "The mayor, Ivo Marrak, spoke."},
        {"a short form", "Mayor Jon Halvard spoke.", "Mayor Jonathan Halvard spoke."},
        {"short names", "Mayor Li Wen spoke.", "Mayor Lu Wen spoke."},
        {"former", "Former transport minister Sela Dorun resigned.",
         "Interior Minister Sela Dorun resigned."},
        {"deputy", "Deputy Mayor Hendrik Alostwandi spoke.", "Mayor Hendrik Alostbandi spoke."},
        {"one closer than the other", "Sela Dorun, the transport minister, resigned.",
         "Sela Dorun, the minister, resigned."},
        {"titles that go together", "Party leader Ada Lind spoke.",
         "Minority leader Ada Lind spoke."},
        {"people who are counted", "According to Greta Lund, 19 skippers were hurt.",
         "According to Greta Lunt, 19 skippers were hurt."},
        {"two offices", "The captain of the Marlin, Ivo Marrak, was hurt.",
         "The owner of the Marlin, Ivo Marrik, was hurt."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(disagreement(row.left, row.right) == "");
        }
    }
}

TEST_CASE("two places of what happens once disagree") {
    const Row rows[] = {
        {"a surname on one side", "Rell was born in Ketterby.", "Ada Rell was born in Ostrow."},
        {"capsized", "The Marlin capsized off Gannet Rock.",
         "The Marlin capsized off Morrow Head."},
        {"died", "Ada Rell died in Ketterby on Friday.", "Ada Rell died in Ostrow on Friday."},
        {"crashed", "Flight Orla Nine crashed near Ketterby.",
         "Flight Orla Nine crashed near Ostrow."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(disagreement(row.left, row.right) == "open/place");
        }
    }
}

TEST_CASE("two places that can both hold do not disagree") {
    const Row rows[] = {
        {"another act", "Ada Rell spoke in Ketterby.", "Ada Rell spoke in Ostrow."},
        {"another preposition", "The Marlin sank off Gannet Rock.",
         "The Marlin sank in Morrow Bay."},
        {"another actor", "Ada Rell died in Ketterby.", "Ivo Marrak died in Ostrow."},
        {"named with it", "Ada Rell died in Ketterby.",
         "Ada Rell died in Ostrow, a part of Ketterby."},
        {"the same place", "Ada Rell died in Ketterby.", "Ada Rell died at home in Ketterby."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(disagreement(row.left, row.right) == "");
        }
    }
}

}  // namespace
}  // namespace atodds
