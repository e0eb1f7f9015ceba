#include "extract/contest_reader.hpp"

#include "support/news_report.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {
namespace {

/// The result of the first contest that the sentence tells; empty where it tells none.
std::string contest_in(const std::string& text) {
    for (const Fact& fact : test::facts_in({"a", "2025-03-07", "", text, "", ""})) {
        if (fact.rule == "open/contest") {
            return fact.value.text;
        }
    }
    return "";
}

struct Row {
    const char* text;
    const char* result;
};

TEST_CASE("a contest is read from verbs, nouns and bare scores") {
    const Row rows[] = {
        {"In May Ostrow beat Ketterby.", "Ostrow beat Ketterby"},
        {"In May Ostrow beat Ketterby 3-1.", "Ostrow beat Ketterby 3-1"},
        {"On Friday Ostrow lost narrowly, 2-3, to Ketterby.", "Ketterby beat Ostrow 3-2"},
        {"On Friday Ostrow lost 0-2 to Ketterby.", "Ketterby beat Ostrow 2-0"},
        {"On Friday Ostrow won 21\u201318 against Ketterby.", "Ostrow beat Ketterby 21-18"},
        {"On Friday Ostrow were beaten 4-1 by Velmark Rovers.", "Velmark Rovers beat Ostrow 4-1"},
        {"Away from home, Ostrow drew 1-1 with Ketterby.", "Ostrow drew with Ketterby 1-1"},
        {"The home team of Ostrow fell to Ketterby.", "Ketterby beat Ostrow"},
        {"On Friday Ostrow took a 2-1 win over Ketterby.", "Ostrow beat Ketterby 2-1"},
        {"Fans sang after Ostrow's 2-1 defeat by Ketterby.", "Ketterby beat Ostrow 2-1"},
        {"A goal by Ada Rell gave Ostrow a 1-0 victory against Ketterby.",
         "Ostrow beat Ketterby 1-0"},
        {"Ada Rell played in the heavy defeat against Ketterby.", "Ketterby beat somebody"},
        {"On Friday Ostrow came back to beat Ketterby 3-2.", "Ostrow beat Ketterby 3-2"},
        {"Velmark Rovers 2-1 Ketterby", "Velmark Rovers beat Ketterby 2-1"},
        {"Velmark Rovers 1-2 Ketterby", "Ketterby beat Velmark Rovers 2-1"},
        {"In the final Ada Rell lost to Greta Lund, the holder, by a score of 17-14.",
         "Greta Lund beat Ada Rell 17-14"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.text) {
            CHECK(contest_in(row.text) == row.result);
        }
    }
}

TEST_CASE("several scores, scores of others and of nothing stay out of a result") {
    const Row rows[] = {
        {"In May Ada Rell beat Greta Lund 6-4, 7-5.", "Ada Rell beat Greta Lund"},
        {"In May Ostrow beat Ketterby and Velmark lost 0-3.", "Ostrow beat Ketterby"},
        {"On Friday Ostrow beat Ketterby 1-1.", "Ostrow beat Ketterby"},
        {"On Friday Ostrow beat Ketterby in 2023-24.", "Ostrow beat Ketterby"},
        {"On Friday Ostrow hoped to beat Ketterby.", ""},
        {"On Friday Ostrow did not beat Ketterby.", ""},
        {"On Friday Hartco beat Ketterby forecasts.", ""},
        {"In its report Hartco tells on pages 3-4 of Ketterby.", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.text) {
            CHECK(contest_in(row.text) == row.result);
        }
    }
}

}  // namespace
}  // namespace atodds
