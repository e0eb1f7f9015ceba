#include "compare/origins.hpp"

#include "support/story_generator.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace atodds {

namespace {

using test::StoryGenerator;

bool is_outlet(const std::string& id) {
    return id == "ft" || id == "reuters" || id.starts_with("~wire");
}

/// A run made by hand: articles without text and what they credit.
class Run {
  public:
    Run& add(const char* id, const char* publisher, std::vector<Credit> credits = {},
             const char* day = "") {
        Article article;
        article.id = id;
        article.published = parse_iso_day(day);
        articles_.push_back(article);
        credits_.push_back({publisher, std::move(credits), {}, false});
        sketches_.emplace_back();
        return *this;
    }

    Run& own_reporting() {
        credits_.back().has_own_reporting = true;
        return *this;
    }

    Run& text(Article article) {
        article.id = articles_.back().id;
        article.published = articles_.back().published;
        sketches_.back() = sketch_of(article);
        articles_.back() = std::move(article);
        return *this;
    }

    Origins origins() const { return Origins(articles_, credits_, sketches_); }

    const Article& article(std::size_t i) const { return articles_[i]; }

  private:
    std::vector<Article> articles_;
    std::vector<ArticleCredits> credits_;
    std::vector<Sketch> sketches_;
};

Credit tail(const char* outlet) {
    return {outlet, OriginReason::TailLine, OriginReach::Article, {90, 95}, {80, 99}};
}

Credit report(const char* outlet, std::uint32_t at = 10) {
    return {outlet, OriginReason::Report, OriginReach::Passage, {at, at + 5}, {at, at + 40}};
}

Credit remark(const char* outlet) {
    return {outlet, OriginReason::Remark, OriginReach::Passage, {10, 15}, {5, 50}};
}

Fact fact(const char* article, std::vector<SourceRef> sources = {}, ByteSpan statement = {}) {
    Fact made;
    made.article = article;
    made.qualifiers.sources = std::move(sources);
    made.statement = statement;
    return made;
}

std::string origin(const Origins& origins, const Fact& given,
                   const std::set<std::string>& present = {}) {
    return origins.origin_of(given, present, is_outlet).id;
}

SourceRef from(const char* id) {
    return {id, id, {}, {}};
}

}  // namespace

TEST_CASE("an article that credits nobody is its own origin") {
    const Origins origins = Run().add("a", "").add("b", "ft").origins();
    CHECK(origins.graph().origin_of.at("a") == "a");
    CHECK(origins.graph().origin_of.at("b") == "b");
    CHECK(origins.graph().edges.empty());
}

TEST_CASE("articles that credit one report are one origin") {
    const Origins origins = Run()
                                .add("a", "~post", {tail("ft")})
                                .add("b", "~voice", {report("ft")})
                                .add("c", "~sheet")
                                .origins();
    CHECK(origins.graph().origin_of.at("a") == "ft");
    CHECK(origins.graph().origin_of.at("b") == "ft");
    CHECK(origins.graph().origin_of.at("c") == "c");
    CHECK_FALSE(origins.origin_of(fact("a"), {}, is_outlet).is_presumed);
    CHECK(origins.origin_of(fact("b"), {}, is_outlet).is_presumed);
}

TEST_CASE("who credits several outlets, or reports itself, is its own origin but for their words") {
    const Origins origins = Run()
                                .add("a", "~post", {report("ft"), report("reuters", 60)})
                                .add("b", "~voice", {report("ft")})
                                .own_reporting()
                                .add("c", "~sheet", {remark("ft")})
                                .origins();
    CHECK(origin(origins, fact("a")) == "a");
    CHECK(origin(origins, fact("a", {from("ft"), from("anonymous")})) == "ft");
    CHECK(origin(origins, fact("a", {from("reuters")})) == "reuters");
    CHECK(origin(origins, fact("b")) == "b");
    CHECK(origin(origins, fact("c")) == "c");
}

TEST_CASE("of a stack the innermost outlet is the origin") {
    const Origins origins = Run().add("a", "~post").origins();
    CHECK(origin(origins, fact("a", {from("reuters"), from("ft"), from("anonymous")})) == "ft");
    CHECK(origin(origins, fact("a", {from("~clerk")})) == "a");
}

TEST_CASE("a publisher named in its own article is no origin of its own") {
    const Origins origins = Run().add("a", "ft").origins();
    CHECK(origin(origins, fact("a", {from("ft")})) == "a");
}

TEST_CASE("credit for an outlet means its article where both speak of one fact") {
    Origins origins = Run().add("a", "ft").add("b", "~post", {report("ft")}).origins();
    CHECK(origin(origins, fact("b"), {"a", "b"}) == "a");
    CHECK(origin(origins, fact("b"), {"b"}) == "ft");
    origins.link_reports({"a", "b"});
    origins.fill_reports();
    REQUIRE(origins.graph().edges.size() == 1);
    CHECK(origins.graph().edges.front().upstream == "a");
    CHECK(origins.edge_between("b", "a") != nullptr);
    CHECK(origins.edge_between("a", "b") == nullptr);
}

TEST_CASE("two reports of one publisher are two origins") {
    const Origins origins = Run()
                                .add("a1", "ft", {}, "2025-03-01")
                                .add("a2", "ft", {}, "2025-03-05")
                                .add("b", "~post", {report("ft")}, "2025-03-03")
                                .origins();
    const std::set<std::string> present = {"a1", "a2", "b"};
    CHECK(origin(origins, fact("a1"), present) == "a1");
    CHECK(origin(origins, fact("a2"), present) == "a2");
    // The later one was not out yet.
    CHECK(origin(origins, fact("b"), present) == "a1");
}

TEST_CASE("a copy has the origin of what it copies, the earlier one") {
    StoryGenerator generator(30);
    const auto story = generator.story(1, 200);
    const Run run = Run()
                        .add("late", "~post", {}, "2025-03-04")
                        .text(generator.article("x", generator.changed(story, 10)))
                        .add("early", "~voice", {}, "2025-03-03")
                        .text(generator.article("x", story))
                        .add("other", "~sheet", {}, "2025-03-03")
                        .text(generator.article("x", generator.story(1, 200)));
    const Origins origins = run.origins();
    CHECK(origins.graph().origin_of.at("late") == "early");
    CHECK(origins.graph().origin_of.at("early") == "early");
    CHECK(origins.graph().origin_of.at("other") == "other");
    // What stands outside the copied words may be of its own.
    CHECK(origins.origin_of(fact("late", {}, {0, 5}), {}, is_outlet).is_presumed);
    const FactOrigin inside = origins.origin_of(fact("late", {}, {300, 340}), {}, is_outlet);
    CHECK(inside.id == "early");
    CHECK_FALSE(inside.is_presumed);
    const OriginEdge* edge = origins.edge_between("late", "early");
    REQUIRE(edge != nullptr);
    CHECK(edge->reason == OriginReason::Copy);
    CHECK(edge->reach == OriginReach::Article);
    CHECK(edge->share_percent > 60);
    CHECK(edge->is_directed);
}

TEST_CASE("the credited one is upstream whatever the dates say") {
    StoryGenerator generator(31);
    const auto story = generator.story(1, 200);
    const Run run = Run()
                        .add("a", "~post", {report("ft")}, "2025-03-03")
                        .text(generator.article("x", story))
                        .add("b", "ft", {}, "2025-03-04")
                        .text(generator.article("x", generator.changed(story, 10)));
    const Origins origins = run.origins();
    CHECK(origins.edge_between("a", "b") != nullptr);
    CHECK(origins.graph().origin_of.at("a") == "b");
}

TEST_CASE("without dates nothing tells who copied whom, and still they are one origin") {
    StoryGenerator generator(32);
    const auto story = generator.story(1, 200);
    const Run run = Run()
                        .add("a", "~post")
                        .text(generator.article("x", story))
                        .add("b", "~voice")
                        .text(generator.article("x", generator.changed(story, 10)));
    const Origins origins = run.origins();
    REQUIRE(origins.graph().edges.size() == 1);
    CHECK_FALSE(origins.graph().edges.front().is_directed);
    CHECK(origins.edge_between("b", "a") == nullptr);
    CHECK(origins.graph().origin_of.at("a") == origins.graph().origin_of.at("b"));
}

TEST_CASE("the outlet that one copy credits is the origin of all copies") {
    StoryGenerator generator(33);
    const auto story = generator.story(1, 200);
    const Run run = Run()
                        .add("a", "~post", {}, "2025-03-03")
                        .text(generator.article("x", story))
                        .add("b", "~voice", {tail("reuters")}, "2025-03-04")
                        .text(generator.article("x", generator.changed(story, 10)));
    const Origins origins = run.origins();
    CHECK(origins.graph().origin_of.at("a") == "reuters");
    CHECK(origins.graph().origin_of.at("b") == "reuters");
}

TEST_CASE("a copied passage has its own origin, the rest of the article another") {
    StoryGenerator generator(34);
    const auto story = generator.story(1, 150);
    auto mixed = generator.story(2, 400);
    const auto first = mixed.size();
    mixed.insert(mixed.end(), story.begin(), story.begin() + 4);
    const Run run = Run()
                        .add("a", "~post", {}, "2025-03-03")
                        .text(generator.article("x", story))
                        .add("b", "~voice", {}, "2025-03-04")
                        .text(generator.article("x", mixed));
    const Origins origins = run.origins();
    const std::string& text = run.article(1).text;
    const auto copied = static_cast<std::uint32_t>(text.find(mixed[first + 1]));
    const ByteSpan inside{copied, copied + static_cast<std::uint32_t>(mixed[first + 1].size())};
    CHECK(origin(origins, fact("b", {}, inside)) == "a");
    CHECK(origin(origins, fact("b", {}, {20, 60})) == "b");
    CHECK(origins.graph().origin_of.at("b") == "b");
}

TEST_CASE("articles that credit each other come to an end") {
    Origins origins =
        Run().add("a", "ft", {tail("reuters")}).add("b", "reuters", {tail("ft")}).origins();
    origins.link_reports({"a", "b"});
    origins.fill_reports();
    CHECK_FALSE(origin(origins, fact("a"), {"a", "b"}).empty());
    CHECK_FALSE(origin(origins, fact("b"), {"a", "b"}).empty());
}

TEST_CASE("a fact of an unknown article is of that article") {
    CHECK(origin(Run().add("a", "").origins(), fact("gone")) == "gone");
}

}  // namespace atodds
