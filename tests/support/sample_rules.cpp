#include "support/sample_rules.hpp"

#include <doctest/doctest.h>

namespace atodds {

std::string sample_entities() {
    return R"(entities: harbour
entries:
  - {id: norvik, name: Norvik, type: place, classes: [town]}
  - {id: coast-guard, name: Norvik Coast Guard, type: organisation, classes: [authority], aliases: [Coast Guard], part-of: [norvik]}
  - {id: mv-alma, name: MV Alma, type: product, classes: [ferry], aliases: [Alma]}
)";
}

std::string sample_scale() {
    return R"(scale: damage
question: How bad is it?
levels:
  - {name: scratched, words: [scratch, scrape]}
  - {name: holed, words: [hole, breach]}
  - {name: sunk, words: [sink, go down]}
)";
}

std::string sample_categories() {
    return R"(categories: cargo
entries:
  - {name: food, words: [fish, fruit]}
  - {name: fish, words: [cod, herring], part-of: [food]}
)";
}

std::string sample_rule() {
    return R"(rule: ferry-injured
question: How many people were injured on which ferry?
key: [ferry]
key-if-stated: [source]
slots:
  ferry:  {entity: ferry, carry: true}
  source: {entity: authority}
  count:  {number: any}
find:
  - "{count} (people|passengers) .. (injured|hurt) .. {ferry}?"
  - {match: "accident .. (injured|hurt) {count} on {ferry} (says {source})?", set: {stage: done}}
never: ["could be"]
about: [mv-alma]
value: count
compare: {numbers: 0}
level: error
tests:
  - {name: eleven, text: "Eleven people were injured when the Alma hit the pier.", facts: [{count: 11, ferry: Alma}]}
  - {name: nine, text: "Nine passengers were hurt on the Alma.", facts: [{count: 9, ferry: mv-alma}]}
  - {name: aboard, text: "The Alma had eleven people aboard.", facts: []}
  - {compare: [eleven, nine], verdict: disagree}
)";
}

std::string with(std::string text, std::string_view old_part, std::string_view new_part) {
    const std::size_t at = text.find(old_part);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(old_part, at + 1) == std::string::npos);
    return text.replace(at, old_part.size(), new_part);
}

}  // namespace atodds
