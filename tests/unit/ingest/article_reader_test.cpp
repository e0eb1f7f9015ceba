#include "ingest/article_reader.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

using namespace atodds;

namespace {

namespace fs = std::filesystem;

Article read_one(std::string_view text, ArticleFormat format, Diagnostics& diagnostics) {
    Result<std::vector<Article>> articles = parse_articles(text, "a.txt", format, diagnostics);
    REQUIRE(articles);
    REQUIRE(articles->size() == 1);
    return articles->front();
}

Article read_text(std::string_view text) {
    Diagnostics diagnostics;
    return read_one(text, ArticleFormat::Text, diagnostics);
}

std::string name_of(BlockKind kind) {
    switch (kind) {
        case BlockKind::Title:
            return "title";
        case BlockKind::Heading:
            return "heading";
        case BlockKind::Body:
            return "body";
        case BlockKind::Quote:
            return "quote";
        case BlockKind::FrontMatter:
            return "front";
        case BlockKind::Boilerplate:
            return "boilerplate";
        case BlockKind::Foreign:
            return "foreign";
    }
    return "";
}

/// "kind:first twelve bytes" of every block, parted by " | ".
std::string outline(const Article& article) {
    std::string lines;
    for (const Block& block : article.blocks) {
        const std::string_view words = slice(article.reading, block.span);
        lines += fmt::format("{}{}:{}", lines.empty() ? "" : " | ", name_of(block.kind),
                             words.substr(0, 12));
    }
    return lines;
}

}  // namespace

TEST_CASE("paragraphs, titles and headings are told by layout") {
    struct Row {
        const char* name;
        const char* text;
        const char* expected;
    };

    const Row rows[] = {
        {"title before a blank line", "Mayor opens bridge\n\nThe mayor opened it.\n",
         "title:Mayor opens  | body:The mayor op"},
        {"title above a longer line",
         "Mayor opens bridge\nThe mayor opened the new bridge today.\n",
         "title:Mayor opens  | body:The mayor op"},
        {"a sentence is no title", "The mayor came.\n\nShe opened the bridge.\n",
         "body:The mayor ca | body:She opened t"},
        {"a lone line is no title", "Mayor opens bridge", "body:Mayor opens "},
        {"one paragraph a line", "One stands here.\nTwo stands here.\nThree stands here.\n",
         "body:One stands h | body:Two stands h | body:Three stands"},
        {"heading between paragraphs",
         "The first paragraph stands here.\nWhat comes next\nThe second paragraph is rather "
         "long.\n",
         "body:The first pa | heading:What comes n | body:The second p"},
        {"rows of a list are no headings",
         "The list follows here.\nApples and pears\nPlums and cherries\nThat was all of the "
         "list.\n",
         "body:The list fol | body:Apples and p | body:Plums and ch | body:That was all"},
        {"hard-wrapped lines are one paragraph",
         "The harbour office said on Monday that the number of ships\n"
         "waiting outside had fallen for the third week in a row and\n"
         "that it expected more.\n\nNo ship had been turned away.\n",
         "body:The harbour  | body:No ship had "},
        {"a source line at the end stays",
         "The first paragraph is here.\nSource: Based on a paper.\n",
         "body:The first pa | body:Source: Base"},
        {"CR LF", "Mayor opens bridge\r\n\r\nThe mayor opened it.\r\n",
         "title:Mayor opens  | body:The mayor op"},
        {"byte order mark", "\xEF\xBB\xBFMayor opens bridge\n\nThe mayor opened it.\n",
         "front:\xEF\xBB\xBF | title:Mayor opens  | body:The mayor op"},
        {"quoted lines", "The letter said it all.\n\n> We shall leave.\n",
         "body:The letter s | quote:We shall lea"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(outline(read_text(row.text)) == row.expected);
        }
    }
}

TEST_CASE("boilerplate and foreign text is quarantined with its reason") {
    struct Row {
        const char* name;
        const char* line;
        const char* reason;
    };

    const Row rows[] = {
        {"newsletter", "Like this? Sign up to our daily newsletter now.",
         "call to subscribe or follow"},
        {"teaser", "Read: Bridge opens late", "teaser for another article"},
        {"cookies", "We use cookies to make this site work.", "cookie notice"},
        {"disclaimer", "Disclaimer: the writer owns no shares.", "disclaimer"},
        {"credit", "Photo: A. Writer", "photo credit"},
        {"copyright", "\u00A9 2025 The Paper", "copyright notice"},
        {"buttons", "Facebook Twitter Email", "share buttons or menu"},
        {"breadcrumb", "Home > World > Asia", "navigation"},
        {"placeholder", "placeholder", "placeholder of the page"},
        {"addresses", "https://example.org/a/b", "mostly web addresses"},
        {"Chinese", "\u6807\u9898\u5728\u8FD9\u91CC", "mostly East Asian script"},
        {"Chinese label", "\u6765\u6E90 Newswire", "short line that opens in East Asian script"},
        {"Russian", "\u041C\u043E\u0441\u043A\u0432\u0430 \u0438 \u043B\u044E\u0434\u0438",
         "mostly Cyrillic script"},
        {"German",
         "Der Minister hat am Montag gesagt, dass die Zahl der Schiffe nicht mit den Daten und auf "
         "dem Papier steht.",
         "not English: 8 of 20 words are common German words, 0 English"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const Article article =
                read_text(fmt::format("The first paragraph stands here.\n\n{}\n\nThe last one is "
                                      "here as well.\n",
                                      row.line));
            REQUIRE(article.blocks.size() == 3);
            CHECK_FALSE(is_prose(article.blocks[1].kind));
            CHECK(article.blocks[1].reason == row.reason);
        }
    }
}

TEST_CASE("prose that only speaks of such things stays prose") {
    const char* const lines[] = {
        "The company apologised to readers of its newsletter on Friday.",
        "Regulators fined the firm because it set cookies without consent.",
        "He read more than forty books about the war.",
        "Xi Jinping (\u4E60\u8FD1\u5E73) spoke on Monday.",
        "Alibaba, Tencent, Baidu, JD, Meituan, Xiaomi, Lenovo, Huawei, Cambricon, Hygon, SMIC, "
        "ZTE, BYD",
        "The de la Cruz family and the van der Berg brothers met el Sayed in Den Haag on Monday.",
        "Photographs show the bridge.",
        "Share prices fell by 3% in Tokyo.",
    };
    for (const char* const line : lines) {
        CAPTURE(line);
        const Article article = read_text(fmt::format(
            "The first paragraph stands here.\n\n{}\n\nThe last one is here as well.\n", line));
        REQUIRE(article.blocks.size() == 3);
        CHECK(is_prose(article.blocks[1].kind));
    }
}

TEST_CASE("a quarantined run takes the stray lines inside it along") {
    const Article article = read_text(
        "The council met on Monday and voted.\n"
        "\u8FD9\u662F\u4E00\u4E2A\u6807\u9898\n"
        "Tony Writer\n"
        "\u8FD9\u662F\u53E6\u4E00\u4E2A\u6807\u9898\n"
        "goTop\nquote\n");
    CHECK(outline(article).starts_with("body:The council  | foreign:"));
    CHECK(std::ranges::count_if(article.blocks, [](const Block& b) { return is_prose(b.kind); }) ==
          1);
    CHECK(article.blocks[2].reason == "stray line inside a quarantined run");
}

TEST_CASE("a date line gives the date and is not read") {
    const Article article = read_text(
        "Mayor opens bridge\nPublished: 12 August 2025\nUpdated Aug 13, 2025 10:15 GMT\n\n"
        "The mayor opened the bridge.\n");
    CHECK(article.published == parse_iso_day("2025-08-12"));
    CHECK(article.updated == parse_iso_day("2025-08-13"));
    CHECK(outline(article) ==
          "title:Mayor opens  | front:Published: 1 | front:Updated Aug  | body:The mayor op");
    CHECK_FALSE(read_text("The mayor came on 12 August 2025.\n\nShe left.").published);
    CHECK_FALSE(read_text("Mayor opens\n12/08/2025\nThe mayor opened it.").published);
}

TEST_CASE("files of all sizes are read whole") {
    const TemporaryFolder folder;
    // Around the sizes of the pieces in which a file is read: 16 KB, then as much as was read.
    for (const std::size_t size : {1U, 16'383U, 16'384U, 16'385U, 32'768U, 100'000U, 3'000'000U}) {
        CAPTURE(size);
        std::string text;
        while (text.size() < size) {
            text += fmt::format("The mayor opened bridge {}.\n", text.size());
        }
        text.resize(size);
        const std::string path = folder.write("a.txt", text);
        Diagnostics diagnostics;
        std::string read;
        read_articles({path}, {}, [&](Article&& article) { read = article.text; }, diagnostics);
        CHECK(read == text);
    }
}

TEST_CASE("bytes that are no text are refused at their place") {
    struct Row {
        const char* name;
        std::string bytes;
        ErrorCode code;
        std::uint32_t at;
        const char* message;
    };

    const Row rows[] = {
        {"Latin-1", "Caf\xE9 society", ErrorCode::BadEncoding, 3, "byte 0xE9 is not UTF-8"},
        {"UTF-16", std::string("\xFF\xFE\x41\x00", 4), ErrorCode::BadEncoding, 0,
         "text is UTF-16, expected UTF-8"},
        {"NUL", std::string("ab\0c", 4), ErrorCode::BadFormat, 2,
         "not a text file, but a binary one"},
        {"NUL and no UTF-8", std::string("a\xE9\0c", 4), ErrorCode::BadFormat, 1,
         "not a text file, but a binary one"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            Diagnostics diagnostics;
            const auto articles =
                parse_articles(row.bytes, "bad.txt", ArticleFormat::Text, diagnostics);
            REQUIRE_FALSE(articles);
            CHECK(articles.error().code == row.code);
            CHECK(articles.error().message == row.message);
            CHECK(articles.error().place == Place{"bad.txt", ByteSpan{row.at, row.at + 1}});
        }
    }
}

TEST_CASE("an empty file is an article without prose, with a warning") {
    Diagnostics diagnostics;
    const Article article = read_one("", ArticleFormat::Text, diagnostics);
    CHECK(article.blocks.empty());
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].severity == Severity::Warning);
    CHECK(diagnostics[0].error.message == "no prose in \"a.txt\": it is empty");
}

TEST_CASE("the content hash follows text and metadata and not the path") {
    Diagnostics diagnostics;
    const auto hash = [&](const char* path, const char* text, ArticleFormat format) {
        const auto articles = parse_articles(text, path, format, diagnostics);
        REQUIRE(articles);
        return articles->front().content_hash;
    };
    const char* const text = "---\nid: a\nsource: Paper\n---\nThe mayor came.\n";
    const std::string base = hash("a.md", text, ArticleFormat::Markdown);
    CHECK(base.size() == 32);
    CHECK(base == hash("b.md", text, ArticleFormat::Markdown));
    CHECK(base != hash("a.md", "---\nid: a\nsource: Other\n---\nThe mayor came.\n",
                       ArticleFormat::Markdown));
    CHECK(base != hash("a.md", "---\nid: a\nsource: Paper\n---\nThe mayor went.\n",
                       ArticleFormat::Markdown));
}

TEST_CASE("JSON lines give one article a row, the title in front of the text") {
    Diagnostics diagnostics;
    const auto articles = parse_articles(
        "{\"id\": \"r1\", \"source\": \"Paper\", \"date\": \"2025-08-12\", \"title\": \"Mayor "
        "opens bridge.\", \"url\": \"https://example.org/1\", \"text\": \"She opened it.\"}\n"
        "\n"
        "not json\n"
        "{\"id\": \"r2\"}\n"
        "{\"date\": null, \"text\": \"She came. She left.\"}\n",
        "rows.jsonl", ArticleFormat::JsonLines, diagnostics);
    REQUIRE(articles);
    REQUIRE(articles->size() == 2);
    const Article& first = articles->front();
    CHECK(first.text == "Mayor opens bridge.\n\nShe opened it.");
    CHECK(outline(first) == "title:Mayor opens  | body:She opened i");
    CHECK(first.published == parse_iso_day("2025-08-12"));
    CHECK(first.source == "Paper");
    CHECK(articles->back().id == "rows.jsonl:5");
    REQUIRE(diagnostics.size() == 2);
    CHECK(diagnostics[0].error.message == "row 3: not JSON");
    CHECK(diagnostics[1].error.message == "row 4: no \"text\" of the article");
    CHECK(diagnostics[1].severity == Severity::Error);
}

TEST_CASE("a text file may open with front matter, as Markdown does") {
    const Article article = read_text(
        "---\nsource: Quay Post\ndate: 2031-05-02\n---\nFerry back in service\n\n"
        "The Marlin sailed again at noon.\n");
    CHECK(article.source == "Quay Post");
    CHECK(article.published == parse_iso_day("2031-05-02"));
    CHECK(article.title == "Ferry back in service");
    REQUIRE(article.blocks.size() == 3);
    CHECK(article.blocks[0] == Block{BlockKind::FrontMatter, {0, 43}, "front matter"});
    CHECK(article.blocks[1].kind == BlockKind::Title);
    CHECK(article.blocks[2].kind == BlockKind::Body);
}

TEST_CASE("a title in the front matter of a text file stands in for a headline") {
    const Article article = read_text(
        "---\ntitle: Marlin sails again\n---\nThe Marlin sailed again at noon, and nobody was "
        "hurt.\n");
    CHECK(article.title == "Marlin sails again");
    REQUIRE(article.blocks.size() == 4);
    CHECK(article.blocks[1] == Block{BlockKind::Title, {11, 29}, {}});
    CHECK(article.blocks[3].kind == BlockKind::Body);
}

TEST_CASE("front matter of a text file in another language quarantines its prose") {
    const Article article = read_text("---\nlanguage: fr\n---\nThe Marlin sailed again.\n");
    REQUIRE(article.blocks.size() == 2);
    CHECK(article.blocks[1].kind == BlockKind::Foreign);
}

TEST_CASE("dashes above plain text are an ornament, not front matter") {
    const Article article = read_text("---\nThe Marlin sailed at noon.\n---\nShe was full.\n");
    CHECK(article.source.empty());
    CHECK(std::ranges::none_of(
        article.blocks, [](const Block& block) { return block.kind == BlockKind::FrontMatter; }));
}

TEST_CASE("a misspelt key in the front matter of a text file is told") {
    Diagnostics diagnostics;
    const Article article = read_one("---\nsorce: Quay Post\ndate: 2031-05-02\n---\nShe sailed.\n",
                                     ArticleFormat::Text, diagnostics);
    CHECK(article.published == parse_iso_day("2031-05-02"));
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].error.message == "unknown key \"sorce\" in front matter");
}

TEST_CASE("front matter of a text file that never closes is an error") {
    Diagnostics diagnostics;
    const auto articles = parse_articles("---\nsource: Quay Post\nThe Marlin sailed.\n", "a.txt",
                                         ArticleFormat::Text, diagnostics);
    REQUIRE_FALSE(articles);
    CHECK(articles.error().message == "front matter has no closing line \"---\"");
}

TEST_CASE("a bad row of JSON lines does not hide the good ones") {
    Diagnostics diagnostics;
    const auto articles = parse_articles(
        "{\"text\": \"Caf\xE9.\"}\n{\"text\": \"a\\u0000b\"}\n"
        "[1]\n{\"text\": \"She came.\"}\n",
        "rows.jsonl", ArticleFormat::JsonLines, diagnostics);
    REQUIRE(articles);
    CHECK(articles->size() == 1);
    REQUIRE(diagnostics.size() == 3);
    CHECK(diagnostics[0].error.code == ErrorCode::BadEncoding);
    CHECK(diagnostics[1].error.message == "row 2: text holds a NUL character");
    CHECK(diagnostics[2].error.message == "row 3: JSON but no object");
}

TEST_CASE("folders are walked in byte order, hidden and unknown files skipped") {
    const TemporaryFolder folder;
    folder.write("b.txt", "x");
    folder.write("a/z.md", "x");
    folder.write("a/.hidden.txt", "x");
    folder.write(".git/c.txt", "x");
    folder.write("a/notes.pdf", "x");
    folder.write("drafts/d.txt", "x");
    IngestOptions options;
    options.excluded = {"drafts"};
    Diagnostics diagnostics;
    const std::vector<std::string> files =
        list_files({folder.path(), folder.path() + "/b.txt"}, options, diagnostics);
    CHECK(files == std::vector<std::string>{folder.path() + "/a/z.md", folder.path() + "/b.txt"});
    CHECK(diagnostics.empty());
}

TEST_CASE("a README is read only where it is named itself") {
    const TemporaryFolder folder;
    const std::string article = folder.write("a/news.md", "x");
    const std::string readme = folder.write("a/README.md", "x");
    const std::string like_it = folder.write("a/README-2025.md", "x");
    Diagnostics diagnostics;
    CHECK(list_files({folder.path()}, {}, diagnostics) ==
          std::vector<std::string>{like_it, article});
    CHECK(list_files({readme}, {}, diagnostics) == std::vector<std::string>{readme});
    CHECK(diagnostics.empty());
}

TEST_CASE("what is named and cannot be read is told") {
    const TemporaryFolder folder;
    const std::string pdf = folder.write("a.pdf", "x");
    Diagnostics diagnostics;
    CHECK(list_files({pdf, folder.path() + "/none"}, {}, diagnostics).empty());
    REQUIRE(diagnostics.size() == 2);
    CHECK(diagnostics[0].error.message == "not a kind of file that holds articles");
    CHECK(diagnostics[1].error.message == "no such file or folder");
    CHECK(diagnostics[1].error.place.file == folder.path() + "/none");
}

TEST_CASE("a bad file does not end a batch, and an id names one article") {
    const TemporaryFolder folder;
    const std::vector<std::string> files = {
        folder.write("1.txt", "bad \xFF byte"),
        folder.write("2.md", "---\nid: one\n---\nThe mayor came.\n"),
        folder.write("3.md", "---\nid: one\n---\nThe mayor left.\n"),
        folder.write("4.txt", std::string(100, 'x')),
    };
    IngestOptions options;
    options.max_file_bytes = 99;
    Diagnostics diagnostics;
    std::vector<std::string> ids;
    read_articles(files, options, [&](Article&& a) { ids.push_back(a.id); }, diagnostics);
    CHECK(ids == std::vector<std::string>{"one"});
    REQUIRE(diagnostics.size() == 3);
    CHECK(diagnostics[0].error.code == ErrorCode::BadEncoding);
    CHECK(diagnostics[1].error.message == "article id \"one\" is used twice");
    CHECK(diagnostics[2].error.code == ErrorCode::TooLarge);
}

TEST_CASE("the seed articles lose no prose and keep no foreign tail") {
    const fs::path seeds = fs::path(ATODDS_SOURCE_DIR) / ".." / "shared" / "seeds";
    if (!fs::exists(seeds)) {
        MESSAGE("skipped: no seed articles beside the source folder");
        return;
    }
    Diagnostics diagnostics;
    std::size_t prose_bytes = 0;
    std::size_t quarantined_bytes = 0;
    const auto count = [&](Article&& article) {
        for (const Block& block : article.blocks) {
            (is_prose(block.kind) ? prose_bytes : quarantined_bytes) += block.span.size();
        }
    };
    read_articles(list_files({seeds.string()}, {}, diagnostics), {}, count, diagnostics);
    CHECK(diagnostics.empty());
    CHECK(quarantined_bytes > 2500);
    CHECK(quarantined_bytes < 2800);
    CHECK(prose_bytes > 19500);
}
