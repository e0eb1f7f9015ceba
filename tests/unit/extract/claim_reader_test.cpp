#include "support/news_report.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace atodds {
namespace {

/// "+sell" for a claim that the sentence makes with that predicate, "-sell" for one it denies,
/// "" where it makes none.
std::string claim_in(const std::string& text, const std::string& predicate) {
    const std::vector<Fact> facts = test::facts_in({"a", "2025-03-07", "", text, "", ""});
    for (const Fact& fact : facts) {
        const bool is_it = std::any_of(fact.slots.begin(), fact.slots.end(), [&](const auto& slot) {
            return slot.slot == "predicate" && slot.value == predicate;
        });
        if (fact.rule == "open/claim" && is_it) {
            const bool is_negated = fact.qualifiers.polarity == Polarity::Negative;
            const bool is_denied = fact.qualifiers.stance == Stance::Denies;
            return (is_negated != is_denied ? "-" : "+") + predicate;
        }
    }
    return "";
}

TEST_CASE("a claim is denied by the words that reach its verb") {
    struct Row {
        const char* name;
        const char* text;
        const char* predicate;
        const char* claim;
    };

    const Row rows[] = {
        {"plain", "Ketterby sells the lamp.", "sell", "+sell"},
        {"not", "Ketterby does not sell the lamp.", "sell", "-sell"},
        {"there is no", "There is no bridge in Ketterby.", "be", "-be"},
        {"has no", "Ketterby has no bridge.", "have", "-have"},
        {"another noun is denied", "Ketterby has a bridge with no lamps.", "have", "+have"},
        {"stopped", "Ketterby stopped selling the lamp.", "sell", "-sell"},
        {"did not stop", "Ketterby did not stop selling the lamp.", "sell", "+sell"},
        {"denies it did", "Ketterby denies it sold the lamp.", "sell", "-sell"},
        {"denies doing", "Ketterby denies selling the lamp.", "sell", "-sell"},
        {"does not deny doing", "Ketterby does not deny selling the lamp.", "sell", ""},
        {"denies reports of", "Ketterby denies reports of a landslide.", "landslide", "-landslide"},
        {"denies something else", "Ketterby denies the reports.", "report", ""},
        {"a title", "On Friday the film No Way Home opened in Ketterby.", "open", "+open"},
        {"one of the worst", "Tides became one of the worst-selling records of Ketterby.", "record",
         "+record"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(claim_in(row.text, row.predicate) == row.claim);
        }
    }
}

TEST_CASE("a school that was hit is not denied with the people who were not in it") {
    CHECK(claim_in("No guards were inside the school attacked by rebels.", "attack") != "-attack");
}

}  // namespace
}  // namespace atodds
