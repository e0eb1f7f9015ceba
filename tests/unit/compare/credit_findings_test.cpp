#include "compare/credit_findings.hpp"

#include "compare/side_origins.hpp"
#include "support/origin_case.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace atodds {

namespace {

using test::OriginCase;

/// The findings of kind Credit.
std::vector<Finding> credits_of(OriginCase& made) {
    Origins& origins = made.read_origins();
    note_origins(made.report(), origins, made.reader());
    find_conflicting_credit(made.report(), origins, made.reader());
    std::vector<Finding> found;
    std::ranges::copy_if(
        made.report().findings, std::back_inserter(found),
        [](const Finding& finding) { return finding.kind == FindingKind::Credit; });
    return found;
}

SourceRef at(const char* id, ByteSpan span) {
    return {id, id, span, {}};
}

const Fact* fact_of(const Report& report, const std::string& id) {
    const auto found = std::ranges::find(report.facts, id, &Fact::id);
    return found == report.facts.end() ? nullptr : &*found;
}

/// Two articles that state the same value, and a third that clashes with them.
OriginCase three(const char* first, const char* second) {
    OriginCase made;
    made.article("a", "Post", "2025-03-03", first)
        .article("b", "Voice", "2025-03-03", second)
        .article("c", "Sheet", "2025-03-03", "The fire killed 41.");
    made.finding(Verdict::Disagree,
                 {{made.fact("a", "14"), made.fact("b", "14")}, {made.fact("c", "41")}});
    return made;
}

}  // namespace

TEST_CASE("one value credited to two outlets is a finding that quotes both credits") {
    OriginCase made =
        three("The fire killed 14. Source: Reuters", "The fire killed 14. Source: Lenne Gazette");
    const std::vector<Finding> found = credits_of(made);
    REQUIRE(found.size() == 1);
    CHECK(found[0].verdict == Verdict::Disagree);
    CHECK(found[0].level == Level::Note);
    CHECK(found[0].fact == "Who reported it: What was it? value 0");
    REQUIRE(found[0].sides.size() == 2);
    CHECK(found[0].sides[0].value == "gazette");
    CHECK(found[0].sides[1].value == "reuters");
    CHECK(found[0].conflicts == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}});
    const Fact* quoted = fact_of(made.report(), found[0].sides[1].facts.front());
    REQUIRE(quoted != nullptr);
    CHECK(quoted->surface == "Reuters");
    CHECK(quoted->article == "a");
    CHECK(std::ranges::is_sorted(made.report().facts, {}, [](const Fact& fact) {
        return std::pair(fact.article, fact.span);
    }));
}

TEST_CASE("the same credit on both sides is no conflict") {
    OriginCase made =
        three("The fire killed 14. Source: Reuters", "The fire killed 14. Source: Reuters");
    CHECK(credits_of(made).empty());
}

TEST_CASE("an article that credits both outlets does not compete with one that credits one") {
    OriginCase made = three("The fire killed 14. Source: Reuters",
                            "The fire killed 14. Reuters reported it; the Lenne Gazette reported "
                            "it too.");
    CHECK(credits_of(made).empty());
}

TEST_CASE("credit in passing is too little for a conflict") {
    OriginCase made = three("The fire killed 14. Source: Reuters",
                            "The fire killed 14. The Lenne Gazette reported a strike.");
    CHECK(credits_of(made).empty());
}

TEST_CASE("other values credited to other outlets are a disagreement and no credit conflict") {
    OriginCase made;
    made.article("a", "Post", "2025-03-03", "The fire killed 14. Source: Reuters")
        .article("b", "Voice", "2025-03-03", "The fire killed 41. Source: Lenne Gazette");
    made.finding(Verdict::Disagree, {{made.fact("a", "14")}, {made.fact("b", "41")}});
    CHECK(credits_of(made).empty());
}

TEST_CASE("an outlet's own article and one that credits another outlet do not compete with it") {
    OriginCase made;
    made.article("a", "Lenne Gazette", "2025-03-03", "The fire killed 14. Source: Reuters")
        .article("b", "Voice", "2025-03-03", "The fire killed 14. Source: Lenne Gazette")
        .article("c", "Sheet", "2025-03-03", "The fire killed 41.");
    made.finding(Verdict::Disagree,
                 {{made.fact("a", "14"), made.fact("b", "14")}, {made.fact("c", "41")}});
    CHECK(credits_of(made).empty());
}

TEST_CASE("a remark may be made to two outlets") {
    OriginCase made;
    made.article("a", "Post", "2025-03-03", "Karl Poe told Reuters that 14 had died.")
        .article("b", "Voice", "2025-03-03", "Karl Poe told the Lenne Gazette that 14 had died.")
        .article("c", "Sheet", "2025-03-03", "The fire killed 41.");
    made.finding(Verdict::Disagree, {{made.fact("a", "14", {at("reuters", {14, 21})}),
                                      made.fact("b", "14", {at("gazette", {18, 31})})},
                                     {made.fact("c", "41")}});
    CHECK(credits_of(made).empty());
}

TEST_CASE("two outlets named as the first to report are a warning") {
    OriginCase made;
    made.article("a", "Post", "2025-03-03", "The fire killed 14. Reuters first reported it.")
        .article("b", "Voice", "2025-03-03",
                 "The fire killed 41, as was first reported by the Lenne Gazette.");
    made.finding(Verdict::Disagree, {{made.fact("a", "14")}, {made.fact("b", "41")}});
    const std::vector<Finding> found = credits_of(made);
    REQUIRE(found.size() == 1);
    CHECK(found[0].level == Level::Warning);
    CHECK(found[0].fact == "Who reported it first: What was it?");
}

TEST_CASE("many shared facts make one finding for the same articles and outlets") {
    OriginCase made =
        three("The fire killed 14. Source: Reuters", "The fire killed 14. Source: Lenne Gazette");
    Finding other = made.report().findings.front();
    other.id = "fedcba9876543210";
    made.report().findings.push_back(other);
    CHECK(credits_of(made).size() == 1);
}

TEST_CASE("open facts are too unsure to tell conflicting credit") {
    OriginCase made =
        three("The fire killed 14. Source: Reuters", "The fire killed 14. Source: Lenne Gazette");
    made.report().findings.front().tier = Tier::Open;
    CHECK(credits_of(made).empty());
}

}  // namespace atodds
