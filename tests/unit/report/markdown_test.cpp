#include "report/markdown.hpp"

#include "report/format_writers.hpp"
#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {
namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("Markdown shows text as it is") {
    struct Row {
        const char* name;
        const char* text;
        const char* expected;
    };

    const Row rows[] = {
        {"plain", "41 people, at last.", "41 people, at last."},
        {"emphasis", "*a* _b_ ~~c~~", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~"},
        {"code and formula", "`a` $b$", "\\`a\\` \\$b\\$"},
        {"a link", "[a](http://b)", "\\[a\\](http\\://b)"},
        {"an address", "see https://a.example or www.b.example",
         "see https\\://a.example or www\\.b.example"},
        {"elements", "<b>a</b> & b", "&lt;b&gt;a&lt;/b&gt; &amp; b"},
        {"a heading", "# a", "\\# a"},
        {"a list", "- a", "\\- a"},
        {"a numbered list", "12. a", "12\\. a"},
        {"a numbered list with a bracket", "3) a", "3\\) a"},
        {"a full stop behind a number inside", "of 12. a", "of 12. a"},
        {"a cell of a table", "a|b", "a\\|b"},
        {"a mention", "ask @coast now", "ask @<!-- -->coast now"},
        {"an at sign alone", "a @ b", "a @ b"},
        {"a backslash", "a\\b", "a\\\\b"},
        {"hidden and line breaks", "a\u202Eb\nc", "a&lt;U+202E&gt;b c"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(markdown_text(row.text) == row.expected);
        }
    }
}

TEST_CASE("a report in Markdown has both sides with the value marked and its place") {
    const std::string text = to_markdown(test::two_counts(), {});
    CHECK(holds(text, "# 2 articles, 2 facts: 1 error, 0 warnings, 0 notes\n"));
    CHECK(holds(text, "## error: people brought ashore `00c0ffee00c0ffee`\n"));
    CHECK(holds(text, "  > Rescuers brought **41** people ashore.\n"));
    CHECK(holds(text, "articles/harbour.txt:1:47"));
    CHECK(holds(text, "[Harbour News](<https://harbour.example/a#:~:text="));
    CHECK(holds(text, "Coast Courier, 2031-05-03, articles/coast.txt:1:37"));
}

TEST_CASE("what does not fit into a summary is counted") {
    Report report = test::two_counts();
    for (int i = 0; i < 9; ++i) {
        report.findings.push_back(report.findings[0]);
    }
    const std::string text = markdown_report(report, {}, 1500);
    CHECK(text.size() < 4000);
    CHECK(holds(text, " more** did not fit here."));
    CHECK_FALSE(holds(markdown_report(report, {}, 1'000'000), "did not fit"));
}

TEST_CASE("a link target cannot end its angle brackets") {
    Report report = test::two_counts();
    report.articles[0].url = "https://a.example/<x>\\";
    CHECK(holds(to_markdown(report, {}), "](<https://a.example/%3Cx%3E%5C#:~:text="));
}

}  // namespace atodds
