#include "cli/indexing.hpp"

#include "cli/input_record.hpp"
#include "index/known_articles.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>

using namespace atodds;

namespace {

Fact fact_of(const Article& article) {
    Fact fact;
    fact.rule = "came";
    fact.article = article.id;
    return fact;
}

/// Fifty small articles in a folder, and the ids that an index of them holds.
class Fixture {
  public:
    Fixture() {
        for (int i = 0; i < 50; ++i) {
            folder_.write(fmt::format("news/{}.txt", i),
                          fmt::format("The mayor came {} times.", i));
        }
        update_.files = list_files({folder_.path("news")}, {}, diagnostics_);
        update_.rules_hash = "rules";
        update_.read_facts = [](std::span<const Article> batch) {
            std::vector<std::vector<Fact>> facts;
            for (const Article& article : batch) {
                facts.push_back({fact_of(article)});
            }
            return facts;
        };
    }

    IndexUpdate& update() { return update_; }

    std::string path(const std::string& name) const { return folder_.path(name); }

    IndexCounts run(const std::string& index) {
        update_.index_folder = path(index);
        ProgressCount count(progress_, 0);
        const Result<IndexCounts> counts = update_index(update_, count, diagnostics_);
        REQUIRE(counts);
        return *counts;
    }

    std::vector<std::string> ids(const std::string& index) const {
        const Result<IndexReader> reader = IndexReader::open({path(index)});
        REQUIRE(reader);
        return *reader->article_ids();
    }

  private:
    TemporaryFolder folder_;
    IndexUpdate update_;
    Progress progress_;
    Diagnostics diagnostics_;
};

}  // namespace

TEST_CASE("shards share out all articles, the same every time") {
    Fixture fixture;
    std::set<std::string> all;
    std::size_t sum = 0;
    for (std::uint32_t number = 1; number <= 3; ++number) {
        fixture.update().shard = {number, 3};
        const std::string name = fmt::format("index-{}", number);
        const IndexCounts counts = fixture.run(name);
        const std::vector<std::string> ids = fixture.ids(name);
        CHECK(counts.added == ids.size());
        CHECK(ids.size() >= 8);
        sum += ids.size();
        all.insert(ids.begin(), ids.end());
        CHECK(fixture.run(name) == IndexCounts{.unchanged = ids.size()});
    }
    CHECK(sum == 50);
    CHECK(all.size() == 50);
}

TEST_CASE("the share of an id is a stable promise") {
    // XXH3 of the bytes, as in the documentation: machines must agree on it without talking.
    CHECK(is_in({1, 1}, "quay-1"));
    std::string shares;
    for (const char* id : {"quay-1", "quay-2", "quay-3", "a", ""}) {
        for (std::uint32_t number = 1; number <= 4; ++number) {
            shares += is_in({number, 4}, id) ? fmt::format("{}", number) : "";
        }
    }
    CHECK(shares == "33243");
}

TEST_CASE("the same input is not parted into articles again, any other is") {
    Fixture fixture;
    CHECK(fixture.run("index") == IndexCounts{.added = 50});
    const std::optional<std::string> hash = input_hash(fixture.update());
    REQUIRE(hash);
    CHECK(articles_of_record(input_record(*hash, 50), *hash) == 50);
    CHECK(KnownArticles::open({fixture.path("index")}, "rules")->input().operator*() ==
          input_record(*hash, 50));
    CHECK(fixture.run("index") == IndexCounts{.unchanged = 50});
    IndexUpdate other = fixture.update();
    other.rules_hash = "other";
    CHECK(input_hash(other) != hash);
    other = fixture.update();
    other.shard = {1, 2};
    CHECK(input_hash(other) != hash);
    other = fixture.update();
    other.files.pop_back();
    CHECK(input_hash(other) != hash);
    other.files.push_back("-");
    CHECK_FALSE(input_hash(other));
    other.files.back() = fixture.path("none");
    CHECK_FALSE(input_hash(other));
}

TEST_CASE("a record is read only where it is whole and of this hash") {
    CHECK(articles_of_record("abc 12", "abc") == 12);
    for (const char* record : {"", "abc", "abc ", "abc 1x", "abcd 12", "xbc 12", "abc12"}) {
        CAPTURE(record);
        CHECK_FALSE(articles_of_record(record, "abc"));
    }
    CHECK_FALSE(articles_of_record(" 12", ""));
}

TEST_CASE("what another run wrote in between is noticed") {
    Fixture fixture;
    fixture.run("index");
    {
        Result<IndexWriter> writer = IndexWriter::open(fixture.path("index"), "rules");
        REQUIRE(writer);
        REQUIRE(*writer->remove(fixture.ids("index").front()));
        REQUIRE(writer->commit());
    }
    CHECK(fixture.run("index") == IndexCounts{.added = 1, .unchanged = 49});
}

TEST_CASE("an index does not depend on the number of threads") {
    Fixture fixture;
    for (const std::uint32_t threads : {1U, 2U, 5U}) {
        fixture.update().threads = threads;
        fixture.update().pace = {.commit_articles = 3, .part_articles = 4};
        const std::string name = fmt::format("index-{}", threads);
        CHECK(fixture.run(name) == IndexCounts{.added = 50});
        CHECK(fixture.ids(name).size() == 50);
    }
    CHECK(fixture.ids("index-1") == fixture.ids("index-5"));
}

TEST_CASE("progress counts what is passed over and what is written") {
    Fixture fixture;
    std::vector<ProgressState> states;
    const Progress progress = [&states](const ProgressState& state) { states.push_back(state); };
    fixture.update().index_folder = fixture.path("index");
    for (int round = 0; round < 2; ++round) {
        Diagnostics diagnostics;
        ProgressCount count(progress, bytes_of(fixture.update().files));
        REQUIRE(update_index(fixture.update(), count, diagnostics));
        CHECK(states.back().articles == 50);
        CHECK(states.back().bytes == states.back().total_bytes);
        CHECK(states.back().is_packing);
        states.clear();
        // The same input would be told at once; this looks at every article again.
        fixture.update().absent = Absent::Remove;
    }
}
