#include "compare/quotation_comparator.hpp"

#include "compare/finder.hpp"
#include "support/quotations.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

const EntityFinder& no_entities() {
    static const RuleSet rules;
    static const EntityFinder entities(rules.entities);
    return entities;
}

Judgement judge(const std::string& left, const std::string& right) {
    const std::vector<Fact> a = test::quotations_of(left, "a");
    const std::vector<Fact> b = test::quotations_of(right, "b");
    REQUIRE(a.size() == 1);
    REQUIRE(b.size() == 1);
    return judge_quotations(no_entities(), a.front(), b.front());
}

std::string said(const std::string& words, const std::string& who = "Maria Lind") {
    return "\"" + words + ",\" " + who + " said.";
}

/// The marked words of the left side, each in slashes.
std::string left_marks(const std::string& text, const Judgement& judgement) {
    std::string marked;
    for (const ByteSpan span : judgement.left_marks) {
        marked += "/" + std::string(slice(text, span)) + "/";
    }
    return marked;
}

struct Row {
    const char* name;
    const char* left;
    const char* right;
};

TEST_CASE("case, punctuation, spelling and ellipses are no difference") {
    const Row rows[] = {
        {"case", "The old Bridge needs a new deck by winter",
         "the old bridge needs a new deck by winter"},
        {"punctuation", "The bridge, old as it is, needs a new deck",
         "The bridge — old as it is — needs a new deck"},
        {"apostrophes", "The town's bridge won't need a new deck",
         "The town’s bridge won’t need a new deck"},
        {"spelling", "Our neighbours will organise the harbour defence",
         "Our neighbors will organize the harbor defense"},
        {"hyphen", "A well-known worldview about bridges and decks",
         "A well known world view about bridges and decks"},
        {"figures", "The bridge needs five decks and twenty beams",
         "The bridge needs 5 decks and 20 beams"},
        {"percent", "The bridge deck costs 40 percent more steel",
         "The bridge deck costs 40 per cent more steel"},
        {"ampersand", "The bridge needs steel and timber for winter",
         "The bridge needs steel & timber for winter"},
        {"ellipsis", "The bridge needs a new deck because timber rots in winter",
         "The bridge needs a new deck ... timber rots in winter"},
        {"brackets", "It needs a new deck because timber rots in winter",
         "[The bridge] needs a new deck because timber rots in winter"},
        {"letter in brackets", "Bridges need a new deck because timber rots",
         "[B]ridges need a new deck because timber rots"},
        {"sic", "The bridge needs a knew deck because timber rots",
         "The bridge needs a knew [sic] deck because timber rots"},
        {"part of the longer",
         "The bridge needs a new deck. Timber rots in winter and steel does not",
         "Timber rots in winter and steel does not"},
        {"hidden letters", "That damned bridge needs a new timber deck",
         "That d----- bridge needs a new timber deck"},
        {"nested marks", "The sign on the bridge deck reads 'closed for winter'",
         "The sign on the bridge deck reads closed for winter"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const Judgement judgement = judge(said(row.left), said(row.right));
            CAPTURE(judgement.trace.back().text);
            CHECK(judgement.verdict == Verdict::Agree);
            CHECK(judgement.left_marks.empty());
        }
    }
}

TEST_CASE("small words are a note") {
    const Row rows[] = {
        {"article", "The bridge needs the new timber deck by winter",
         "The bridge needs a new timber deck by winter"},
        {"that", "I think that the bridge needs new timber by winter",
         "I think the bridge needs new timber by winter"},
        {"just", "The bridge just needs new timber beams by winter",
         "The bridge needs new timber beams by winter"},
        {"contraction", "We do not see why the bridge needs timber by winter",
         "We don't see why the bridge needs timber by winter"},
        {"have", "We have seen why the bridge needs timber by winter",
         "We've seen why the bridge needs timber by winter"},
        {"preposition", "The bridge needs new timber beams in winter",
         "The bridge needs new timber beams by winter"},
        {"plural", "The bridge needs new timber beams by winter",
         "The bridge needs new timber beam by winter"},
        {"and", "The bridge needs timber, steel and paint by winter",
         "The bridge needs timber and steel and paint by winter"},
        {"said twice", "In truth nobody ever, nobody ever paid for the bridge timber",
         "In truth nobody ever paid for the bridge timber"},
        {"filler", "Well, really the bridge needs new timber beams",
         "Well the bridge needs new timber beams"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const Judgement judgement = judge(said(row.left), said(row.right));
            CAPTURE(judgement.trace.back().text);
            CHECK(judgement.verdict == Verdict::Wording);
            CHECK(judgement.level == Level::Note);
            CHECK_FALSE(judgement.left_marks.empty());
        }
    }
}

TEST_CASE("other words and passages left out are a warning") {
    const Row rows[] = {
        {"verb", "The council will repair the bridge before the winter storms",
         "The council will rebuild the bridge before the winter storms"},
        {"adjective", "The council owns a rotten bridge and angry boat crews",
         "The council owns a broken bridge and angry boat crews"},
        {"modal", "The council will repair the timber bridge before winter",
         "The council would repair the timber bridge before winter"},
        {"pronoun", "They promised the crews a timber bridge before winter",
         "We promised the crews a timber bridge before winter"},
        {"noun left out", "The council promised crews and fishermen a timber bridge before winter",
         "The council promised crews a timber bridge before winter"},
        {"title left out", "I disagree with Councillor Falk about the timber bridge repairs",
         "I disagree with Falk about the timber bridge repairs"},
        {"sentence left out",
         "The timber bridge is rotten. Nobody in town wants to pay for it. The crews cannot wait "
         "for "
         "spring",
         "The timber bridge is rotten. The crews cannot wait for spring"},
        {"quantifier", "Most crews want the timber bridge repaired before winter",
         "All crews want the timber bridge repaired before winter"},
        {"only", "The council only promised crews a timber bridge before winter",
         "The council promised crews a timber bridge before winter"},
        {"phrase", "The timber bridge is a burden on honest boat crews",
         "The timber bridge is a heavy load on honest boat crews"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const Judgement judgement = judge(said(row.left), said(row.right));
            CAPTURE(judgement.trace.back().text);
            CHECK(judgement.verdict == Verdict::Wording);
            CHECK(judgement.level == Level::Warning);
        }
    }
}

TEST_CASE("versions that assert opposite things disagree") {
    const Row rows[] = {
        {"not added", "The council did promise crews a timber bridge before winter",
         "The council did not promise crews a timber bridge before winter"},
        {"contracted not", "The council could pay for a timber bridge before winter",
         "The council couldn't pay for a timber bridge before winter"},
        {"never", "The council never promised boat crews a timber bridge",
         "The council promised boat crews a timber bridge"},
        {"no", "The council has no plan for the timber bridge repairs",
         "The council has a plan for the timber bridge repairs"},
        {"opposite verb", "The council will accept the timber bridge repairs before winter",
         "The council will reject the timber bridge repairs before winter"},
        {"opposite adjective", "The timber bridge is safe for trucks and boat crews",
         "The timber bridge is dangerous for trucks and boat crews"},
        {"number", "The council promised 30 boat crews a timber bridge",
         "The council promised 50 boat crews a timber bridge"},
        {"number word", "The council promised seven boat crews a timber bridge",
         "The council promised nine boat crews a timber bridge"},
        {"name", "The council sold the timber bridge to Osterby for nothing",
         "The council sold the timber bridge to Valdum for nothing"},
        {"at the front", "To fund this timber bridge would materially raise the harbour tax",
         "If crews don't fund this timber bridge it would materially raise the harbour tax"},
        {"without", "The council repaired the timber bridge with permission from crews",
         "The council repaired the timber bridge without permission from crews"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const Judgement judgement = judge(said(row.left), said(row.right));
            CAPTURE(judgement.trace.back().text);
            CHECK(judgement.verdict == Verdict::Disagree);
            CHECK(judgement.level <= Level::Warning);
        }
    }
}

TEST_CASE("a negation that only moves turns nothing round") {
    const Judgement judgement =
        judge(said("I do not think the council will repair the timber bridge this winter"),
              said("I think the council will not repair the timber bridge this winter"));
    CHECK(judgement.verdict == Verdict::Wording);
    CHECK(judgement.level == Level::Warning);
}

TEST_CASE("two remarks are different, however alike they sound") {
    const Row rows[] = {
        {"same topic", "The timber bridge must be repaired before winter",
         "The crews will never forget who closed the timber bridge"},
        {"same opening", "I think the council should repair the timber bridge",
         "I think the council should lower the harbour tax for crews"},
        {"a stock phrase", "At the end of the day, boats need a harbour",
         "At the end of the day, trucks need a road through the valley"},
        {"shared names", "Osterby and Valdum must share the ferry costs",
         "Osterby and Valdum have quarrelled about fishing rights for years"},
        {"one clause in common", "We talk about an invasion of our quiet harbour",
         "We saw an invasion of drugs and smugglers into our quiet country"},
        {"short", "That is a disgrace for Osterby", "It was a disgrace for the council"},
        {"same list", "Boats, trucks and trains", "Boats, trucks and bicycles need new lanes"},
        {"questions", "Who paid for the timber bridge repairs?",
         "Who sold the timber to the council?"},
        {"reused words", "The bridge will open when the crews have finished",
         "The crews have finished when the council opens its purse"},
        {"common words", "We are going to do the right thing for people",
         "People are going to get what people want from us"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const Judgement judgement = judge(said(row.left), said(row.right));
            CAPTURE(judgement.trace.back().text);
            CHECK(judgement.verdict == Verdict::Different);
        }
    }
}

TEST_CASE("the words that differ are marked, a blank where they are missing") {
    const std::string left = said("The council will repair the bridge before the winter storms");
    const std::string right = said("The council will rebuild the bridge before winter storms");
    const Judgement judgement = judge(left, right);
    CHECK(left_marks(left, judgement) == "/repair//the/");
    REQUIRE(judgement.right_marks.size() == 2);
    CHECK(slice(right, judgement.right_marks[1]) == " ");
}

TEST_CASE("words taken into a sentence may take its person") {
    const Judgement judgement =
        judge("\"I look forward to being completely vindicated,\" Oskar Falk said.",
              "Oskar Falk said he \"looks forward to being completely vindicated\".");
    CHECK(judgement.verdict == Verdict::Wording);
    CHECK(judgement.level == Level::Note);
}

TEST_CASE("a translated quotation is never more than a note") {
    const Judgement judgement =
        judge(said("The council will repair the bridge before the winter storms"),
              "\"The council will rebuild the bridge before the winter storms,\" Maria Lind said "
              "through an interpreter.");
    CHECK(judgement.verdict == Verdict::Wording);
    CHECK(judgement.level == Level::Note);
}

TEST_CASE("the same long words of two persons ask who said it") {
    const char* const words =
        "Every fisherman in Osterby deserves a harbour where boats survive the winter storms";

    struct Speakers {
        const char* name;
        const char* left;
        const char* right;
        Verdict expected;
    };

    const Speakers rows[] = {
        {"two persons", "Maria Lind", "Oskar Falk", Verdict::Disagree},
        {"surname only", "Maria Lind", "Lind", Verdict::Agree},
        {"other first name", "Mike Falk", "Michael Falk", Verdict::Agree},
        {"nobody named", "Maria Lind", "An official", Verdict::Agree},
        {"a spokesman", "Maria Lind", "A spokesman for Osterby", Verdict::Agree},
    };
    for (const Speakers& row : rows) {
        SUBCASE(row.name) {
            const Judgement judgement = judge(said(words, row.left), said(words, row.right));
            CAPTURE(judgement.trace.back().text);
            CHECK(judgement.verdict == row.expected);
            CHECK(is_about_speaker(judgement) == (row.expected == Verdict::Disagree));
        }
    }
}

TEST_CASE("short words of two persons are two remarks") {
    const Judgement judgement = judge(said("We need a new timber bridge", "Maria Lind"),
                                      said("We need a new timber bridge", "Oskar Falk"));
    CHECK(judgement.verdict == Verdict::Different);
}

TEST_CASE("judging is symmetric") {
    const std::string left = said("The council will repair the bridge before the winter storms");
    const std::string right = said("The council won't repair a bridge before winter storms");
    const Judgement one = judge(left, right);
    const Judgement two = judge(right, left);
    CHECK(one.verdict == two.verdict);
    CHECK(one.level == two.level);
    CHECK(one.sameness == two.sameness);
    CHECK(one.left_marks == two.right_marks);
}

}  // namespace
}  // namespace atodds
