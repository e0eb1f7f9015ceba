#include "index/index_build.hpp"

#include "index/fact_index.hpp"
#include "index/known_articles.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>

using namespace atodds;

namespace {

namespace fs = std::filesystem;

Article make_article(std::size_t number, const std::string& text = "The lock was shut.") {
    Article article;
    article.id = fmt::format("a{}", number);
    article.path = article.id + ".txt";
    article.text = text;
    article.reading = text;
    article.blocks = {{BlockKind::Body, {0, static_cast<std::uint32_t>(text.size())}, ""}};
    article.content_hash = text;
    return article;
}

PreparedArticle prepared(const Article& article, std::string_view rules = "rules-1") {
    ArticlePreparer preparer(rules);
    Result<PreparedArticle> made = preparer.prepare(article, {});
    REQUIRE(made);
    return std::move(*made);
}

IndexBuild open_build(const std::string& folder, const WritePace& pace = {},
                      std::string_view rules = "rules-1") {
    Result<std::optional<IndexBuild>> build = IndexBuild::open(folder, rules, pace);
    REQUIRE(build);
    REQUIRE(build->has_value());
    return std::move(**build);
}

void put(PartWriter& writer, const Article& article, std::string_view rules = "rules-1") {
    REQUIRE(writer.put(prepared(article, rules), 0));
}

std::vector<std::string> ids_in(const std::string& folder) {
    const Result<IndexReader> reader = IndexReader::open({folder});
    REQUIRE(reader);
    const Result<std::vector<std::string>> ids = reader->article_ids();
    REQUIRE(ids);
    return *ids;
}

std::string text_of(const std::string& folder, const std::string& id) {
    const Result<IndexReader> reader = IndexReader::open({folder});
    REQUIRE(reader);
    const Result<Article> stored = reader->article(id);
    REQUIRE(stored);
    return stored->text;
}

}  // namespace

TEST_CASE("parts of several writers become one index, and nothing else is left") {
    const TemporaryFolder folder;
    const std::string index = folder.path("index");
    CHECK(IndexBuild::is_wanted(index));
    IndexBuild build = open_build(index, {.commit_articles = 2, .part_articles = 3});
    PartWriter one = build.writer();
    PartWriter two = build.writer();
    for (std::size_t i = 0; i < 10; ++i) {
        put(i % 3 == 0 ? one : two, make_article(i));
    }
    REQUIRE(one.close());
    REQUIRE(two.close());
    CHECK_FALSE(IndexReader::open({index}));
    REQUIRE(build.publish({}));
    CHECK(ids_in(index).size() == 10);
    CHECK_FALSE(IndexBuild::is_wanted(index));
    CHECK_FALSE(fs::exists(index + "/building"));
    CHECK_FALSE(IndexReader::open({index})->place_of_other_rules("rules-1"));
}

TEST_CASE("an index of no articles can be built, and updated") {
    const TemporaryFolder folder;
    const std::string index = folder.path("index");
    {
        IndexBuild build = open_build(index);
        REQUIRE(build.publish({}));
    }
    CHECK(ids_in(index).empty());
    Result<IndexWriter> writer = IndexWriter::open(index, "rules-1");
    REQUIRE(writer);
    CHECK(*writer->put(prepared(make_article(1))) == PutOutcome::Added);
    REQUIRE(writer->commit());
    CHECK(ids_in(index) == std::vector<std::string>{"a1"});
}

TEST_CASE("a build that was cut off is gone on with") {
    const TemporaryFolder folder;
    const std::string index = folder.path("index");
    {
        IndexBuild build = open_build(index, {.commit_articles = 2});
        PartWriter writer = build.writer();
        for (std::size_t i = 0; i < 4; ++i) {
            put(writer, make_article(i));
        }
    }
    const auto missing = IndexReader::open({index});
    REQUIRE_FALSE(missing);
    CHECK(missing.error() == Error{ErrorCode::IndexMissing,
                                   "no index here yet: its first build goes on or was cut off",
                                   {index, std::nullopt},
                                   "wait for it, or go on with: atodds index PATH... --index DIR"});
    {
        IndexBuild build = open_build(index);
        REQUIRE(build.kept_parts().size() == 1);
        Result<KnownArticles> known = KnownArticles::open(build.kept_parts(), "rules-1");
        REQUIRE(known);
        CHECK(*known->look_up(make_article(0)) == Known::Current);
        CHECK(*known->look_up(make_article(1, "The lock was open.")) == Known::Stale);
        CHECK(*known->look_up(make_article(9)) == Known::No);
        PartWriter writer = build.writer();
        put(writer, make_article(1, "The lock was open."));
        put(writer, make_article(9));
        REQUIRE(writer.close());
        REQUIRE(build.publish(std::vector<std::string>{"a1", "a2"}));
    }
    // The newer text of a1 is there, but a1 was named as outdated in the older part only.
    CHECK(ids_in(index) == std::vector<std::string>{"a0", "a1", "a3", "a9"});
    CHECK(text_of(index, "a1") == "The lock was open.");
}

TEST_CASE("a part without a commit, or of another schema, is not used") {
    const TemporaryFolder folder;
    const std::string index = folder.path("index");
    {
        IndexBuild build = open_build(index);
        PartWriter writer = build.writer();
        put(writer, make_article(0));
        fs::create_directories(index + "/building/part-7");
        folder.write("index/building/part-7/iamglass", "no database");
    }
    // The writer above ended in good order, and so has committed; but not the made-up part.
    IndexBuild build = open_build(index);
    CHECK(build.kept_parts().size() <= 1);
    CHECK_FALSE(fs::exists(index + "/building/part-7"));
    REQUIRE(build.publish({}));
    CHECK(ids_in(index).size() <= 1);
}

TEST_CASE("a publication that was cut off is ended by the next writer") {
    const TemporaryFolder folder;
    const std::string index = folder.path("index");
    {
        IndexBuild build = open_build(index);
        PartWriter writer = build.writer();
        put(writer, make_article(3));
        REQUIRE(writer.close());
        REQUIRE(build.publish({}));
    }
    // As if it had been killed when it had moved one table.
    const std::string whole = index + "/building/whole";
    fs::create_directories(whole);
    for (const char* name : {"docdata.glass", "termlist.glass", "iamglass"}) {
        fs::rename(index + "/" + name, whole + "/" + name);
    }
    CHECK_FALSE(IndexReader::open({index}));
    const auto build = IndexBuild::open(index, "rules-1");
    REQUIRE(build);
    CHECK_FALSE(build->has_value());
    CHECK(ids_in(index) == std::vector<std::string>{"a3"});
    CHECK_FALSE(fs::exists(index + "/building"));
}

TEST_CASE("two builds of one index, or a build and an update, keep each other out") {
    const TemporaryFolder folder;
    const std::string index = folder.path("index");
    const Error locked{ErrorCode::IndexLocked,
                       "another process is writing to the index",
                       {index, std::nullopt},
                       "wait until it has finished; one writer at a time"};
    {
        const IndexBuild first = open_build(index);
        const auto second = IndexBuild::open(index, "rules-1");
        REQUIRE_FALSE(second);
        CHECK(second.error() == locked);
        const auto writer = IndexWriter::open(index, "rules-1");
        REQUIRE_FALSE(writer);
        CHECK(writer.error() == locked);
    }
    CHECK(open_build(index).publish({}));
}

TEST_CASE("other rules make the parts of an earlier build stale") {
    const TemporaryFolder folder;
    const std::string index = folder.path("index");
    {
        IndexBuild build = open_build(index);
        PartWriter writer = build.writer();
        put(writer, make_article(0));
        REQUIRE(writer.close());
    }
    IndexBuild build = open_build(index, {}, "rules-2");
    const auto known = KnownArticles::open(build.kept_parts(), "rules-2");
    REQUIRE(known);
    CHECK(*known->look_up(make_article(0)) == Known::Stale);
    PartWriter writer = build.writer();
    put(writer, make_article(0), "rules-2");
    REQUIRE(writer.close());
    REQUIRE(build.publish(std::vector<std::string>{"a0"}));
    CHECK(ids_in(index) == std::vector<std::string>{"a0"});
    CHECK_FALSE(IndexReader::open({index})->place_of_other_rules("rules-2"));
}
