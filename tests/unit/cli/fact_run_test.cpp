#include "cli/fact_run.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace atodds;

namespace {

Fact make_fact() {
    Fact fact;
    fact.rule = "ferry-count";
    fact.article = "quay/1";
    fact.tier = Tier::Declared;
    fact.slots = {{"ship", "marlin", {}}};
    fact.value.amount = Decimal(41);
    fact.span = {120, 122};
    return fact;
}

}  // namespace

TEST_CASE("a fact has a line for each of its keys, with article, value and place") {
    const std::vector<std::string> lines = run_lines(make_fact());
    REQUIRE_FALSE(lines.empty());
    for (const std::string& line : lines) {
        CAPTURE(line);
        CHECK(line.starts_with("ferry-count"));
        CHECK(line.ends_with("\tquay/1\t{\"value\":\"41\",\"span\":[120,122]}"));
    }
}

TEST_CASE("a fact that is never compared, and a quotation, have no line") {
    Fact fact = make_fact();
    fact.block = BlockKind::Boilerplate;
    CHECK(run_lines(fact).empty());
    Fact quotation = make_fact();
    quotation.rule = "open/quote";
    quotation.tier = Tier::Open;
    quotation.value.type = ValueType::Wording;
    quotation.value.items = {"sail", "home", "today"};
    CHECK(run_lines(quotation).empty());
}

TEST_CASE("no field holds a tab or a line break") {
    CHECK(run_field("a\tb\nc\\d\x7f") == "a\\x09b\\x0Ac\\\\d\\x7F");
    CHECK(run_field("Zürich") == "Zürich");
}

TEST_CASE("a value that is not UTF-8 does not end the run") {
    Fact fact = make_fact();
    fact.value.type = ValueType::Entity;
    fact.value.text = "broken \xff";
    CHECK_FALSE(run_lines(fact).empty());
}
