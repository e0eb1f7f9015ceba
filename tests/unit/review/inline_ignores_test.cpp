#include "review/inline_ignores.hpp"

#include "ingest/article_reader.hpp"
#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

Article article_of(const std::string& text, ArticleFormat format = ArticleFormat::Text) {
    Diagnostics diagnostics;
    Result<std::vector<Article>> articles = parse_articles(text, "a.txt", format, diagnostics);
    REQUIRE(articles);
    return articles->front();
}

std::string_view words_at(const Article& article, ByteSpan span) {
    return std::string_view(article.text).substr(span.begin, span.size());
}

constexpr const char* kComment = "<!-- atodds-ignore open/number: old count -->";

}  // namespace

TEST_CASE("a comment speaks of its own paragraph or of the block below") {
    struct Row {
        const char* name;
        std::string text;
        const char* block;
    };

    const std::string comment = kComment;
    const Row rows[] = {
        {"above", "Title\n\n" + comment + "\n\nIt was 41.\n\nThen 47.\n", "It was 41."},
        {"directly above", "Title\n\n" + comment + "\nIt was 41.\n\nThen 47.\n", "It was 41."},
        {"behind", "Title\n\nIt was 41. " + comment + "\n\nThen 47.\n", "It was 41."},
        {"in front", "Title\n\n" + comment + " It was 41.\n\nThen 47.\n", "It was 41."},
        {"below the last", "Title\n\nIt was 41.\n\nThen 47.\n\n" + comment + "\n", ""},
        {"first of all", comment + "\nTitle\n\nIt was 41.\n", "Title"},
    };
    for (const ArticleFormat format : {ArticleFormat::Text, ArticleFormat::Markdown}) {
        for (const Row& row : rows) {
            const std::string name = std::string(row.name) +
                                     (format == ArticleFormat::Text ? " in text" : " in Markdown");
            SUBCASE(name.c_str()) {
                const Article article = article_of(row.text, format);
                Diagnostics diagnostics;
                const std::vector<InlineIgnore> ignores = find_inline_ignores(article, diagnostics);
                REQUIRE(ignores.size() == 1);
                CHECK(diagnostics.empty());
                CHECK(words_at(article, ignores[0].span) == kComment);
                CHECK(words_at(article, ignores[0].block) == row.block);
            }
        }
    }
}

TEST_CASE("a comment is no text of the article") {
    for (const ArticleFormat format : {ArticleFormat::Text, ArticleFormat::Markdown}) {
        const Article article =
            article_of(std::string("Title\n\nIt was 41. ") + kComment + "\n", format);
        CHECK(article.reading.size() == article.text.size());
        CHECK(article.reading.find("atodds") == std::string::npos);
        CHECK(words_at(article, article.blocks.back().span) == "It was 41.");
    }
}

TEST_CASE("comments that are none of ours stay in plain text") {
    const Article article = article_of("Title\n\nHe wrote <!-- todo --> in it.\n");
    CHECK(article.reading == article.text);
    Diagnostics diagnostics;
    CHECK(find_inline_ignores(article, diagnostics).empty());
    CHECK(diagnostics.empty());
}

TEST_CASE("several rules and any reason") {
    Diagnostics diagnostics;
    const std::vector<InlineIgnore> ignores = find_inline_ignores(
        article_of("It was 41. <!--atodds-ignore  open/number , open/*,3f9a17c2d4e5b601 : a: b-->"),
        diagnostics);
    REQUIRE(ignores.size() == 1);
    CHECK(ignores[0].rules ==
          std::vector<std::string>{"open/number", "open/*", "3f9a17c2d4e5b601"});
    CHECK(ignores[0].reason == "a: b");
}

TEST_CASE("a comment without a rule or a reason is told and ignores nothing") {
    for (const char* words : {"", "open/number", "open/number:", ": why", ",: why"}) {
        CAPTURE(words);
        const std::string text = std::string("It was 41.\n<!-- atodds-ignore ") + words + " -->\n";
        Diagnostics diagnostics;
        CHECK(find_inline_ignores(article_of(text), diagnostics).empty());
        REQUIRE(diagnostics.size() == 1);
        CHECK(diagnostics[0].error.message ==
              "this comment names no rule or gives no reason, so it suppresses nothing");
    }
}

TEST_CASE("an unclosed comment is text") {
    Diagnostics diagnostics;
    const Article article = article_of("It was 41. <!-- atodds-ignore open/number: why\n");
    CHECK(find_inline_ignores(article, diagnostics).empty());
    CHECK(article.reading == article.text);
}

TEST_CASE("a comment that names another rule is told as unused") {
    Report report = test::two_counts();
    Article& article = report.articles[0];
    article.text += " <!-- atodds-ignore open/money: why -->";
    Diagnostics diagnostics;
    apply_inline_ignores(report, diagnostics);
    CHECK(is_shown(report.findings[0]));
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].severity == Severity::Warning);
    CHECK(diagnostics[0].error.message == "this comment suppresses nothing");
    CHECK(diagnostics[0].error.place.file == "articles/harbour.txt");
    CHECK(words_at(article, *diagnostics[0].error.place.span) ==
          "<!-- atodds-ignore open/money: why -->");
}

TEST_CASE("of a row of JSON lines no place is told, for the file shows none") {
    Report report = test::two_counts();
    report.articles[0].text += " <!-- atodds-ignore open/money: why -->";
    report.articles[0].path = "feed.jsonl";
    Diagnostics diagnostics;
    apply_inline_ignores(report, diagnostics);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].error.place == Place{"feed.jsonl", std::nullopt});
}

TEST_CASE("a comment suppresses with its reason and the article it stands in") {
    Report report = test::two_counts();
    report.articles[0].text += std::string(" ") + kComment;
    Diagnostics diagnostics;
    apply_inline_ignores(report, diagnostics);
    CHECK(diagnostics.empty());
    CHECK(report.findings[0].suppressed_by ==
          Suppression{Suppression::Kind::Inline, "old count", "articles/harbour.txt"});
}

TEST_CASE("unused comments of articles that were not checked are not told") {
    Report report = test::two_counts();
    report.articles[0].text += " <!-- atodds-ignore open/money: why --> <!-- atodds-ignore -->";
    report.checked = {"coast"};
    Diagnostics diagnostics;
    apply_inline_ignores(report, diagnostics);
    CHECK(diagnostics.empty());
}

TEST_CASE("thousands of comments on one block are told and take no time") {
    Report report = test::two_counts();
    for (int i = 0; i < 3000; ++i) {
        report.articles[0].text += " <!-- atodds-ignore open/money: why -->";
    }
    Diagnostics diagnostics;
    apply_inline_ignores(report, diagnostics);
    CHECK(is_shown(report.findings[0]));
    CHECK(diagnostics.size() == 3000);
    CHECK(diagnostics.front().error.code == ErrorCode::TooLarge);
}

}  // namespace atodds
