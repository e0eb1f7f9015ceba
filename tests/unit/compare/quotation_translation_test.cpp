#include "compare/quotation_translation.hpp"

#include "support/news_report.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace atodds {
namespace {

constexpr const char* kRepair = "The council will repair the timber bridge before the storms";
constexpr const char* kRebuild = "The council will rebuild the timber bridge before the storms";

/// "wording note, translations": verdict, level and what the decision adds, of the finding on two
/// versions of one remark.
std::string found(const std::string& left, const std::string& right) {
    const test::News one = {"a", "2025-04-02", "", left, "", ""};
    const test::News two = {"b", "2025-04-02", "", right, "", ""};
    std::string all;
    for (const Finding& finding : test::report_on({one, two}).findings) {
        if (finding.rule != "open/quote") {
            continue;
        }
        const auto decides = std::ranges::find(finding.trace, true, &TraceStep::decides);
        const bool is_told = decides != finding.trace.end() &&
                             decides->text.find("may be two translations") != std::string::npos;
        all += fmt::format("{}{}{}", finding.verdict == Verdict::Wording ? "wording" : "disagree",
                           finding.level == Level::Note ? " note" : "",
                           is_told ? ", translations" : "");
    }
    return all;
}

std::string said(const char* words, const std::string& by) {
    return fmt::format("\"{},\" {}.", words, by);
}

struct Row {
    const char* name;
    const char* left;  ///< who said it, where and how
    const char* right;
    const char* found;
};

}  // namespace

TEST_CASE("words of two translators are a note that says so") {
    const Row rows[] = {
        {"no language told", "Maria Lind said", "Maria Lind said", "wording"},
        {"an interpreter", "Maria Lind said", "Maria Lind said through an interpreter",
         "wording note, translations"},
        {"a translator", "Maria Lind said through a translator", "Maria Lind said",
         "wording note, translations"},
        {"a translation", "Maria Lind said, according to a translation", "Maria Lind said",
         "wording note, translations"},
        {"in a language", "Maria Lind said in Swedish", "Maria Lind said",
         "wording note, translations"},
        {"in her language", "Maria Lind said in her native Swedish", "Maria Lind said",
         "wording note, translations"},
        {"told reporters in a language", "Maria Lind told reporters in French",
         "Maria Lind told reporters", "wording note, translations"},
        {"in English", "Maria Lind said in English", "Maria Lind said", "wording"},
        {"a place of that name", "Maria Lind said in Russian waters", "Maria Lind said", "wording"},
        {"state media", "Maria Lind told the state news agency", "Maria Lind said",
         "wording note, translations"},
        {"state television", "Maria Lind told state television", "Maria Lind said",
         "wording note, translations"},
        {"a foreign newspaper", "Maria Lind told Le Monde", "Maria Lind said",
         "wording note, translations"},
        {"an English newspaper", "Maria Lind told the Guardian", "Maria Lind said", "wording"},
        {"a government", "China's foreign ministry said", "China's foreign ministry said",
         "wording note, translations"},
        {"her government", "Maria Lind, a spokeswoman for the Polish government, said",
         "Maria Lind said", "wording note, translations"},
        {"a government that speaks English", "The Irish government said",
         "The Irish government said", "wording"},
        {"said in English all the same", "China's foreign ministry said in English",
         "China's foreign ministry said", "wording"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.left);
            CHECK(found(said(kRepair, row.left), said(kRebuild, row.right)) == row.found);
            CHECK(found(said(kRebuild, row.right), said(kRepair, row.left)) == row.found);
        }
    }
}

TEST_CASE("a notice of translation speaks for all quotations of its article") {
    const Row rows[] = {
        {"at the end", "Translated from the Polish by Jane Roe.", "", "wording note, translations"},
        {"of the interview", "The interview was translated by Jane Roe.", "",
         "wording note, translations"},
        {"remarks", "Her remarks were translated from Polish.", "", "wording note, translations"},
        {"none", "The rain stopped at noon.", "", "wording"},
        {"in quotation marks", "The sign says \"translated by hand\" in red.", "", "wording"},
        {"a verb of another thing", "The mayor translated words into deeds.", "", "wording"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const std::string notice = fmt::format("\n\n{}", row.left);
            CHECK(found(said(kRepair, "Maria Lind said") + notice,
                        said(kRebuild, "Maria Lind said")) == row.found);
        }
    }
}

TEST_CASE("what two translations cannot explain stays a disagreement") {
    const std::string by = "China's foreign ministry said";
    CHECK(found(said("The council will not repair the timber bridge before the storms", by),
                said(kRepair, by))
              .starts_with("disagree"));
    CHECK(found(said("The council will repair 12 timber bridges before the storms", by),
                said("The council will repair 15 timber bridges before the storms", by))
              .starts_with("disagree"));
}

}  // namespace atodds
