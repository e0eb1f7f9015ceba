#include "review/suppression_file.hpp"

#include "report/report_writer.hpp"
#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

std::vector<SuppressionEntry> entries_of(const std::string& text) {
    Diagnostics diagnostics;
    std::vector<SuppressionEntry> entries = parse_suppressions(text, "s.yml", diagnostics);
    CHECK(diagnostics.empty());
    return entries;
}

std::string told(const std::string& text) {
    Diagnostics diagnostics;
    parse_suppressions(text, "s.yml", diagnostics);
    std::string all;
    for (const Diagnostic& diagnostic : diagnostics) {
        all += to_text(diagnostic, text, ColorMode::Never);
    }
    return all;
}

const std::optional<Day> kToday = parse_iso_day("2031-05-20");

}  // namespace

TEST_CASE("entries of a suppression file") {
    const std::vector<SuppressionEntry> entries = entries_of(
        "# a comment\nsuppress:\n"
        "  - fingerprint: 00c0ffee00c0ffee\n    reason: known\n    owner: desk\n"
        "    expires: 2031-12-31\n"
        "  - {rule: open/number, path: \"archive/**\", reason: old}\n");
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].fingerprint == "00c0ffee00c0ffee");
    CHECK(entries[0].owner == "desk");
    CHECK(entries[0].expires == parse_iso_day("2031-12-31"));
    CHECK(entries[1].rule == "open/number");
    CHECK(entries[1].path == "archive/**");
    CHECK_FALSE(entries[1].expires.has_value());
}

TEST_CASE("files without an entry are sound") {
    for (const char* text : {"", "\n", "# nothing yet\n", "suppress:\n", "suppress: []\n"}) {
        CAPTURE(text);
        CHECK(entries_of(text).empty());
    }
}

TEST_CASE("what is wrong with a suppression file is told with its place") {
    struct Row {
        const char* name;
        const char* text;
        const char* told;
    };

    const Row rows[] = {
        {"no reason", "suppress:\n  - {rule: a, path: b}\n",
         "s.yml:2:6: error: a suppression lacks the key \"reason\"\n"
         " 2 | - {rule: a, path: b}\n"
         "   |    ^^^^\n"
         "  hint: say why, for those who come later\n"},
        {"fingerprint", "suppress:\n  - {fingerprint: 12, reason: r}\n",
         "s.yml:2:19: error: \"12\" is no fingerprint\n"
         " 2 | - {fingerprint: 12, reason: r}\n"
         "   |                 ^^\n"
         "  hint: fingerprints are 16 hexadecimal digits; reports print them in brackets\n"},
        {"rule alone", "suppress:\n  - {rule: a, reason: r}\n",
         "s.yml:2:6: error: neither a fingerprint nor a rule with a path\n"
         " 2 | - {rule: a, reason: r}\n"
         "   |    ^^^^\n"
         "  hint: name the finding, or a rule and the articles: path: \"archive/**\"\n"},
        {"both", "suppress:\n  - {fingerprint: 00c0ffee00c0ffee, rule: a, path: b, reason: r}\n",
         "s.yml:2:6: error: both a fingerprint and a rule or path\n"
         " 2 | - {fingerprint: 00c0ffee00c0ffee, rule: a, path: b, reason: r}\n"
         "   |    ^^^^^^^^^^^\n"
         "  hint: a fingerprint names one finding already\n"},
        {"day", "suppress:\n  - {rule: a, path: b, reason: r, expires: soon}\n",
         "s.yml:2:44: error: \"expires\" is \"soon\", expected a day\n"
         " 2 | - {rule: a, path: b, reason: r, expires: soon}\n"
         "   |                                          ^^^^\n"
         "  hint: write the last day it holds as 2031-12-31\n"},
        {"misspelt", "supress: []\n",
         "s.yml:1:1: error: unknown key \"supress\" in a suppression file\n"
         " 1 | supress: []\n"
         "   | ^^^^^^^\n"
         "  hint: did you mean \"suppress\"?\n"},
        {"no list", "suppress: all\n",
         "s.yml:1:11: error: \"suppress\" is \"all\", expected a list\n"
         " 1 | suppress: all\n"
         "   |           ^^^\n"
         "  hint: start each entry with \"- \"\n"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(told(row.text) == row.told);
        }
    }
}

TEST_CASE("a broken entry leaves the others") {
    Diagnostics diagnostics;
    CHECK(parse_suppressions("suppress:\n  - {rule: a}\n  - {rule: b, path: c, reason: r}\n", "f",
                             diagnostics)
              .size() == 1);
    CHECK_FALSE(diagnostics.empty());
}

TEST_CASE("what an entry suppresses") {
    struct Row {
        const char* name;
        const char* entry;
        bool is_shown;
    };

    const Row rows[] = {
        {"its fingerprint", "fingerprint: 00c0ffee00c0ffee", false},
        {"another fingerprint", "fingerprint: 00c0ffee00c0ffef", true},
        {"one of its articles", "{rule: open/number, path: articles/coast.txt}", false},
        {"a glob of rules and paths", "{rule: \"open/*\", path: \"articles/*\"}", false},
        {"another rule", "{rule: open/money, path: \"**\"}", true},
        {"other articles", "{rule: open/number, path: \"archive/**\"}", true},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            std::string entry = row.entry;
            entry = entry.starts_with('{') ? entry.substr(0, entry.size() - 1) : "{" + entry;
            const std::vector<SuppressionEntry> entries =
                entries_of("suppress:\n  - " + entry + ", reason: why, owner: desk}\n");
            Report report = test::two_counts();
            Diagnostics diagnostics;
            apply_suppressions(entries, "s.yml", kToday, report, diagnostics);
            CHECK(is_shown(report.findings[0]) == row.is_shown);
            CHECK(diagnostics.size() == (row.is_shown ? 1 : 0));
            if (!row.is_shown) {
                CHECK(report.findings[0].suppressed_by ==
                      Suppression{Suppression::Kind::File, "why (desk)", "s.yml"});
            }
        }
    }
}

TEST_CASE("an entry holds until the end of its last day") {
    struct Row {
        const char* name;
        std::optional<Day> today;
        bool is_shown;
    };

    const Row rows[] = {{"before", parse_iso_day("2031-05-01"), false},
                        {"on the day", parse_iso_day("2031-05-10"), false},
                        {"after", parse_iso_day("2031-05-11"), true},
                        {"no day known", std::nullopt, false}};
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            Report report = test::two_counts();
            Diagnostics diagnostics;
            apply_suppressions(entries_of("suppress:\n  - {rule: \"*\", path: \"**\", reason: r, "
                                          "expires: 2031-05-10}\n"),
                               "s.yml", row.today, report, diagnostics);
            CHECK(is_shown(report.findings[0]) == row.is_shown);
            CHECK(diagnostics.size() == (row.is_shown ? 1 : 0));
        }
    }
}

TEST_CASE("a run over some articles cannot tell that a fingerprint is unused") {
    Report report = test::two_counts();
    report.checked = {"coast"};
    Diagnostics diagnostics;
    apply_suppressions(entries_of("suppress:\n  - {fingerprint: ffffffffffffffff, reason: r}\n"
                                  "  - {rule: open/money, path: articles/harbour.txt, reason: r}\n"
                                  "  - {rule: open/money, path: articles/coast.txt, reason: r}\n"),
                       "s.yml", kToday, report, diagnostics);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].error.message == "this suppression suppresses nothing");
    CHECK(diagnostics[0].severity == Severity::Warning);
}

}  // namespace atodds
