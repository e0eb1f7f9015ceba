#include "ingest/markdown.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace atodds;

namespace {

Article read(std::string text, Diagnostics& diagnostics) {
    Article article;
    article.path = "a.md";
    article.text = std::move(text);
    const Result<Done> done = read_markdown(article, diagnostics);
    REQUIRE(done);
    return article;
}

/// What the reader reads of each block, with a letter for the kind in front, runs of blanks as one.
std::string readings(const std::string& text) {
    Diagnostics diagnostics;
    const Article article = read(text, diagnostics);
    REQUIRE(article.reading.size() == article.text.size());
    std::string all;
    for (const Block& block : article.blocks) {
        all += all.empty() ? "" : "|";
        all += "THBQFXX"[static_cast<std::size_t>(block.kind)];
        all += ':';
        char before = 'x';
        for (const char byte : slice(article.reading, block.span)) {
            const char shown = byte == '\n' ? ' ' : byte;
            if (shown != ' ' || before != ' ') {
                all += shown;
            }
            before = shown;
        }
    }
    return all;
}

}  // namespace

TEST_CASE("Markdown is read by blocks, its marks are blanked") {
    struct Row {
        const char* name;
        const char* text;
        const char* expected;
    };

    const Row rows[] = {
        {"headings", "# Big title\n\nThe text.\n\n## Small one ##\nMore text.\n",
         "T:Big title|B:The text.|H:Small one|B:More text."},
        {"underlined headings", "Big title\n=====\n\nThe text.\n\nSmall one\n---\nMore.\n",
         "T:Big title|B:The text.|H:Small one|B:More."},
        {"soft line breaks", "The text goes\non here.\n\nNew.\n",
         "B:The text goes on here.|B:New."},
        {"quotation", "> We shall\n> leave soon.\n>\n> Now.\n", "Q:We shall leave soon.|Q:Now."},
        {"quotation behind text", "She said:\n> We shall leave.\n",
         "B:She said:|Q:We shall leave."},
        {"list", "- One apple.\n- Two pears.\n3. Three plums.\n",
         "B:One apple.|B:Two pears.|B:Three plums."},
        {"a year is no list mark", "2025. was a good year.\n", "B:2025. was a good year."},
        {"emphasis", "It was **very** _late_ and ~~not~~ `good`.\n",
         "B:It was very late and not good ."},
        {"operators and names", "5 * 3 is snake_case, about ~5.\n",
         "B:5 * 3 is snake_case, about ~5."},
        {"link", "The [agency](https://example.org/a_(b)_c) said so on a very long Monday.\n",
         "B:The agency said so on a very long Monday."},
        {"reference link", "The [agency][1] said so on Monday.\n\n[1]: https://example.org\n",
         "B:The agency said so on Monday."},
        {"insertion stays", "\"The group [of regulators] met,\" he said.\n",
         "B:\"The group [of regulators] met,\" he said."},
        {"image", "![A bridge](b.png)\n\nIt fell.\n", "B:It fell."},
        {"footnote mark", "It fell[^1] down.\n", "B:It fell down."},
        {"tags", "It <b>fell</b> by <5% or 3 < 4.<br>\n", "B:It fell by <5% or 3 < 4."},
        {"comment", "It fell.\n<!-- note\nmore -->\nThen it rose.\n", "B:It fell.|B:Then it rose."},
        {"code", "It fell.\n```\nlet x = 5;\n\nx\n```\nIt rose.\n",
         "B:It fell.|X:``` let x = 5; x ```|B:It rose."},
        {"table", "| a | b |\n|---|---|\n| 1 | 2 |\n", "X:| a | b ||X:| 1 | 2 |"},
        {"rule", "It fell.\n\n* * *\n\nIt rose.\n", "B:It fell.|B:It rose."},
        {"bare link", "[More about the bridge](https://example.org)\n\nIt fell.\n",
         "X:More about the bridge|B:It fell."},
        {"open marks", "It [fell](x (y by <b 5% ](z.\n", "B:It [fell](x (y by <b 5% ](z."},
        {"too deep a target", "It [fell](((((((((((x)))))))))) by 5%.\n",
         "B:It [fell](((((((((((x)))))))))) by 5%."},
        {"escape", "It cost 5\\* only.\n", "B:It cost 5 * only."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(readings(row.text) == row.expected);
        }
    }
}

TEST_CASE("front matter fills the metadata") {
    Diagnostics diagnostics;
    const Article article = read(
        "---\nid: a-1\nsource: The Paper\nurl: https://example.org/1\ntitle: \"Mayor opens: "
        "bridge\"\npublished: 2025-08-12\nupdated: 13 August 2025\nauthors: [A. Writer, B. "
        "Writer]\ninvented: true\n---\n\nShe opened it.\n",
        diagnostics);
    CHECK(diagnostics.empty());
    CHECK(article.id == "a-1");
    CHECK(article.source == "The Paper");
    CHECK(article.title == "Mayor opens: bridge");
    CHECK(article.published == parse_iso_day("2025-08-12"));
    CHECK(article.updated == parse_iso_day("2025-08-13"));
    CHECK(article.authors == std::vector<std::string>{"A. Writer", "B. Writer"});
    REQUIRE(article.blocks.size() == 4);
    CHECK(article.blocks[1].kind == BlockKind::Title);
    CHECK(slice(article.text, article.blocks[1].span) == "Mayor opens: bridge");
    CHECK(article.blocks[3].kind == BlockKind::Body);
}

TEST_CASE("a heading in the text is the Title block, the front matter's title the name") {
    Diagnostics diagnostics;
    const Article article =
        read("---\ntitle: Short\nauthor: A. Writer\n---\n# Long title\n\nText.\n", diagnostics);
    CHECK(article.title == "Short");
    CHECK(article.authors == std::vector<std::string>{"A. Writer"});
    REQUIRE(article.blocks.size() == 3);
    CHECK(slice(article.reading, article.blocks[1].span) == "Long title");
}

TEST_CASE("odd front matter is told and the rest is read") {
    Diagnostics diagnostics;
    const Article article = read(
        "---\nid: a\nmood: fine\nid: b\npublished: soon\nsource: [x]\n---\nText.\n", diagnostics);
    CHECK(article.id == "b");
    REQUIRE(diagnostics.size() == 4);
    CHECK(diagnostics[0].error.message == "unknown key \"mood\" in front matter");
    CHECK(slice(article.text, {diagnostics[0].error.place.span->begin, 14}) == "mood");
    CHECK(diagnostics[1].error.message == "key \"id\" stands twice in front matter");
    CHECK(diagnostics[2].error.message == "\"published\" in front matter is no date: \"soon\"");
    CHECK(diagnostics[3].error.message == "\"source\" in front matter is no text");
    for (const Diagnostic& diagnostic : diagnostics) {
        CHECK(diagnostic.severity == Severity::Warning);
    }
}

TEST_CASE("broken front matter is an error") {
    const char* const texts[] = {"---\nid: [a\n---\nText.\n", "---\nid: a\nText.\n",
                                 "---\n- a\n---\nText.\n", "---\n\"\n: &\n---\n"};
    for (const char* const text : texts) {
        CAPTURE(text);
        Article article;
        article.text = text;
        Diagnostics diagnostics;
        const Result<Done> done = read_markdown(article, diagnostics);
        REQUIRE_FALSE(done);
        CHECK(done.error().code == ErrorCode::BadFormat);
    }
}

TEST_CASE("another language in the front matter quarantines the text") {
    Diagnostics diagnostics;
    const Article article = read("---\nlanguage: de\n---\nText.\n", diagnostics);
    REQUIRE(article.blocks.size() == 2);
    CHECK(article.blocks[1].kind == BlockKind::Foreign);
    CHECK(article.blocks[1].reason == "front matter says the language is \"de\"");
    CHECK(read("---\nlanguage: en-GB\n---\nText.\n", diagnostics).blocks[1].kind ==
          BlockKind::Body);
}
