#include "compare/hardening.hpp"

#include "compare/side_origins.hpp"
#include "support/origin_case.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace atodds {

namespace {

using test::OriginCase;

constexpr int kAsked = 2;
constexpr int kOrdered = 4;

std::vector<Finding>& hardened(OriginCase& made) {
    Origins& origins = made.read_origins();
    note_origins(made.report(), origins, made.reader());
    find_hardening(made.report(), origins);
    return made.report().findings;
}

std::string note_of(const Finding& finding) {
    const auto step = std::ranges::find(finding.trace, "hardening", &TraceStep::step);
    return step == finding.trace.end() ? "" : step->text;
}

/// A wire and an article that ends with `tail`.
OriginCase two(const char* tail) {
    OriginCase made;
    made.article("a", "Tarn Quay Wire", "2025-03-03", "The office asked the yard to stop.")
        .article("b", "Voice", "2025-03-04", tail);
    return made;
}

}  // namespace

TEST_CASE("asked upstream and ordered in the article that credits it is a hardening") {
    OriginCase made = two("The office ordered the yard to stop. Source: Tarn Quay Wire");
    made.finding(Verdict::Disagree,
                 {{made.level("a", "asked", kAsked)}, {made.level("b", "ordered", kOrdered)}});
    const std::vector<Finding>& findings = hardened(made);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].kind == FindingKind::Hardening);
    CHECK(note_of(findings[0]) ==
          "Voice has it from Tarn Quay Wire (its credit line says so), and there the words are "
          "softer: \"asked\" became \"ordered\"");
}

TEST_CASE("words that get softer on their way are no hardening") {
    OriginCase made;
    made.article("a", "Tarn Quay Wire", "2025-03-03", "The office ordered the yard to stop.")
        .article("b", "Voice", "2025-03-04", "The office asked it to stop. Source: Tarn Quay Wire");
    made.finding(Verdict::Disagree,
                 {{made.level("b", "asked", kAsked)}, {made.level("a", "ordered", kOrdered)}});
    CHECK(hardened(made)[0].kind == FindingKind::CrossArticle);
}

TEST_CASE("without an edge nothing hardens") {
    OriginCase made = two("The office ordered the yard to stop. Our paper asked why.");
    made.finding(Verdict::Disagree,
                 {{made.level("a", "asked", kAsked)}, {made.level("b", "ordered", kOrdered)}});
    CHECK(hardened(made)[0].kind == FindingKind::CrossArticle);
}

TEST_CASE("an article that has both words tells two stages") {
    OriginCase made =
        two("The office asked first, then ordered the yard to stop. Source: Tarn Quay Wire");
    made.finding(Verdict::Disagree,
                 {{made.level("a", "asked", kAsked), made.level("b", "asked", kAsked)},
                  {made.level("b", "ordered", kOrdered)}});
    CHECK(hardened(made)[0].kind == FindingKind::CrossArticle);
}

TEST_CASE("a credit for another passage does not reach the fact") {
    OriginCase made =
        two("The office ordered the yard to stop, a clerk told this newspaper. The Tarn Quay Wire "
            "reported a strike.");
    made.finding(Verdict::Disagree,
                 {{made.level("a", "asked", kAsked)}, {made.level("b", "ordered", kOrdered)}});
    CHECK(hardened(made)[0].kind == FindingKind::CrossArticle);
}

TEST_CASE("a fact that names the outlet hardens along it") {
    OriginCase made = two("The Tarn Quay Wire reported that the office ordered it to stop.");
    made.finding(Verdict::Disagree,
                 {{made.level("a", "asked", kAsked)},
                  {made.level("b", "ordered", kOrdered, {{"~tarn quay wire", "", {}, {}}})}});
    CHECK(hardened(made)[0].kind == FindingKind::Hardening);
}

TEST_CASE("a lost hedge is a hardening") {
    OriginCase made;
    made.article("a", "Tarn Quay Wire", "2025-03-03", "The yard may close.")
        .article("b", "Voice", "2025-03-04", "The yard closes. Source: Tarn Quay Wire");
    const std::string possible = made.fact("a", "close");
    made.last_fact().qualifiers.certainty = Certainty::Possible;
    made.finding(Verdict::Certainty, {{possible}, {made.fact("b", "closes")}});
    CHECK(hardened(made)[0].kind == FindingKind::Hardening);
}

TEST_CASE("among more articles the pair is told as one more finding") {
    OriginCase made = two("The office ordered the yard to stop. Source: Tarn Quay Wire");
    made.article("c", "Sheet", "2025-03-04", "The office ordered it.");
    made.finding(Verdict::Disagree,
                 {{made.level("a", "asked", kAsked)},
                  {made.level("b", "ordered", kOrdered), made.level("c", "ordered", kOrdered)}});
    const std::vector<Finding>& findings = hardened(made);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].kind == FindingKind::CrossArticle);
    CHECK(findings[1].kind == FindingKind::Hardening);
    CHECK(findings[1].id != findings[0].id);
    CHECK(findings[1].sides[0].articles == std::vector<std::string>{"a"});
    CHECK(findings[1].sides[1].articles == std::vector<std::string>{"b"});
}

TEST_CASE("numbers do not harden") {
    OriginCase made;
    made.article("a", "Tarn Quay Wire", "2025-03-03", "The fire killed 14.")
        .article("b", "Voice", "2025-03-04", "The fire killed 41. Source: Tarn Quay Wire");
    made.finding(Verdict::Disagree, {{made.fact("a", "14")}, {made.fact("b", "41")}});
    CHECK(hardened(made)[0].kind == FindingKind::CrossArticle);
}

}  // namespace atodds
