#include "compare/side_origins.hpp"

#include "support/origin_case.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace atodds {

namespace {

using test::OriginCase;
using Names = std::vector<std::string>;

/// What the trace says of origins; empty where it says nothing.
std::string note_of(OriginCase& made) {
    Origins& origins = made.read_origins();
    note_origins(made.report(), origins, made.reader());
    const std::vector<TraceStep>& trace = made.report().findings.front().trace;
    const auto step = std::ranges::find(trace, "origins", &TraceStep::step);
    return step == trace.end() ? "" : step->text;
}

}  // namespace

TEST_CASE("sides that go back to one outlet say so") {
    OriginCase made;
    made.article("a", "Post", "2025-03-03", "The fire killed 14. Source: Reuters")
        .article("b", "Voice", "2025-03-03", "The fire killed 41. Source: Reuters");
    made.finding(Verdict::Disagree, {{made.fact("a", "14")}, {made.fact("b", "41")}});
    CHECK(note_of(made) == "both sides go back to \"reuters\"; one of them garbled it");
    CHECK(made.report().findings.front().sides[0].origins == Names{"reuters"});
    CHECK(made.report().findings.front().sides[1].origins == Names{"reuters"});
    CHECK(made.report().origins.edges.size() == 2);
}

TEST_CASE("what an article credits in passing is presumed only") {
    OriginCase made;
    made.article("a", "Post", "2025-03-03", "The fire killed 14. Reuters reported more wounded.")
        .article("b", "Voice", "2025-03-03", "The fire killed 41. Source: Reuters");
    made.finding(Verdict::Disagree, {{made.fact("a", "14")}, {made.fact("b", "41")}});
    CHECK(note_of(made) ==
          "both sides go back to \"reuters\"; one of them may have garbled it, or "
          "it reported twice");
}

TEST_CASE("an outlet credited on days far apart may have reported twice") {
    OriginCase made;
    made.article("a", "Post", "2025-03-03", "The fire killed 14. Source: Reuters")
        .article("b", "Voice", "2025-03-20", "The fire killed 41. Source: Reuters");
    made.finding(Verdict::Disagree, {{made.fact("a", "14")}, {made.fact("b", "41")}});
    CHECK(note_of(made).find("may have garbled it") != std::string::npos);
}

TEST_CASE("the words fit the verdict") {
    const auto said = [](Verdict verdict) {
        OriginCase made;
        made.article("a", "Post", "2025-03-03", "The fire killed 14. Source: Reuters")
            .article("b", "Voice", "2025-03-03", "The fire killed 41. Source: Reuters");
        made.finding(verdict, {{made.fact("a", "14")}, {made.fact("b", "41")}});
        const std::string note = note_of(made);
        return note.substr(note.find("; ") + 2);
    };
    CHECK(said(Verdict::Certainty) == "one of them put it more firmly");
    CHECK(said(Verdict::Wording) == "one of them changed the words");
    CHECK(said(Verdict::Update) == "one of them has not caught up");
}

TEST_CASE("independent sides say nothing of origins") {
    OriginCase made;
    made.article("a", "Post", "2025-03-03", "The fire killed 14.")
        .article("b", "Voice", "2025-03-03", "The fire killed 41. Source: Reuters");
    made.finding(Verdict::Disagree, {{made.fact("a", "14")}, {made.fact("b", "41")}});
    CHECK(note_of(made) == "");
    CHECK(made.report().findings.front().sides[0].origins == Names{"a"});
}

TEST_CASE("one article is no copy of itself") {
    OriginCase made;
    made.article("a", "Post", "2025-03-03", "The fire killed 14. The fire killed 41.");
    made.finding(Verdict::Disagree, {{made.fact("a", "14")}, {made.fact("a", "41")}});
    CHECK(note_of(made) == "");
}

TEST_CASE("an article that credits another article of the finding has its origin") {
    OriginCase made;
    made.article("a", "Tarn Quay Wire", "2025-03-03", "The fire killed 14.")
        .article("b", "Voice", "2025-03-04", "The fire killed 41. Source: Tarn Quay Wire")
        .article("c", "Sheet", "2025-03-04", "The fire killed 41.");
    made.finding(Verdict::Disagree,
                 {{made.fact("a", "14")}, {made.fact("b", "41"), made.fact("c", "41")}});
    CHECK(note_of(made) == "");
    CHECK(made.report().findings.front().sides[0].origins == Names{"a"});
    CHECK(made.report().findings.front().sides[1].origins == Names{"a", "c"});
    CHECK(made.report().origins.edges.front().upstream == "a");
}

TEST_CASE("outlets that only the run knows get a name") {
    OriginCase made;
    made.article("a", "Post", "2025-03-03", "The fire killed 14, the Old Sheet Weekly reported.")
        .article("b", "Voice", "2025-03-04", "The fire killed 41.");
    made.finding(Verdict::Disagree, {{made.fact("a", "14", {{"~old sheet weekly", "", {}, {}}})},
                                     {made.fact("b", "41")}});
    CHECK(note_of(made) == "");
    CHECK(made.report().names.at("~old sheet weekly") == "Old Sheet Weekly");
}

}  // namespace atodds
