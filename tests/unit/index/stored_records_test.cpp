#include "index/stored_records.hpp"

#include "index/fact_index.hpp"
#include "index/index_build.hpp"
#include "index/merge_indexes.hpp"
#include "index/schema.hpp"
#include "support/made_records.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <xapian.h>

#include <thread>

using namespace atodds;

namespace {

constexpr std::size_t kEnough = DictionarySource::kLearnedFrom + 40;

Article make_article(std::size_t number) {
    Article article;
    article.id = fmt::format("a{:05}", number);
    article.text = made_text(number);
    article.reading = article.text;
    article.blocks = {{BlockKind::Body, {0, static_cast<std::uint32_t>(article.text.size())}, ""}};
    return article;
}

/// Articles `first` to `first` + `size` through a writer.
std::string write_index(const std::string& place, std::size_t first, std::size_t size) {
    Result<IndexWriter> writer = IndexWriter::open(place, "rules-1");
    REQUIRE(writer);
    for (std::size_t i = first; i < first + size; ++i) {
        REQUIRE(writer->put(make_article(i), {}));
    }
    REQUIRE(writer->commit());
    return place;
}

/// The same built by `threads` threads that take turns.
std::string build_index(const std::string& place, std::size_t size, std::size_t threads) {
    Result<std::optional<IndexBuild>> build = IndexBuild::open(place, "rules-1");
    REQUIRE(build);
    REQUIRE(build->has_value());
    {
        std::vector<std::jthread> workers;
        for (std::size_t worker = 0; worker < threads; ++worker) {
            workers.emplace_back([&build, worker, size, threads] {
                PartWriter writer = (*build)->writer();
                ArticlePreparer preparer("rules-1");
                for (std::size_t i = worker; i < size; i += threads) {
                    REQUIRE(writer.put(std::move(*preparer.prepare(make_article(i), {})), i));
                }
                REQUIRE(writer.close());
            });
        }
    }
    REQUIRE((*build)->publish({}));
    return place;
}

std::map<std::string, std::string> dictionaries_in(const std::string& place) {
    return stored_dictionaries(Xapian::Database(place));
}

void check_texts(const std::vector<std::string>& places, std::size_t first, std::size_t size) {
    const Result<IndexReader> reader = IndexReader::open(places);
    REQUIRE(reader);
    for (std::size_t i = first; i < first + size; ++i) {
        const Article wanted = make_article(i);
        const Result<Article> stored = reader->article(wanted.id);
        REQUIRE(stored);
        CHECK(stored->text == wanted.text);
    }
}

}  // namespace

TEST_CASE("a small index and one in memory have no dictionary, a larger one has") {
    const TemporaryFolder folder;
    CHECK(dictionaries_in(write_index(folder.path("small"), 0, 20)).empty());
    check_texts({folder.path("small")}, 0, 20);
    CHECK(dictionaries_in(write_index(folder.path("large"), 0, kEnough)).size() == 1);
    check_texts({folder.path("large")}, 0, kEnough);
    Result<IndexWriter> writer = IndexWriter::open("", "rules-1");
    REQUIRE(writer);
    REQUIRE(writer->put(make_article(3), {}));
    REQUIRE(writer->commit());
    const Result<IndexReader> reader = IndexReader::open(*writer);
    REQUIRE(reader);
    CHECK(reader->article("a00003")->text == make_article(3).text);
}

TEST_CASE("the dictionary of a build is the same however many threads build") {
    const TemporaryFolder folder;
    const auto one = dictionaries_in(build_index(folder.path("one"), kEnough, 1));
    const auto three = dictionaries_in(build_index(folder.path("three"), kEnough, 3));
    CHECK(one.size() == 1);
    CHECK(one == three);
    CHECK(one == dictionaries_in(write_index(folder.path("update"), 0, kEnough)));
    check_texts({folder.path("three")}, 0, kEnough);
}

TEST_CASE("an update packs with the dictionary that is there") {
    const TemporaryFolder folder;
    const std::string index = write_index(folder.path("index"), 0, kEnough);
    const auto before = dictionaries_in(index);
    write_index(index, 30'000, kEnough);
    CHECK(dictionaries_in(index) == before);
    check_texts({index}, 0, kEnough);
    check_texts({index}, 30'000, kEnough);
}

TEST_CASE("shards with dictionaries of their own are read together and merged") {
    const TemporaryFolder folder;
    const std::string one = write_index(folder.path("one"), 0, kEnough);
    const std::string none = write_index(folder.path("none"), 10'000, 5);
    const std::string two = write_index(folder.path("two"), 20'000, kEnough);
    REQUIRE(dictionaries_in(one) != dictionaries_in(two));
    REQUIRE(merge_indexes({one, none, two}, folder.path("all")));
    CHECK(dictionaries_in(folder.path("all")).size() == 2);
    for (const std::vector<std::string>& places :
         {std::vector{one, none, two}, std::vector{folder.path("all")}}) {
        check_texts(places, 0, kEnough);
        check_texts(places, 10'000, 5);
        check_texts(places, 20'000, kEnough);
    }
}

TEST_CASE("an index without the dictionary that it needs is damaged") {
    const TemporaryFolder folder;
    const std::string index = write_index(folder.path("index"), 0, kEnough);
    const std::string key = dictionaries_in(index).begin()->first;
    {
        Xapian::WritableDatabase database(index, Xapian::DB_OPEN);
        database.set_metadata(key, "");
        database.commit();
    }
    const Result<IndexReader> reader = IndexReader::open({index});
    REQUIRE(reader);
    CHECK(reader->article("a00000")->text == make_article(0).text);
    const Result<Article> last = reader->article(make_article(kEnough - 1).id);
    REQUIRE_FALSE(last);
    const std::string id = key.substr(std::string_view(schema::kMetaDictionary).size());
    CHECK(last.error() ==
          Error{ErrorCode::IndexDamaged,
                fmt::format("stored article \"a00551\" needs dictionary {}, which the index lacks",
                            id),
                {index, std::nullopt},
                "delete the index and rebuild with: atodds index PATH... --index DIR"});
}

TEST_CASE("two dictionaries of one id are not merged") {
    const TemporaryFolder folder;
    const std::string one = write_index(folder.path("one"), 0, kEnough);
    const std::string two = write_index(folder.path("two"), 20'000, 5);
    const std::string key = dictionaries_in(one).begin()->first;
    {
        Xapian::WritableDatabase database(two, Xapian::DB_OPEN);
        database.set_metadata(key, "another");
        database.commit();
    }
    const Result<MergedIndex> merged = merge_indexes({one, two}, folder.path("all"));
    REQUIRE_FALSE(merged);
    CHECK(merged.error() ==
          Error{ErrorCode::BadFormat,
                fmt::format("another shard has another dictionary as \"{}\"", key),
                {two, std::nullopt},
                "build this shard anew with its articles in another order"});
}
