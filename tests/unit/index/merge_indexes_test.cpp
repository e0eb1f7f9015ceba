#include "index/merge_indexes.hpp"

#include "index/database.hpp"
#include "index/fact_index.hpp"
#include "ingest/article_reader.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>

using namespace atodds;

namespace {

Article make_article(const std::string& id) {
    Diagnostics diagnostics;
    const auto articles =
        parse_articles(fmt::format("---\nid: {}\n---\nThe ferry {} sank.\n", id, id), id + ".md",
                       ArticleFormat::Markdown, diagnostics);
    REQUIRE(articles);
    return articles->front();
}

/// An index of articles without facts; returns its folder.
std::string make_shard(const TemporaryFolder& folder, const std::string& name,
                       const std::vector<std::string>& ids, std::string_view rules = "rules-1") {
    Result<IndexWriter> writer = IndexWriter::open(folder.path(name), rules);
    REQUIRE(writer);
    for (const std::string& id : ids) {
        REQUIRE(writer->put(make_article(id), {}));
    }
    REQUIRE(writer->commit());
    return folder.path(name);
}

Error error_of(const std::vector<std::string>& shards, const std::string& folder) {
    const Result<MergedIndex> merged = merge_indexes(shards, folder);
    REQUIRE_FALSE(merged);
    return merged.error();
}

}  // namespace

TEST_CASE("a merged index holds the articles of all shards") {
    const TemporaryFolder folder;
    const std::vector<std::string> shards = {make_shard(folder, "one", {"a", "d"}),
                                             make_shard(folder, "none", {}),
                                             make_shard(folder, "two", {"c", "b"})};
    const Result<MergedIndex> merged = merge_indexes(shards, folder.path("all"));
    REQUIRE(merged);
    CHECK(merged->articles == 4);
    CHECK_FALSE(merged->was_there);
    const Result<IndexReader> reader = IndexReader::open({folder.path("all")});
    REQUIRE(reader);
    CHECK(*reader->article_ids() == std::vector<std::string>{"a", "b", "c", "d"});
    CHECK_FALSE(reader->place_of_other_rules("rules-1"));
    CHECK(reader->place_of_other_rules("rules-2"));
}

TEST_CASE("the same merge again is left alone, in any order of shards") {
    const TemporaryFolder folder;
    const std::string one = make_shard(folder, "one", {"a"});
    const std::string two = make_shard(folder, "two", {"b"});
    REQUIRE(merge_indexes({one, two}, folder.path("all")));
    const Result<MergedIndex> again = merge_indexes({two, one}, folder.path("all"));
    REQUIRE(again);
    CHECK(again->was_there);
    CHECK(again->articles == 2);
    SUBCASE("but not when a shard has changed") {
        make_shard(folder, "two", {"c"});
        CHECK(error_of({one, two}, folder.path("all")).code == ErrorCode::Unwritable);
    }
    SUBCASE("nor that of other shards") {
        CHECK(error_of({one}, folder.path("all")).message ==
              "there is something else than the merge of these shards");
    }
}

TEST_CASE("an article in two shards is refused and named with both") {
    const TemporaryFolder folder;
    const std::string one = make_shard(folder, "one", {"a", "b"});
    const std::string two = make_shard(folder, "two", {"b", "c"});
    const Error error = error_of({one, two}, folder.path("all"));
    CHECK(error.code == ErrorCode::BadFormat);
    CHECK(error.message ==
          fmt::format("an article is in more than one shard: \"b\" (in {} and {})", one, two));
    CHECK_FALSE(std::filesystem::exists(folder.path("all")));
}

TEST_CASE("of many articles in two shards the first are named") {
    const TemporaryFolder folder;
    const std::vector<std::string> ids = {"a", "b", "c", "d", "e"};
    const Error error = error_of({make_shard(folder, "one", ids), make_shard(folder, "two", ids)},
                                 folder.path("all"));
    CHECK(error.message.starts_with("5 articles are in more than one shard: \"a\" (in "));
    CHECK(error.message.find("\"d\"") == std::string::npos);
    CHECK(error.message.ends_with(", ..."));
}

TEST_CASE("shards that were read with different rules are refused") {
    const TemporaryFolder folder;
    const std::string one = make_shard(folder, "one", {"a"});
    const std::string two = make_shard(folder, "two", {"b"}, "rules-2");
    const Error error = error_of({one, two}, folder.path("all"));
    CHECK(error.code == ErrorCode::IndexOutdated);
    CHECK(error.place.file == two);
}

TEST_CASE("more document numbers than an index can hold are refused") {
    const TemporaryFolder folder;
    std::vector<std::string> shards;
    for (const char* const name : {"one", "two"}) {
        shards.push_back(folder.path(name));
        Result<Xapian::WritableDatabase> shard = open_for_writing(shards.back());
        REQUIRE(shard);
        shard->replace_document(0x8000'0000U, Xapian::Document());
        shard->commit();
    }
    CHECK(error_of(shards, folder.path("all")).code == ErrorCode::TooLarge);
}

TEST_CASE("only folders of single indexes are merged") {
    const TemporaryFolder folder;
    const std::string one = make_shard(folder, "one", {"a"});
    make_shard(folder, "two", {"b"});
    const std::string stub = folder.write("both.stub", "auto one\nauto two\n");
    CHECK(error_of({stub}, folder.path("all")).message == "not the folder of one index");
    CHECK(error_of({one, one}, folder.path("all")).message == "index is named twice");
    CHECK(error_of({folder.path("gone")}, folder.path("all")).code == ErrorCode::IndexMissing);
}
