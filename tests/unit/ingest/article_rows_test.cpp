#include "ingest/article_rows.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <sstream>
#include <string>
#include <vector>

using namespace atodds;

namespace {

struct RowsRead {
    std::vector<Article> articles;
    std::vector<std::string> messages;
    std::string hash;
};

RowsRead read(const std::string& text, const IngestOptions& options = {}) {
    RowsRead result;
    std::istringstream rows(text);
    Diagnostics diagnostics;
    const InputHash hash = read_article_rows(
        rows, options,
        [&result](Article&& article) { result.articles.push_back(std::move(article)); },
        diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) {
        result.messages.push_back(diagnostic.error.message);
    }
    result.hash = hash.text();
    return result;
}

std::string row(const std::string& id, const std::string& text) {
    return fmt::format("{{\"id\": \"{}\", \"text\": \"{}\"}}\n", id, text);
}

}  // namespace

TEST_CASE("rows are read as those of a file, the last one without a line break too") {
    const std::string text =
        row("a", "Rain fell on the harbour.") + "\n" + "{\"id\": \"b\", \"text\": \"Snow fell.\"}";
    const RowsRead result = read(text);
    Diagnostics diagnostics;
    const auto expected = parse_articles(text, "-", ArticleFormat::JsonLines, diagnostics);
    REQUIRE(expected);
    CHECK(result.articles == *expected);
    CHECK(result.messages.empty());
}

TEST_CASE("articles bear the name that was given for standard input") {
    IngestOptions options;
    options.stdin_filename = "feed.jsonl";
    const RowsRead result = read(row("a", "Rain fell."), options);
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles.front().path == "feed.jsonl");
}

TEST_CASE("rows are numbered across the pieces that are read at once") {
    // A piece has 4 MiB: the bad rows stand in the second one and behind it.
    const std::string long_text(1'500'000, 'x');
    std::string text;
    for (int i = 0; i < 4; ++i) {
        text += row(fmt::format("a{}", i), long_text);
    }
    text += "no row\n" + row("b", "Rain fell.") + "{}\n" + row("b", "Snow fell.");
    const RowsRead result = read(text);
    CHECK(result.articles.size() == 5);
    CHECK(result.messages == std::vector<std::string>{"row 5: not JSON",
                                                      "row 7: no \"text\" of the article",
                                                      "article id \"b\" is used twice"});
}

TEST_CASE("a row that is too long is left out and the next ones are read") {
    const std::string text = row("a", "Rain fell.") + row("long", std::string(9'000'000, 'x')) +
                             row("b", "Snow fell.") + "no row\n";
    IngestOptions options;
    options.max_file_bytes = 1000;
    const RowsRead result = read(text, options);
    REQUIRE(result.articles.size() == 2);
    CHECK(result.articles.back().id == "b");
    CHECK(result.messages == std::vector<std::string>{"row 2: longer than the limit of 1000 bytes",
                                                      "row 4: not JSON"});
}

TEST_CASE("the hash tells inputs apart and is had without reading the rows") {
    const std::string text = row("a", "Rain fell.");
    CHECK(read(text).hash.size() == 32);
    CHECK(read(text).hash == read(text).hash);
    CHECK(read(text).hash != read(text + "\n").hash);
    CHECK(read("").hash.empty());
    std::istringstream again(text);
    CHECK(hash_of_rows(again).text() == read(text).hash);
}
