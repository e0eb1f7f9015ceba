#include "extract/role_reader.hpp"

#include "support/news_report.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {
namespace {

std::string slot_of(const Fact& fact, const std::string& name) {
    for (const SlotValue& slot : fact.slots) {
        if (slot.slot == name) {
            return slot.value;
        }
    }
    return "?";
}

/// "succession ~ada rell > ~ivo marrak" of the first role that the sentence tells, and with
/// " < ~hartco" who sold or gave; empty where it tells none.
std::string role_in(const std::string& text) {
    for (const Fact& fact : test::facts_in({"a", "2025-03-07", "", text, "", ""})) {
        if (fact.rule == "open/role") {
            const std::string from = slot_of(fact, "from");
            return slot_of(fact, "act") + " " + slot_of(fact, "first") + " > " +
                   slot_of(fact, "second") + (from == "?" ? "" : " < " + from);
        }
    }
    return "";
}

struct Row {
    const char* text;
    const char* role;
};

TEST_CASE("two names take the roles of an act, whichever end it is told from") {
    const Row rows[] = {
        {"Ada Rell succeeded Ivo Marrak.", "succession ~ada rell > ~ivo marrak"},
        {"Ivo Marrak was succeeded by Ada Rell.", "succession ~ada rell > ~ivo marrak"},
        {"Ivo Marrak was replaced late on Friday by Ada Rell.",
         "succession ~ada rell > ~ivo marrak"},
        {"Hartco named Ada Rell to replace Ivo Marrak.", "succession ~ada rell > ~ivo marrak"},
        {"Veldon replaced Ivo Marrak with Ada Rell.", "succession ~ada rell > ~ivo marrak"},
        {"Ivo Marrak preceded Ada Rell.", "succession ~ada rell > ~ivo marrak"},
        {"The board thanked Ada Rell's predecessor, Ivo Marrak.",
         "succession ~ada rell > ~ivo marrak"},
        {"Ada Rell, the successor of Ivo Marrak, spoke.", "succession ~ada rell > ~ivo marrak"},
        {"Ada Rell never met her predecessor, Ivo Marrak.", "succession ~ada rell > ~ivo marrak"},
        {"The circle around Ada Rell, who succeeded Ivo Marrak, met.",
         "succession ~ada rell > ~ivo marrak"},
        {"Veldon sold Tallow Mills to Hartco.", "purchase ~hartco > ~tallow mills < ~veldon"},
        {"The firm Tallow Mills was sold to Hartco by Veldon.",
         "purchase ~hartco > ~tallow mills < ~veldon"},
        {"On Friday Hartco bought Tallow Mills from Veldon.",
         "purchase ~hartco > ~tallow mills < ~veldon"},
        {"The Marrow castle was donated to the Ostrow Trust.", "gift ~ostrow trust > ~marrow"},
        {"The firm Tallow Mills, a subsidiary of Hartco, grew.",
         "ownership ~hartco > ~tallow mills"},
        {"Ada Rell is the daughter of Ivo Marrak.", "parentage ~ivo marrak > ~ada rell"},
        {"Ada Rell, the founder of Hartco, retired.", "founding ~ada rell > ~hartco"},
        {"Ada Rell was denied the Lantern Prize.", "refusal ~ada rell > ~lantern prize"},
        {"The Harbour Commission said Ada Rell did nothing wrong.",
         "clearing ~harbour commission > ~ada rell"},
        {"In May Ada Rell sued Hartco.", "lawsuit ~ada rell > ~hartco"},
        {"Ada Rell's ex-husband, Ivo Marrak, sang.", "former-marriage ~ivo marrak > ~ada rell"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.text) {
            CHECK(role_in(row.text) == row.role);
        }
    }
}

TEST_CASE("no role is read where nobody took it, or another did") {
    const char* const texts[] = {
        "Ada Rell did not succeed Ivo Marrak.",
        "Ada Rell may succeed Ivo Marrak.",
        "Ada Rell wants a manager to replace Ivo Marrak.",
        "The law keeps firms from buying Tallow Mills.",
        "On Friday Hartco bought Tallow Mills shares.",
        "On Friday Hartco bought a stake in Tallow Mills.",
        "Veldon sells Tallow Mills to Hartco each year.",
        "Ivo Marrak was directed by Ada Rell to pay.",
        "Ada Rell won Ketterby.",
        "Ketterby is the financial capital of Norland.",
        "Ada Rell is the former owner of Hartco.",
    };
    for (const char* const text : texts) {
        SUBCASE(text) {
            CHECK(role_in(text) == "");
        }
    }
}

TEST_CASE("a statement full of acts gives no more than a few") {
    std::string text = "In May Ada Rell sued Hartco";
    for (int i = 0; i < 60; ++i) {
        text += ", and Ada Rell sued Hartco";
    }
    std::size_t count = 0;
    for (const Fact& fact : test::facts_in({"a", "2025-03-07", "", text + ".", "", ""})) {
        count += fact.rule == "open/role" ? 1 : 0;
    }
    CHECK(count > 1);
    CHECK(count <= 12);
}

TEST_CASE("who acts together with others is marked as one of several") {
    for (const Fact& fact : test::facts_in(
             {"a", "2025-03-07", "", "In May Ada Rell and Ivo Marrak founded Hartco.", "", ""})) {
        if (fact.rule == "open/role") {
            CHECK(slot_of(fact, "list") == "many");
            CHECK(slot_of(fact, "kind") == "exclusive");
        }
    }
}

}  // namespace
}  // namespace atodds
