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

namespace {

constexpr const char* kLong =
    "The harbour office closed the eastern lock on Friday for 3 weeks because two of its gates had "
    "bent in the frost, and barges will have to wait at Morrow Head until divers have looked at "
    "them. The tolls of the past week will be paid back to the skippers before the end of March. "
    "A crane from Orrin lifted the first of the gates in the night, and the crew found that the "
    "hinges had been worn down to half of their size. The office wants to replace all of them "
    "within 9 weeks, its engineer said, and asked the council for money from the storm fund.";

/// Whether a clash of "3 weeks" in the first text with `words` in its copy stays.
bool stays(const char* words, Tier tier) {
    static std::string copy;
    copy = kLong;
    copy.replace(copy.find("3 weeks"), 7, "5 weeks");
    OriginCase made;
    made.article("a", "Post", "2025-03-03", kLong)
        .article("b", "Voice", "2025-03-04", copy.c_str());
    made.finding(Verdict::Disagree, {{made.fact("a", "3 weeks")}, {made.fact("b", words)}});
    made.report().findings.front().tier = tier;
    drop_places_of_one_text(made.report(), made.read_origins());
    return !made.report().findings.empty();
}

}  // namespace

TEST_CASE("open clashes of two places of one copied text go, changed words at one place stay") {
    CHECK(stays("5 weeks", Tier::Open));
    CHECK_FALSE(stays("9 weeks", Tier::Open));
    CHECK(stays("9 weeks", Tier::Declared));
}

TEST_CASE("the days of two reports are no clash, the days of one event are") {
    const auto stays = [](const char* first, const char* second, const char* words) {
        OriginCase made;
        made.article("a", "Post", "2025-03-20", first).article("b", "Voice", "2025-03-20", second);
        made.finding(Verdict::Disagree, {{made.fact("a", "3 March")}, {made.fact("b", words)}});
        made.report().findings.front().tier = Tier::Open;
        made.report().findings.front().rule = "open/date";
        for (Fact& fact : made.report().facts) {
            fact.value.type = ValueType::Date;
        }
        drop_days_of_reports(made.report(), made.read_origins());
        return !made.report().findings.empty();
    };
    CHECK_FALSE(stays("Reuters reported on 3 March that the mill burnt.",
                      "Reuters reported on 9 March that it burnt.", "9 March"));
    // In the evening, or the morning after: one report.
    CHECK(stays("Reuters reported on 3 March that the mill burnt.",
                "Reuters reported on 4 March that it burnt.", "4 March"));
    CHECK(stays("Reuters reported that the mill burnt on 3 March.",
                "Reuters reported that it burnt on 9 March.", "9 March"));
    CHECK(stays("Reuters reported on 3 March that the mill burnt.", "It burnt on 9 March.",
                "9 March"));
}

TEST_CASE("values that the same copies both state are no open clash") {
    OriginCase made;
    made.article("a", "Post", "2025-03-03", kLong).article("b", "Voice", "2025-03-04", kLong);
    made.finding(Verdict::Disagree, {{made.fact("a", "3 weeks"), made.fact("b", "3 weeks")},
                                     {made.fact("a", "9 weeks"), made.fact("b", "9 weeks")}});
    made.report().findings.front().tier = Tier::Open;
    drop_places_of_one_text(made.report(), made.read_origins());
    CHECK(made.report().findings.empty());
}

TEST_CASE("what articles of their own both state stays") {
    OriginCase made;
    made.article("a", "Post", "2025-03-03", "It lasts 3 weeks or 9 weeks.")
        .article("b", "Voice", "2025-03-04", "Either 3 weeks pass, or 9 weeks do.");
    made.finding(Verdict::Disagree, {{made.fact("a", "3 weeks"), made.fact("b", "3 weeks")},
                                     {made.fact("a", "9 weeks"), made.fact("b", "9 weeks")}});
    made.report().findings.front().tier = Tier::Open;
    drop_places_of_one_text(made.report(), made.read_origins());
    CHECK(made.report().findings.size() == 1);
}

}  // namespace atodds
