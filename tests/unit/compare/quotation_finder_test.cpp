#include "compare/quotation_finder.hpp"

#include "compare/comparator.hpp"
#include "compare/finder.hpp"
#include "support/quotations.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

namespace atodds {
namespace {

/// The findings on articles "a", "b", ... of these texts, all pairs judged.
FoundDisagreements find(const std::vector<std::string>& texts) {
    static const RuleSet rules;
    static const EntityFinder entities(rules.entities);
    const Comparator comparator(rules, entities);
    std::vector<Article> articles;
    std::vector<Fact> facts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Article article;
        article.id = std::string(1, static_cast<char>('a' + i));
        articles.push_back(article);
        for (Fact& fact : test::quotations_of(texts[i], article.id)) {
            facts.push_back(std::move(fact));
        }
    }
    std::vector<std::uint32_t> all(facts.size());
    std::iota(all.begin(), all.end(), 0U);
    return find_disagreements(comparator, articles, facts, {all});
}

const char* const kRepair =
    "\"The council will repair the timber bridge before the winter storms,\" Maria Lind said.";
const char* const kRebuild =
    "\"The council will rebuild the timber bridge before the winter storms,\" Maria Lind said.";

TEST_CASE("versions of one remark are one finding, a side for each") {
    const FoundDisagreements found = find({kRepair, kRebuild, kRepair});
    REQUIRE(found.findings.size() == 1);
    const Finding& finding = found.findings.front();
    CHECK(finding.verdict == Verdict::Wording);
    CHECK(finding.level == Level::Warning);
    REQUIRE(finding.sides.size() == 2);
    CHECK(finding.sides[0].articles == std::vector<std::string>{"a", "c"});
    CHECK(finding.sides[1].articles == std::vector<std::string>{"b"});
    REQUIRE(finding.conflicts.size() == 1);
    CHECK(finding.marks.size() == 3);
    CHECK(finding.fact == "Words of Maria Lind");
    CHECK(found.agreements.size() == 1);
}

TEST_CASE("a shorter and a longer quotation with the same words are one side") {
    const FoundDisagreements found = find(
        {kRepair,
         "\"The council will rebuild the timber bridge before the winter storms. Crews will be "
         "paid,\" Maria Lind said.",
         kRebuild});
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings.front().sides.size() == 2);
}

TEST_CASE("two remarks inside one long quotation are two findings") {
    const std::string both =
        "\"The council will repair the timber bridge before the winter storms. Every fishing crew "
        "pays a fair share of harbour tax,\" Maria Lind said.";
    const FoundDisagreements found =
        find({both, kRebuild,
              "\"Every fishing crew pays an equal share of harbour tax,\" Maria Lind said."});
    CHECK(found.findings.size() == 2);
}

TEST_CASE("the strongest difference decides for the whole finding") {
    const FoundDisagreements found = find(
        {kRepair, kRebuild,
         "\"The council will not repair the timber bridge before the winter storms,\" Maria Lind "
         "said."});
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings.front().verdict == Verdict::Disagree);
    CHECK(found.findings.front().sides.size() == 3);
}

TEST_CASE("who said it is a finding of its own") {
    const std::string words =
        "\"Every fisherman in Osterby deserves a harbour where boats survive the winter storms,\" ";
    const FoundDisagreements found = find({words + "Maria Lind said.", words + "Oskar Falk said."});
    REQUIRE(found.findings.size() == 1);
    const Finding& finding = found.findings.front();
    CHECK(finding.verdict == Verdict::Disagree);
    CHECK(finding.level == Level::Warning);
    REQUIRE(finding.sides.size() == 2);
    CHECK(finding.sides[0].value.starts_with("Maria Lind: "));
    CHECK(finding.sides[1].value.starts_with("Oskar Falk: "));
}

TEST_CASE("the same words by two speakers ask who said it, where they are surely two") {
    struct Row {
        const char* name;
        const char* left;   ///< behind the words of the first article
        const char* right;  ///< behind those of the second
        const char* sides;  ///< the speakers of the finding; empty without one
    };

    const Row rows[] = {
        {"two persons", "Maria Lind said.", "Oskar Falk said.", "Maria Lind, Oskar Falk"},
        {"turned round", "said Maria Lind.", "said Oskar Falk.", "Maria Lind, Oskar Falk"},
        {"with offices", "Maria Lind, the mayor, said.", "Oskar Falk, a skipper, said.",
         "Maria Lind, Oskar Falk"},
        {"told somebody", "Maria Lind told reporters.", "Oskar Falk told the council.",
         "Maria Lind, Oskar Falk"},
        {"titles", "Mayor Maria Lind said.", "Captain Oskar Falk said.", "Maria Lind, Oskar Falk"},
        {"a surname", "Maria Lind said.", "Lind said.", ""},
        {"one surname", "Maria Lind said.", "Oskar Lind said.", ""},
        {"a pronoun", "Maria Lind said.", "she said.", ""},
        {"an office alone", "Maria Lind said.", "the mayor said.", ""},
        {"a spokesman", "Maria Lind said.", "a spokesman for the council said.", ""},
        {"nobody", "Maria Lind said.", "it was heard.", ""},
        {"one speaker", "Maria Lind said.", "Maria Lind said on Monday.", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const std::string words =
                "\"Every fisherman in Osterby deserves a harbour where boats survive the winter "
                "storms,\" ";
            std::string sides;
            for (const Finding& finding : find({words + row.left, words + row.right}).findings) {
                CHECK(finding.verdict == Verdict::Disagree);
                CHECK(finding.level == Level::Warning);
                for (const Side& side : finding.sides) {
                    sides +=
                        (sides.empty() ? "" : ", ") + side.value.substr(0, side.value.find(':'));
                }
            }
            CHECK(sides == row.sides);
        }
    }
}

TEST_CASE("the same words are an agreement and no finding") {
    const FoundDisagreements found = find({kRepair, kRepair});
    CHECK(found.findings.empty());
    REQUIRE(found.agreements.size() == 1);
    CHECK(found.agreements.front().sides.size() == 1);
}

TEST_CASE("a paraphrase has no wording to differ in") {
    const FoundDisagreements found =
        find({kRepair, "Maria Lind said the council would rebuild the timber bridge this winter."});
    CHECK(found.findings.empty());
}

TEST_CASE("the fingerprint does not move with the text around a quotation") {
    const FoundDisagreements one = find({kRepair, kRebuild});
    const FoundDisagreements two = find(
        {std::string("Rain fell all day. ") + kRepair, std::string("It was cold.\n") + kRebuild});
    REQUIRE(one.findings.size() == 1);
    REQUIRE(two.findings.size() == 1);
    CHECK(one.findings.front().id == two.findings.front().id);
}

TEST_CASE("long quotations are shown around what differs") {
    const std::string opening =
        "We have listened to every crew in this harbour for three long years and we have read "
        "every "
        "letter that came to the office. ";
    const std::string ending =
        " After that we shall talk about money, about the ferry, about the lights on the pier and "
        "about everything else that waits.";
    const FoundDisagreements found =
        find({"\"" + opening + "The council will repair the timber bridge." + ending +
                  "\" Maria Lind said.",
              "\"" + opening + "The council will rebuild the timber bridge." + ending +
                  "\" Maria Lind said."});
    REQUIRE(found.findings.size() == 1);
    const std::string& value = found.findings.front().sides.front().value;
    CHECK(value.find("repair the timber bridge") != std::string::npos);
    CHECK(value.size() < 220);
}

}  // namespace
}  // namespace atodds
