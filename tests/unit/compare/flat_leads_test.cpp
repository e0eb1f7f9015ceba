#include "compare/flat_leads.hpp"

#include "support/news_report.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace atodds {
namespace {

using test::report_on;

/// "certainty headline", "scope lead": findings decided by who says so.
std::string found(const std::string& title, const std::string& text) {
    std::string all;
    for (const Finding& finding : report_on({{"a", "2025-03-05", title, text, "", ""}}).findings) {
        const auto step = std::ranges::find(finding.trace, "attribution", &TraceStep::step);
        if (step != finding.trace.end()) {
            all += all.empty() ? "" : "; ";
            all += finding.verdict == Verdict::Scope ? "scope" : "certainty";
            all += finding.kind == FindingKind::HeadlineBody ? " headline" : " lead";
            CHECK(finding.level == Level::Note);
            CHECK(finding.sides.size() == 2);
        }
    }
    return all;
}

struct Row {
    const char* name;
    const char* title;
    const char* text;
    const char* found;
};

void check(const Row& row) {
    CAPTURE(row.title);
    CAPTURE(row.text);
    CHECK(found(row.title, row.text) == row.found);
}

}  // namespace

TEST_CASE("a headline that states what the body has from people without a name is noted") {
    const Row rows[] = {
        {"two people", "Halvard Motors closes its plant in Halm",
         "Halvard Motors closes its plant in Halm, two people said.", "certainty headline"},
        {"familiar with the matter", "Halvard Motors closes its plant in Halm",
         "Halvard Motors closes its plant in Halm, according to people familiar with the matter.",
         "certainty headline"},
        {"a source", "Halm council fires its harbour master",
         "The council of Halm fired its harbour master, a source said.", "certainty headline"},
        {"a figure", "Halvard Motors cuts 900 jobs in Halm",
         "Halvard Motors will cut 900 jobs in Halm, three people close to the talks said.",
         "certainty headline"},
        {"a figure rounded", "Halvard Motors cuts 900 jobs in Halm",
         "Halvard Motors will cut 912 jobs in Halm, three people close to the talks said.",
         "certainty headline"},
        {"some only", "Directors of Halvard Motors turned down the Ostrel offer",
         "Two people said some directors of Halvard Motors turned down the Ostrel offer.",
         "scope headline"},
        {"the headline says some, too",
         "Some directors of Halvard Motors turned down the Ostrel offer",
         "Two people said some directors of Halvard Motors turned down the Ostrel offer.",
         "certainty headline"},
        {"the headline names its source", "Halvard Motors closes its plant in Halm, sources say",
         "Halvard Motors closes its plant in Halm, two people said.", ""},
        {"a named speaker", "Halvard Motors closes its plant in Halm",
         "Halvard Motors closes its plant in Halm, Oda Lenk said.", ""},
        {"an office", "Halvard Motors closes its plant in Halm",
         "Halvard Motors closes its plant in Halm, the labour ministry said.", ""},
        {"people of a named body", "Halvard Motors closes its plant in Halm",
         "Halvard Motors closes its plant in Halm, two people at the Labour Ministry said.", ""},
        {"said once more in its own voice", "Halvard Motors closes its plant in Halm",
         "Halvard Motors closes its plant in Halm, two people said.\n\nUnions protested on Monday. "
         "Halvard Motors closes its plant in Halm after 40 years.",
         ""},
        {"confirmed by somebody", "Halvard Motors closes its plant in Halm",
         "Halvard Motors closes its plant in Halm, two people said.\n\nHalvard Motors closes its "
         "plant in Halm, said Oda Lenk.",
         ""},
        {"an outlet is named", "Halvard Motors closes its plant in Halm",
         "Halvard Motors closes its plant in Halm, Reuters reported, citing two people.", ""},
        {"a hedge at the top", "Halvard Motors may close its plant in Halm",
         "Halvard Motors may close its plant in Halm, two people said.", ""},
        {"a question", "Halvard Motors closes its plant in Halm?",
         "Halvard Motors closes its plant in Halm, two people said.", ""},
        {"another plant", "Halvard Motors closes its plant in Halm",
         "Halvard Motors closes its canteen in Tarn, two people said.", ""},
        {"another figure", "Halvard Motors cuts 900 jobs in Halm",
         "Three people close to the talks said 4,000 jobs had gone at Ostrel Steel.", ""},
        {"people are what is counted", "Fire in Halm kills three people",
         "Three people died in a fire in Halm.", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            check(row);
        }
    }
}

TEST_CASE("a lead is held to who says so below") {
    const char* const kSaid =
        "Two people said some directors of Halvard Motors turned down the Ostrel offer.";
    const Row rows[] = {
        {"some directors", "Turmoil in Halm",
         "Directors of Halvard Motors turned down the Ostrel offer after a long night.\n\n"
         "Two people said some directors of Halvard Motors turned down the Ostrel offer.",
         "scope lead"},
        {"all directors", "Turmoil in Halm",
         "Directors of Halvard Motors turned down the Ostrel offer after a long night.\n\n"
         "Two people said directors of Halvard Motors turned down the Ostrel offer.",
         "certainty lead"},
        {"far below", "Turmoil in Halm",
         "Directors of Halvard Motors turned down the Ostrel offer after a long night.\n\n"
         "The weather was bad and the trains were late.\n\n"
         "Two people said some directors of Halvard Motors turned down the Ostrel offer.",
         "scope lead"},
        {"behind its words", "Turmoil in Halm",
         "Directors of Halvard Motors turned down the Ostrel offer after a long night.\n\n"
         "Several directors of Halvard Motors turned down the Ostrel offer, two people said.",
         "scope lead"},
        {"the lead has a source", "Turmoil in Halm",
         "Directors of Halvard Motors turned down the Ostrel offer, two people said on Monday.\n\n"
         "Two people said some directors of Halvard Motors turned down the Ostrel offer.",
         ""},
        {"the lead hedges", "Turmoil in Halm",
         "Directors of Halvard Motors may turned down the Ostrel offer after a long night.\n\n"
         "Two people said some directors of Halvard Motors turned down the Ostrel offer.",
         ""},
        {"not in the lead", "Turmoil in Halm",
         "The weather in Halm was bad on Monday and the trains were late.\n\n"
         "Directors of Halvard Motors turned down the Ostrel offer after a long night.\n\n"
         "Two people said some directors of Halvard Motors turned down the Ostrel offer.",
         ""},
        {"one paragraph has no lead", "Turmoil in Halm",
         "Directors of Halvard Motors turned down the Ostrel offer after a long night. "
         "Two people said some directors of Halvard Motors turned down the Ostrel offer.",
         ""},
        {"denied below", "Turmoil in Halm",
         "Directors of Halvard Motors turned down the Ostrel offer after a long night.\n\n"
         "Two people said directors of Halvard Motors do not turned down the Ostrel offer.",
         ""},
        {"headline and lead are told once",
         "Directors of Halvard Motors turned down the Ostrel offer", kSaid, "scope headline"},
        {"others reject it", "Turmoil in Halm",
         "Directors of Halvard Motors turned down the Ostrel offer after a long night.\n\n"
         "Two people said some drivers of the tram company of Tarn reject the wage offer.",
         ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            check(row);
        }
    }
}

}  // namespace atodds
