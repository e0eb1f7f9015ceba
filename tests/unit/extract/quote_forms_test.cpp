// The forms a quotation takes in print: marks inside marks, brackets of an editor, words that run
// over sentences and paragraphs, and what is told of the occasion.

#include "extract/quote_facts.hpp"
#include "support/quotations.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <span>
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

/// "speaker: piece | piece", one a quotation, joined by " // ".
std::string shown(const std::string& text) {
    std::string all;
    for (const Fact& fact : quotations_of(text)) {
        all += fmt::format("{}{}: {}", all.empty() ? "" : " // ", slot_of(fact, "speaker"),
                           pieces_of(fact));
    }
    return all;
}

void check_shown(std::span<const Row> rows) {
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(shown(row.text) == row.expected);
        }
    }
}

TEST_CASE("a quotation inside a quotation belongs to the outer speaker") {
    const Row rows[] = {
        {"single in double", "\"The sign says 'no boats today' in red,\" Maria Lind said.",
         "~maria lind: The sign says 'no boats today' in red,"},
        {"double in single", "'The sign says \"no boats today\" in red,' Maria Lind said.",
         "~maria lind: The sign says \"no boats today\" in red,"},
        {"curly", "“The sign says ‘no boats today’ in red,” Maria Lind said.",
         "~maria lind: The sign says ‘no boats today’ in red,"},
        {"curly double in single", "‘The sign says “no boats today” in red,’ Maria Lind said.",
         "~maria lind: The sign says “no boats today” in red,"},
        {"two inner", "\"Some cry 'stay here' and some cry 'sail on' at us,\" Maria Lind said.",
         "~maria lind: Some cry 'stay here' and some cry 'sail on' at us,"},
        {"inner at the front",
         "“‘No boats today’ is what the sign has said since May,” Maria "
         "Lind said.",
         "~maria lind: ‘No boats today’ is what the sign has said since May,"},
        {"inner at the end", "“Every sign in the harbour says ‘no boats today’,” Maria Lind said.",
         "~maria lind: Every sign in the harbour says ‘no boats today’,"},
        {"both end together", "“Every sign in the harbour says ‘no boats today,’” Maria Lind said.",
         "~maria lind: Every sign in the harbour says ‘no boats today,’"},
        {"words of another in it",
         "\"My father told me, 'Never sell that boat,' and I never did,\" Maria Lind said.",
         "~maria lind: My father told me, 'Never sell that boat,' and I never did,"},
        {"a plural in the inner one",
         "“The sign says ‘the skippers’ quay’ in red,” Maria Lind "
         "said.",
         "~maria lind: The sign says ‘the skippers’ quay’ in red,"},
        {"a part of a sentence",
         "Maria Lind said the owners \"cried 'not with us' at the council "
         "that night\".",
         "~maria lind: cried 'not with us' at the council that night"},
    };
    check_shown(rows);
}

TEST_CASE("brackets of an editor stay in the words as printed") {
    const Row rows[] = {
        {"for the subject", "\"[The pier] is safe for all boats,\" Maria Lind said.",
         "~maria lind: [The pier] is safe for all boats,"},
        {"for an object", "\"We gave [the crews] a safe pier,\" Maria Lind said.",
         "~maria lind: We gave [the crews] a safe pier,"},
        {"a letter", "\"[T]he pier is safe for all boats,\" Maria Lind said.",
         "~maria lind: [T]he pier is safe for all boats,"},
        {"an ending", "\"She ask[ed] for a pier that boats can use,\" Oskar Falk said.",
         "~oskar falk: She ask[ed] for a pier that boats can use,"},
        {"sic", "\"The peer [sic] is safe for all boats,\" Maria Lind said.",
         "~maria lind: The peer [sic] is safe for all boats,"},
        {"dots", "\"The pier is safe [...] for all boats,\" Maria Lind said.",
         "~maria lind: The pier is safe [...] for all boats,"},
        {"added", "\"The pier [at Osterby] is safe for all boats,\" Maria Lind said.",
         "~maria lind: The pier [at Osterby] is safe for all boats,"},
        {"at the end", "\"The pier is safe for all [boats],\" Maria Lind said.",
         "~maria lind: The pier is safe for all [boats],"},
        {"laughter", "\"The pier is safe [laughs] for all boats,\" Maria Lind said.",
         "~maria lind: The pier is safe [laughs] for all boats,"},
        {"two of them", "\"We gave [the crews] what [the port] owed them,\" Maria Lind said.",
         "~maria lind: We gave [the crews] what [the port] owed them,"},
        {"curly marks", "“We gave [the crews] a safe pier,” Maria Lind said.",
         "~maria lind: We gave [the crews] a safe pier,"},
    };
    check_shown(rows);
}

TEST_CASE("a quotation runs over sentences and paragraphs until its marks close") {
    const Row rows[] = {
        {"two sentences", "\"The pier is safe. The road needs asphalt,\" Maria Lind said.",
         "~maria lind: The pier is safe. The road needs asphalt,"},
        {"three sentences",
         "\"The pier is safe. The road needs asphalt. We start in May,\" Maria Lind said.",
         "~maria lind: The pier is safe. The road needs asphalt. We start in May,"},
        {"a question first", "\"Is the pier safe? We looked twice,\" Maria Lind said.",
         "~maria lind: Is the pier safe? We looked twice,"},
        {"a cry first", "\"Look at the pier! We built it by hand,\" Maria Lind said.",
         "~maria lind: Look at the pier! We built it by hand,"},
        {"an abbreviation", "\"The pier is safe. Mr. Falk looked at it twice,\" Maria Lind said.",
         "~maria lind: The pier is safe. Mr. Falk looked at it twice,"},
        {"a decimal", "\"The pier is 2.5 metres wide. It was less before,\" Maria Lind said.",
         "~maria lind: The pier is 2.5 metres wide. It was less before,"},
        {"speaker in front", "Maria Lind said: \"The pier is safe. The road needs asphalt.\"",
         "~maria lind: The pier is safe. The road needs asphalt."},
        {"speaker in the middle",
         "\"The pier is safe,\" Maria Lind said. \"The road needs asphalt. We start in May.\"",
         "~maria lind: The pier is safe, | The road needs asphalt. We start in May."},
        {"a paragraph reopened",
         "\"The pier is safe and dry.\n\"The road needs asphalt,\" Maria Lind said.",
         "~maria lind: The pier is safe and dry. | The road needs asphalt,"},
        {"a curly paragraph reopened",
         "“The pier is safe and dry.\n“The road needs asphalt,” Maria Lind said.",
         "~maria lind: The pier is safe and dry. | The road needs asphalt,"},
        {"two paragraphs reopened",
         "“The pier is safe and dry.\n“The road needs asphalt.\n“We start in May,” Maria Lind "
         "said.",
         "~maria lind: The pier is safe and dry. | The road needs asphalt. | We start in May,"},
        {"speaker before the paragraphs",
         "Maria Lind said: “The pier is safe and dry.\n“The road needs asphalt now.”",
         "~maria lind: The pier is safe and dry. | The road needs asphalt now."},
        {"marks inside", "“The sign says ‘closed’. Nobody reads it anyway,” Maria Lind said.",
         "~maria lind: The sign says ‘closed’. Nobody reads it anyway,"},
    };
    check_shown(rows);
}

TEST_CASE("remarks that stand apart are read apart") {
    const Row rows[] = {
        {"two speakers",
         "\"The pier is safe,\" Maria Lind said. \"The road is bad,\" said Jon Vik.",
         "~maria lind: The pier is safe, // ~jon vik: The road is bad,"},
        {"in one sentence",
         "\"The pier is safe,\" Maria Lind said, but Jon Vik said, \"The road is bad.\"",
         "~maria lind: The pier is safe, // ~jon vik: The road is bad."},
        {"a sentence between",
         "\"The pier is safe,\" Maria Lind said. Nobody was hurt. \"The road is bad,\" she added.",
         "~maria lind: The pier is safe, // ~maria lind: The road is bad,"},
        {"two parts",
         "Maria Lind called the pier \"a very safe place\" and said the road had \"seen many bad "
         "winters\".",
         "~maria lind: a very safe place // ~maria lind: seen many bad winters"},
        {"a part and a sentence",
         "Maria Lind called the pier \"a very safe place\". Jon Vik said: \"The road is bad.\"",
         "~maria lind: a very safe place // ~jon vik: The road is bad."},
        {"speaker in front, then behind",
         "Maria Lind said: \"The pier is safe.\" \"The road is bad,\" said Jon Vik.",
         "~maria lind: The pier is safe. // ~jon vik: The road is bad,"},
        {"two paragraphs",
         "\"The pier is safe,\" Maria Lind said.\n\"The road is bad,\" Jon Vik "
         "said.",
         "~maria lind: The pier is safe, // ~jon vik: The road is bad,"},
        {"question and answer",
         "\"Is the pier safe for boats?\" Maria Lind asked. \"The road is worse,\" Jon Vik "
         "answered.",
         "~maria lind: Is the pier safe for boats? // ~jon vik: The road is worse,"},
        {"according to",
         "According to Maria Lind, \"the pier is safe\". \"The road is bad,\" Jon "
         "Vik said.",
         "~maria lind: the pier is safe // ~jon vik: The road is bad,"},
        {"a year apart",
         "\"The pier is safe for boats,\" Maria Lind said in May. In June the road broke. \"The "
         "road is bad,\" Maria Lind said.",
         "~maria lind: The pier is safe for boats, // ~maria lind: The road is bad,"},
    };
    check_shown(rows);
}

TEST_CASE("occasion, listener and day are read from the words around a quotation") {
    const Row rows[] = {
        {"news conference", "said at a news conference", "conference, , "},
        {"told reporters", "told reporters", ", ~reporters, "},
        {"interview", "said in an interview", "interview, , "},
        {"statement", "said in a written statement", "statement, , "},
        {"letter", "wrote in a letter to the crews", "letter, , "},
        {"speech on a day", "said in a speech on 5 May 2021", "speech, , 2021-05-05"},
        {"debate", "said during the debate", "debate, , "},
        {"hearing", "said at a hearing in Osterby", "hearing, , "},
        {"told on a day", "told reporters on 5 May 2021", ", ~reporters, 2021-05-05"},
        {"all of them", "told reporters at a rally on 5 May 2021", "rally, ~reporters, 2021-05-05"},
        {"a place is none", "said in Osterby", ", , "},
        {"nothing told", "said", ", , "},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const std::string text =
                fmt::format("\"The pier is safe for all boats,\" Maria Lind {}.", row.text);
            CAPTURE(text);
            const std::vector<Fact> facts = quotations_of(text);
            REQUIRE(facts.size() == 1);
            CHECK(fmt::format("{}, {}, {}", slot_of(facts[0], "occasion"),
                              slot_of(facts[0], "addressee"),
                              slot_of(facts[0], "said-on")) == row.expected);
        }
    }
}

}  // namespace
}  // namespace atodds
