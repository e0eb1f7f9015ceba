#include "index/fact_index.hpp"
#include "ingest/article_reader.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <random>

using namespace atodds;

namespace {

/// Words of very different frequency, so that every shard adds weights up in an order of its own.
constexpr std::array<std::string_view, 8> kWords = {"harbour", "ferry",   "lamp",  "quay",
                                                    "tide",    "captain", "cargo", "crane"};

/// Short articles out of few words: many of them are equal to the last word count.
std::vector<Article> make_articles(std::size_t count) {
    std::minstd_rand random(7);
    std::vector<Article> articles;
    for (std::size_t i = 0; i < count; ++i) {
        std::string text;
        for (std::size_t word = 0; word < 4; ++word) {
            text += kWords.at(random() % (1 + random() % kWords.size()));
            text += ' ';
        }
        Diagnostics diagnostics;
        const auto parsed =
            parse_articles(fmt::format("---\nid: a{:03}\n---\n{}\n", i, text),
                           fmt::format("a{:03}.md", i), ArticleFormat::Markdown, diagnostics);
        REQUIRE(parsed);
        articles.push_back(parsed->front());
    }
    return articles;
}

/// Writes the articles to `shards` folders in turn, shard by shard.
std::vector<std::string> write_shards(const TemporaryFolder& folder,
                                      const std::vector<Article>& articles, std::size_t shards) {
    std::vector<std::string> places;
    for (std::size_t shard = 0; shard < shards; ++shard) {
        places.push_back(folder.path(fmt::format("{}-{}", shards, shard)));
        Result<IndexWriter> writer = IndexWriter::open(places.back(), "rules");
        REQUIRE(writer);
        for (std::size_t i = shard; i < articles.size(); i += shards) {
            REQUIRE(writer->put(articles[i], {}));
        }
        REQUIRE(writer->commit());
    }
    return places;
}

std::string ranked(const std::vector<std::string>& places, std::string_view query,
                   std::uint32_t limit) {
    const Result<IndexReader> reader = IndexReader::open(places);
    REQUIRE(reader);
    const auto hits = reader->search(query, limit);
    REQUIRE(hits);
    std::string text;
    for (const SearchHit& hit : *hits) {
        text += fmt::format("{}:{} ", hit.article, hit.score_percent);
    }
    return text;
}

}  // namespace

TEST_CASE("a search gives the same hits however the index is cut into shards") {
    const TemporaryFolder folder;
    const std::vector<Article> articles = make_articles(300);
    const std::vector<std::string> one = write_shards(folder, articles, 1);
    const std::vector<std::string> three = write_shards(folder, articles, 3);
    const std::vector<std::string> seven = write_shards(folder, articles, 7);
    for (const char* const query :
         {"harbour", "harbour OR ferry OR lamp OR quay OR tide OR captain OR cargo OR crane",
          "harbour ferry lamp", "crane OR tide", "id:a017", "nothing"}) {
        for (const std::uint32_t limit : {1U, 5U, 40U, 299U, 1000U}) {
            CAPTURE(query);
            CAPTURE(limit);
            const std::string expected = ranked(one, query, limit);
            CHECK(ranked(three, query, limit) == expected);
            CHECK(ranked(seven, query, limit) == expected);
        }
    }
}

TEST_CASE("fewer hits are the first of more, ties in order of article id") {
    const TemporaryFolder folder;
    const std::vector<std::string> places = write_shards(folder, make_articles(100), 3);
    const std::string all = ranked(places, "harbour OR ferry", 100);
    for (const std::uint32_t limit : {0U, 1U, 2U, 3U, 10U, 50U}) {
        CAPTURE(limit);
        CHECK(all.starts_with(ranked(places, "harbour OR ferry", limit)));
    }
}
