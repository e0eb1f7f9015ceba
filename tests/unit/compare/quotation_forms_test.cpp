// What two newspapers may do to one remark without a finding: brackets, a paraphrase; and how the
// words that differ are marked where there is one.

#include "compare/quotation_comparator.hpp"
#include "support/news_report.hpp"
#include "support/quotations.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

Judgement judge(const std::string& left, const std::string& right) {
    static const RuleSet rules;
    static const EntityFinder entities(rules.entities);
    const std::vector<Fact> a = test::quotations_of(left, "a");
    const std::vector<Fact> b = test::quotations_of(right, "b");
    REQUIRE(a.size() == 1);
    REQUIRE(b.size() == 1);
    return judge_quotations(entities, a.front(), b.front());
}

std::string said(const std::string& words) {
    return "\"" + words + ",\" Maria Lind said.";
}

std::string marked(const std::string& text, const std::vector<ByteSpan>& marks) {
    std::string all;
    for (const ByteSpan span : marks) {
        all += "/" + std::string(slice(text, span)) + "/";
    }
    return all;
}

TEST_CASE("what an editor puts in brackets is no word of the speaker") {
    struct Row {
        const char* name;
        const char* left;
        const char* right;
        Verdict verdict;
    };

    const Row rows[] = {
        {"name for a pronoun", "He will give every crew a dry berth before the winter storms",
         "[Oskar Falk] will give every crew a dry berth before the winter storms", Verdict::Agree},
        {"two names", "He will give every crew a dry berth before the winter storms",
         "[Oskar Falk] will give [the crews] a dry berth before the winter storms", Verdict::Agree},
        {"noun for a pronoun", "We will build it for every crew before winter",
         "We will build [the pier] for every crew before winter", Verdict::Agree},
        {"words added", "The council gives every crew a dry berth before the winter storms",
         "The council [of Osterby] gives every crew a dry berth before the winter storms",
         Verdict::Agree},
        {"words added at the end", "The council gives every crew a dry berth",
         "The council gives every crew a dry berth [before the winter storms]", Verdict::Agree},
        {"a capital", "The council gives every crew a dry berth before the winter storms",
         "[T]he council gives every crew a dry berth before the winter storms", Verdict::Agree},
        {"a small letter", "The council gives every crew a dry berth before the winter storms",
         "[t]he council gives every crew a dry berth before the winter storms", Verdict::Agree},
        {"sic", "The council gives every crew a dry birth before the winter storms",
         "The council gives every crew a dry birth [sic] before the winter storms", Verdict::Agree},
        {"dots",
         "The council gives every crew, great or small, a dry berth before the winter storms",
         "The council gives every crew [...] a dry berth before the winter storms", Verdict::Agree},
        {"laughter", "The council gives every crew a dry berth before the winter storms",
         "The council gives every crew [laughs] a dry berth before the winter storms",
         Verdict::Agree},
        {"both have brackets", "[Oskar Falk] gives every crew a dry berth before the winter storms",
         "[The mayor] gives every crew a dry berth before the winter storms", Verdict::Agree},
        {"another word outside", "He will give every crew a dry berth before the winter storms",
         "[Oskar Falk] will give every crew a warm berth before the winter storms",
         Verdict::Wording},
        {"an article outside", "We will give the crews a dry berth before the winter storms",
         "We will give [the port's] crews the dry berth before the winter storms",
         Verdict::Wording},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const Judgement judgement = judge(said(row.left), said(row.right));
            CAPTURE(judgement.trace.back().text);
            CHECK(judgement.verdict == row.verdict);
            CHECK(judge(said(row.right), said(row.left)).verdict == row.verdict);
        }
    }
}

TEST_CASE("the words that differ are marked on both sides, a blank where they are missing") {
    struct Row {
        const char* name;
        const char* left;
        const char* right;
        const char* left_marks;
        const char* right_marks;
    };

    const Row rows[] = {
        {"one word", "The council will repair the bridge before the storms",
         "The council will rebuild the bridge before the storms", "/repair/", "/rebuild/"},
        {"an article changed", "We will build a bridge before the storms",
         "We will build the bridge before the storms", "/a/", "/the/"},
        {"an article dropped", "We will build a bridge before the storms",
         "We will build a bridge before storms", "/the/", "/ /"},
        {"a word dropped", "We will just build a bridge before the storms",
         "We will build a bridge before the storms", "/just/", "/ /"},
        {"a word added", "We will build a bridge before the storms",
         "We will build a new bridge before the storms", "/ /", "/new/"},
        {"two places", "The council will repair the old timber bridge before the winter storms",
         "The council will rebuild the old timber bridge before the autumn storms",
         "/repair//winter/", "/rebuild//autumn/"},
        {"a run of words", "We will build a wide bridge before the storms",
         "We will build two narrow bridges before the storms", "/a wide//bridge/",
         "/two narrow//bridges/"},
        {"a figure", "We will build 12 bridges before the storms",
         "We will build 15 bridges before the storms", "/12/", "/15/"},
        {"tense", "We will build a bridge before the storms come",
         "We will build a bridge before the storms came", "/come/", "/came/"},
        {"only", "We build only bridges before the storms",
         "We build bridges only before the storms", "/only// /", "/ //only/"},
        {"a negation", "We will build a bridge before the storms",
         "We will not build a bridge before the storms", "/ /", "/not/"},
        {"nothing differs", "We will build a bridge before the storms",
         "We will build a bridge before the storms", "", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const std::string left = said(row.left);
            const std::string right = said(row.right);
            const Judgement judgement = judge(left, right);
            CAPTURE(judgement.trace.back().text);
            CHECK(marked(left, judgement.left_marks) == row.left_marks);
            CHECK(marked(right, judgement.right_marks) == row.right_marks);
        }
    }
}

TEST_CASE("a paraphrase is held to the content of a quotation, not to its words") {
    struct Row {
        const char* name;
        const char* quoted;
        const char* told;
        const char* found;
    };

    const Row rows[] = {
        {"the same sum", "\"Halm will pay $84 million for the trams,\" Maria Lind said.",
         "Maria Lind said Halm would pay $84 million for the trams.", ""},
        {"another sum", "\"Halm will pay $84 million for the trams,\" Maria Lind said.",
         "Maria Lind said Halm would pay $91 million for the trams.", "disagree note"},
        {"rounded", "\"Halm will pay $84 million for the trams,\" Maria Lind said.",
         "Maria Lind said Halm would pay about $84 million for the trams.", ""},
        {"the same count", "\"Halm will buy 24 trams for the harbour line,\" Maria Lind said.",
         "Maria Lind said Halm would buy 24 trams for the harbour line.", ""},
        {"another count", "\"Halm will buy 24 trams for the harbour line,\" Maria Lind said.",
         "Maria Lind said Halm would buy 21 trams for the harbour line.", "disagree error"},
        {"a count in words",
         "\"Halm will buy twelve trams for the harbour line,\" Maria Lind said.",
         "Maria Lind said Halm would buy 12 trams for the harbour line.", ""},
        {"other words", "\"We shall rebuild the old tram line by winter,\" Maria Lind said.",
         "Maria Lind said the council would restore the old tram line by winter.", ""},
        {"person and tense", "\"I have never sold a tram in my life,\" Maria Lind said.",
         "Maria Lind said she had never sold a tram in her life.", ""},
        {"shortened", "\"We looked at every rail and every wire of the line,\" Maria Lind said.",
         "Maria Lind said every rail had been looked at.", ""},
        {"another matter", "\"The trams of Halm are old and slow,\" Maria Lind said.",
         "Maria Lind said the harbour of Halm was too small.", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const test::News quoted = {"a", "2025-04-02", "", row.quoted, "", ""};
            const test::News told = {"b", "2025-04-02", "", row.told, "", ""};
            CHECK(test::told(test::report_on({quoted, told})) == row.found);
        }
    }
}

}  // namespace
}  // namespace atodds
