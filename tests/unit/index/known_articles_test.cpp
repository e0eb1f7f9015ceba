#include "index/known_articles.hpp"

#include "index/fact_index.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace atodds;

namespace {

Article make_article(const std::string& id, const std::string& hash) {
    Article article;
    article.id = id;
    article.content_hash = hash;
    return article;
}

}  // namespace

TEST_CASE("without a place nothing is known") {
    const KnownArticles known;
    CHECK(*known.look_up(make_article("a", "1")) == Known::No);
    CHECK(known.ids()->empty());
    const auto none = KnownArticles::open({}, "rules");
    REQUIRE(none);
    CHECK(*none->look_up(make_article("a", "1")) == Known::No);
}

TEST_CASE("articles are known by content and rules, also while a writer commits") {
    const TemporaryFolder folder;
    const std::string index = folder.path("index");
    Result<IndexWriter> writer = IndexWriter::open(index, "rules");
    REQUIRE(writer);
    REQUIRE(writer->put(make_article("b", "1"), {}));
    REQUIRE(writer->put(make_article("a", "1"), {}));
    REQUIRE(writer->commit());
    const auto known = KnownArticles::open({index}, "rules");
    const auto with_other_rules = KnownArticles::open({index}, "other");
    REQUIRE(known);
    REQUIRE(with_other_rules);
    CHECK(*with_other_rules->look_up(make_article("a", "1")) == Known::Stale);
    for (int i = 0; i < 5; ++i) {
        REQUIRE(writer->put(make_article(fmt::format("n{}", i), "1"), {}));
        REQUIRE(writer->commit());
        CHECK(*known->look_up(make_article("a", "1")) == Known::Current);
        CHECK(*known->look_up(make_article("a", "2")) == Known::Stale);
        CHECK(*known->look_up(make_article("c", "1")) == Known::No);
    }
    const auto ids = KnownArticles::open({index}, "rules")->ids();
    REQUIRE(ids);
    CHECK(*ids == std::vector<std::string>{"a", "b", "n0", "n1", "n2", "n3", "n4"});
}
