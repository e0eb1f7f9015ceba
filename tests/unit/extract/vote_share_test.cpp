#include "extract/vote_share.hpp"

#include "support/news_report.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace atodds {
namespace {

/// Whose share of the votes the percentage is, with "open" where votes were still to be counted;
/// "-" where it is none.
std::string share_of(const std::string& text, const std::string& surface) {
    const std::vector<Fact> facts = test::facts_in({"a", "2025-03-07", "", text, "", ""});
    const auto found = std::ranges::find_if(facts, [&](const Fact& fact) {
        return fact.rule == "open/percent" && fact.surface == surface;
    });
    if (found == facts.end()) {
        return "-";
    }
    const auto value_of = [&](const char* name) {
        const auto slot = std::ranges::find(found->slots, name, &SlotValue::slot);
        return slot == found->slots.end() ? std::string() : slot->value;
    };
    const bool is_share = value_of("figure") == "share of votes";
    return is_share ? value_of("figure-of") + (value_of("figure-open").empty() ? "" : " open")
                    : "-";
}

}  // namespace

TEST_CASE("a share of the votes belongs to whoever got it") {
    struct Row {
        const char* name;
        const char* text;
        const char* surface;
        const char* share;
    };

    const Row rows[] = {
        {"subject", "Orla Rell won the election with 51.2% of the vote.", "51.2%", "~orla rell"},
        {"candidate by name", "The candidate Orla Rell won 51.2% of the votes.", "51.2%",
         "~orla rell"},
        {"second of two", "In the election Orla Rell had 51.2% and Ivo Marl 48.8%.", "48.8%",
         "~ivo marl"},
        {"behind for", "Orla Rell won the election by 51.2% against 48.8% for Ivo Marl.", "48.8%",
         "~ivo marl"},
        {"still counted", "With most ballots counted, Orla Rell won 51.2% of the vote.", "51.2%",
         "~orla rell open"},
        {"how far the count is", "Orla Rell leads the election with 90% of votes counted.", "90%",
         "-"},
        {"no ballot", "Orla Rell had 51.2% and Ivo Marl 48.8% of the shares.", "51.2%", "-"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(share_of(row.text, row.surface) == row.share);
        }
    }
}

}  // namespace atodds
