#include "support/news_report.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace atodds {
namespace {

/// The first number or level of the sentence, or its first claim.
Fact fact_of(const std::string& text) {
    const std::vector<Fact> facts = test::facts_in({"a", "2025-03-07", "", text, "", ""});
    const auto number = std::find_if(facts.begin(), facts.end(), [](const Fact& fact) {
        return fact.value.type == ValueType::Number || fact.value.type == ValueType::Money;
    });
    REQUIRE(!facts.empty());
    return number == facts.end() ? facts.front() : *number;
}

TEST_CASE("phase words say whether a statement speaks of before, of now, or takes back") {
    struct Row {
        const char* name;
        const char* text;
        Phase phase;
    };

    const Row rows[] = {
        {"previously", "Previously 12 people had been reported hurt in Kenya.", Phase::Earlier},
        {"initially", "Police initially counted 12 victims.", Phase::Earlier},
        {"originally", "The firm originally offered 12 ships.", Phase::Earlier},
        {"at the time", "At the time 12 people worked there.", Phase::Earlier},
        {"used to", "The yard used to employ 12 people.", Phase::Earlier},
        {"until recently", "Until recently the yard employed 12 people.", Phase::Earlier},
        {"now", "The yard now employs 12 people.", Phase::Now},
        {"has since", "The yard has since hired 12 people.", Phase::Now},
        {"currently", "The yard currently employs 12 people.", Phase::Now},
        {"no longer", "The yard no longer employs 12 people.", Phase::Now},
        {"earlier this year is no phase", "Earlier this year the yard hired 12 people.",
         Phase::Unstated},
        {"plain", "The yard employs 12 people.", Phase::Unstated},
        {"an earlier version", "An earlier version of this article said 12 people were hurt.",
         Phase::Retracted},
        {"misstated", "The article misstated the toll as 12 people.", Phase::Retracted},
        {"incorrectly said", "The report incorrectly said 12 people were hurt.", Phase::Retracted},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(fact_of(row.text).qualifiers.phase == row.phase);
        }
    }
}

TEST_CASE("the day for which a fact is told is not the day on which it happened") {
    struct Row {
        const char* name;
        const char* text;
        const char* told;  ///< report time, "" for unbounded
    };

    const Row rows[] = {
        {"as of", "As of 4 March 2025, 12 people had died.", "2025-03-04"},
        {"as of behind", "12 people had died as of 4 March 2025.", "2025-03-04"},
        {"by with a perfect", "By 4 March 2025 12 people had died.", "2025-03-04"},
        {"by with a state", "By 4 March 2025 12 people were dead.", "2025-03-04"},
        {"said on", "Police said on 4 March 2025 that 12 people had died.", "2025-03-04"},
        {"a weekday", "Police said on Tuesday that 12 people had died.", "2025-03-04"},
        {"two days", "Police said on 4 March 2025 that 12 people died on 2 March 2025.",
         "2025-03-04"},
        {"by with a plan", "The yard will hire 12 people by 4 March 2026.", ""},
        {"the day of the event", "On 4 March 2025 12 people died.", ""},
        {"no day", "Police said that 12 people had died.", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            const DayInterval told = fact_of(row.text).qualifiers.report_time;
            CHECK((told.is_unbounded() ? "" : to_text(told)) == row.told);
        }
    }
}

}  // namespace
}  // namespace atodds
