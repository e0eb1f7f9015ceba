#include "extract/quote_facts.hpp"

#include "support/quotations.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

using test::pieces_of;
using test::quotations_of;
using test::slot_of;

struct Row {
    const char* name;
    const char* text;
    const char* expected;
};

TEST_CASE("the speaker of a quotation is read from the words beside it") {
    const Row rows[] = {
        {"behind the words", "\"The harbour will stay shut all winter,\" Maria Lind said.",
         "~maria lind"},
        {"inverted", "\"The harbour will stay shut all winter,\" said Maria Lind.", "~maria lind"},
        {"with an office",
         "\"The harbour will stay shut all winter,\" Maria Lind, the port manager, said in a "
         "letter.",
         "~maria lind"},
        {"in front", "Maria Lind said: \"The harbour will stay shut all winter.\"", "~maria lind"},
        {"in front with that", "Maria Lind said that \"the harbour will stay shut all winter\".",
         "~maria lind"},
        {"told somebody", "\"The harbour will stay shut all winter,\" Maria Lind told reporters.",
         "~maria lind"},
        {"according to", "According to Maria Lind, \"the harbour will stay shut all winter\".",
         "~maria lind"},
        {"called it", "Maria Lind called it \"a very dark winter for the harbour\".",
         "~maria lind"},
        {"a pronoun after a name",
         "Maria Lind said fishing had stopped. \"The harbour will stay shut all winter,\" she "
         "said.",
         "~maria lind"},
        {"a colon in the sentence before",
         "Asked about boats, Maria Lind replied:\n\"The harbour will stay shut all winter.\"",
         "~maria lind"},
        {"a lawyer and no client",
         "\"The harbour will stay shut all winter,\" Oskar Falk's lawyer, Maria Lind, said.",
         "~maria lind"},
        {"the person nearest to the verb",
         "The mayor spoke shortly after Maria Lind told voters that the harbour plan was \"not "
         "about "
         "boats or fishing crews\".",
         "~maria lind"},
        {"a date is nobody", "\"The harbour will stay shut all winter,\" said last week.", ""},
        {"a question mark ends the sentence",
         "\"Will the harbour stay shut all winter?\" Maria Lind asked.", "~maria lind"},
        {"curly marks", "“The harbour will stay shut all winter,” Maria Lind said.", "~maria lind"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            const std::vector<Fact> facts = quotations_of(row.text);
            REQUIRE(facts.size() == 1);
            CHECK(slot_of(facts.front(), "speaker") == row.expected);
        }
    }
}

TEST_CASE("a pronoun takes the speaker before it and not a name in between") {
    const std::vector<Fact> facts = quotations_of(
        "In an article, Oskar Falk writes that boats need a new port. \"Maria Lind has promised a "
        "second pier,\" he says. He says Anders Holm's figures are too low. \"The pier will cost a "
        "fortune to build,\" he says.");
    REQUIRE(facts.size() == 2);
    CHECK(slot_of(facts[0], "speaker") == "~oskar falk");
    CHECK(slot_of(facts[1], "speaker") == "~oskar falk");
}

TEST_CASE("a paragraph that is one quotation keeps the speaker of the one before") {
    const std::vector<Fact> facts = quotations_of(
        "\"The ferry had no lights that night,\" Oskar Falk said.\n\"The crew saw nothing until "
        "the "
        "rocks came up.\"");
    REQUIRE(facts.size() == 2);
    CHECK(slot_of(facts[1], "speaker") == "~oskar falk");
}

TEST_CASE("pieces of one remark are joined over its interruptions") {
    const Row rows[] = {
        {"interrupted", "\"The bridge is safe,\" Maria Lind said, \"but the road is not.\"",
         "The bridge is safe, | but the road is not."},
        {"goes on in the next sentence",
         "\"The bridge is safe,\" Maria Lind said. \"The road needs new asphalt.\"",
         "The bridge is safe, | The road needs new asphalt."},
        {"several sentences",
         "\"The bridge is safe. The road needs asphalt. We start in May,\" Maria Lind said.",
         "The bridge is safe. The road needs asphalt. We start in May,"},
        {"a reopened paragraph",
         "\"The bridge is safe, Maria Lind's crews found.\n\"The road needs asphalt,\" she said.",
         "The bridge is safe, Maria Lind's crews found. | The road needs asphalt,"},
        {"a reopened curly paragraph",
         "“The bridge is safe and dry.\n“The road needs asphalt,” Maria Lind said.",
         "The bridge is safe and dry. | The road needs asphalt,"},
        {"single marks", "'The bridge is safe and dry,' Maria Lind said.",
         "The bridge is safe and dry,"},
        {"single marks around a plural", "'The workers' bridge is safe and dry,' Maria Lind said.",
         "The workers' bridge is safe and dry,"},
        {"nested single", "\"The sign says 'bridge closed' in red,\" Maria Lind said.",
         "The sign says 'bridge closed' in red,"},
        {"nested double", "'The sign says \"bridge closed\" in red,' Maria Lind said.",
         "The sign says \"bridge closed\" in red,"},
        {"brackets", "\"[The bridge] is safe and [sic] dry,\" Maria Lind said.",
         "[The bridge] is safe and [sic] dry,"},
        {"a question inside", "\"Is the bridge safe? We checked it twice,\" Maria Lind said.",
         "Is the bridge safe? We checked it twice,"},
        {"four words", "Maria Lind called it \"a disgrace for bridges\".",
         "a disgrace for bridges"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            const std::vector<Fact> facts = quotations_of(row.text);
            REQUIRE(facts.size() == 1);
            const std::string pieces = pieces_of(facts.front());
            CHECK(pieces.find(row.expected) != std::string::npos);
            CHECK(pieces.size() <= std::string(row.expected).size() + 2);
        }
    }
}

TEST_CASE("two remarks are not joined") {
    const Row rows[] = {
        {"two speakers",
         "\"The bridge is safe,\" Maria Lind said. \"The road is bad,\" said Jon Vik.", "2"},
        {"a sentence between",
         "\"The bridge is safe,\" Maria Lind said. Nobody was hurt. \"The road is bad,\" she "
         "added.",
         "2"},
        {"two partial quotations",
         "Maria Lind called the bridge \"a very safe crossing\" and said the road had \"seen many "
         "bad "
         "winters\".",
         "2"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(std::to_string(quotations_of(row.text).size()) == row.expected);
        }
    }
}

TEST_CASE("words built into a sentence are a part, a sentence of their own is whole") {
    const Row rows[] = {
        {"whole", "\"The bridge is safe for trucks,\" Maria Lind said.", "whole"},
        {"whole behind a colon", "Maria Lind said: \"The bridge is safe for trucks.\"", "whole"},
        {"whole behind a comma", "Maria Lind said, \"The bridge is safe for trucks.\"", "whole"},
        {"whole question", "\"Is the bridge safe for trucks?\" asked Maria Lind.", "whole"},
        {"two sentences", "\"The bridge is safe. Trucks may use it,\" Maria Lind said.", "whole"},
        {"part behind that", "Maria Lind said that \"the bridge is safe for trucks\".", "part"},
        {"part behind a verb", "Maria Lind said the bridge \"is safe for all trucks\".", "part"},
        {"part as object", "Maria Lind promised \"a safe bridge for trucks\".", "part"},
        {"part called", "Maria Lind called the bridge \"safe for heavy trucks\".", "part"},
        {"part at the front", "\"Safe for heavy trucks\" is how Maria Lind described the bridge.",
         "part"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            const std::vector<Fact> facts = quotations_of(row.text);
            REQUIRE(facts.size() == 1);
            CHECK(slot_of(facts.front(), "piece") == row.expected);
            CHECK((facts.front().qualifiers.quote == QuoteKind::Direct) ==
                  (std::string(row.expected) == "whole"));
        }
    }
}

TEST_CASE("terms, nicknames and titles are no quotations") {
    const char* const texts[] = {
        "The \"smart bridge\" opened in May.",
        "The so-called \"bridge tax law\" passed.",
        "The town voted on the \"iron road\" plan.",
        "The bridge, nicknamed \"old iron lady\", was shut.",
        "Critics of the \"green wave\" met in Osterby.",
        "She watched \"The Long Bridge Home\" twice.",
        "His song \"Winter on the Iron Bridge\" sold well.",
        "He spoke on the programme \"Morning in Osterby\" about tolls.",
        "The film \"Rivers and Roads\" was shown.",
        "The plan is known as \"bridge first\" in town.",
        "A \"no\" was expected.",
        "The 6\" pipe and the 8\" pipe broke.",
    };
    for (const char* text : texts) {
        SUBCASE(text) {
            CHECK(quotations_of(text).empty());
        }
    }
}

TEST_CASE("the occasion, the listener and the day are read where stated") {
    const std::vector<Fact> facts = quotations_of(
        "\"The bridge is safe for trucks,\" Maria Lind told reporters at a news conference on 5 "
        "May "
        "2021.");
    REQUIRE(facts.size() == 1);
    CHECK(slot_of(facts.front(), "addressee") == "~reporters");
    CHECK(slot_of(facts.front(), "occasion") == "conference");
    CHECK(slot_of(facts.front(), "said-on") == "2021-05-05");
}

TEST_CASE("a translated remark says so") {
    const std::vector<Fact> facts =
        quotations_of("\"The bridge is safe for trucks,\" Maria Lind said through an interpreter.");
    REQUIRE(facts.size() == 1);
    CHECK(slot_of(facts.front(), "translated") == "yes");
}

TEST_CASE("the denial inside a quotation does not deny that it was said") {
    const std::vector<Fact> facts =
        quotations_of("\"We did not sell the bridge to anybody,\" Maria Lind said.");
    REQUIRE(facts.size() == 1);
    CHECK(facts.front().qualifiers.polarity == Polarity::Positive);
}

}  // namespace
}  // namespace atodds
