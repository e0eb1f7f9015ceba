#include "index/fact_index.hpp"

#include "ingest/article_reader.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

using namespace atodds;

namespace {

namespace fs = std::filesystem;

Article make_article(const std::string& id, const std::string& text,
                     const std::string& source = "Paper") {
    Diagnostics diagnostics;
    const auto articles = parse_articles(
        fmt::format("---\nid: {}\nsource: {}\npublished: 2025-08-12\n---\n{}\n", id, source, text),
        id + ".md", ArticleFormat::Markdown, diagnostics);
    REQUIRE(articles);
    return articles->front();
}

/// A fact of rule "order" about `product`, with the first word of the text as its surface.
Fact make_fact(const Article& article, const std::string& product, std::int64_t amount) {
    Fact fact;
    fact.rule = "order";
    fact.article = article.id;
    fact.slots = {{"product", product, {}}};
    fact.value.amount = Decimal(amount);
    fact.tier = Tier::Declared;
    fact.span = article.blocks.back().span;
    fact.statement = fact.span;
    fact.surface = slice(article.text, fact.span);
    fact.quote = fact.surface;
    fact.id = fmt::format("{}#{}-{}:order", article.id, fact.span.begin, fact.span.end);
    return fact;
}

IndexWriter open_writer(const std::string& folder, std::string_view rules = "rules-1") {
    Result<IndexWriter> writer = IndexWriter::open(folder, rules);
    REQUIRE(writer);
    return std::move(*writer);
}

IndexReader open_reader(const std::vector<std::string>& places) {
    Result<IndexReader> reader = IndexReader::open(places);
    REQUIRE(reader);
    return std::move(*reader);
}

PutOutcome put(IndexWriter& writer, const Article& article, const std::vector<Fact>& facts = {}) {
    const Result<PutOutcome> outcome = writer.put(article, facts);
    REQUIRE(outcome);
    return *outcome;
}

std::string key_of(const std::string& product) {
    Fact fact;
    fact.rule = "order";
    fact.slots = {{"product", product, {}}};
    return stored_keys(fact).front().substr(0, kKeyHashSize);
}

KeyHolders holders_of_key(const IndexReader& reader, const std::string& product) {
    const std::vector<std::string> keys = {key_of(product)};
    Result<std::vector<KeyHolders>> key = reader.holders_of_keys(keys, IndexReader::kMostHolders);
    REQUIRE(key);
    REQUIRE(key->size() == 1);
    if (key->front().articles > IndexReader::kMostHolders) {
        CHECK(std::ranges::all_of(key->front().values,
                                  [](const ValueHolders& value) { return value.numbers.empty(); }));
        REQUIRE(reader.name_holders(*key));
    }
    return key->front();
}

/// Articles of all keys that two or more hold, counted once for each value they state.
std::map<std::string, std::uint32_t> shared_keys(const IndexReader& reader) {
    std::map<std::string, std::uint32_t> keys;
    const Result<Done> done =
        reader.walk_keys([&keys](const KeyHolders& key) { keys.emplace(key.key, key.articles); });
    REQUIRE(done);
    return keys;
}

/// Articles that state something of the product, a list for each value, most first.
std::vector<std::vector<std::string>> holders_of(const IndexReader& reader,
                                                 const std::string& product) {
    const KeyHolders key = holders_of_key(reader, product);
    std::vector<std::vector<std::string>> values;
    for (const ValueHolders& value : key.values) {
        values.push_back(*reader.ids_of(value.numbers));
        CHECK(values.back().size() == value.articles);
        std::ranges::sort(values.back());
    }
    std::ranges::sort(values);
    return values;
}

std::string hits_of(const IndexReader& reader, std::string_view query) {
    const auto hits = reader.search(query, 10);
    REQUIRE(hits);
    std::vector<std::string> ids;
    for (const SearchHit& hit : *hits) {
        CHECK(hit.score_percent <= 100);
        ids.push_back(hit.article);
    }
    std::ranges::sort(ids);
    return fmt::format("{}", fmt::join(ids, " "));
}

/// Three articles: two hold the H20 fact, one the A100 fact.
void fill(IndexWriter& writer) {
    const Article a = make_article("a", "Acme ordered 300 H20 chips.");
    const Article b = make_article("b", "Acme ordered 200 H20 chips on Monday.", "Other");
    const Article c = make_article("c", "Acme sold boats in Zurich.");
    put(writer, a, {make_fact(a, "nvidia-h20", 300)});
    put(writer, b, {make_fact(b, "nvidia-h20", 200), make_fact(b, "nvidia-h20", 250)});
    put(writer, c, {make_fact(c, "nvidia-a100", 5)});
    REQUIRE(writer.commit());
}

}  // namespace

TEST_CASE("what is written comes back, in memory and from disk") {
    const TemporaryFolder folder;
    for (const std::string& place : {std::string(), folder.path("index")}) {
        CAPTURE(place);
        IndexWriter writer = open_writer(place);
        fill(writer);
        const Result<IndexReader> reader = IndexReader::open(writer);
        REQUIRE(reader);
        CHECK(*reader->article_ids() == std::vector<std::string>{"a", "b", "c"});
        const Result<Article> stored = reader->article("a");
        REQUIRE(stored);
        Article wanted = make_article("a", "Acme ordered 300 H20 chips.");
        wanted.content_hash.clear();  // is not stored
        CHECK(*stored == wanted);
        CHECK(*reader->article_count() == 3);
        const Result<IndexStats> stats = reader->stats();
        REQUIRE(stats);
        CHECK(stats->articles == 3);
        CHECK(stats->facts == 4);
        CHECK(stats->keys == 4);
        CHECK(stats->text_bytes > 3 * 60);
    }
}

TEST_CASE("a key is walked with all its values and who states them") {
    IndexWriter writer = open_writer("");
    fill(writer);
    const Article late = make_article("z", "Acme ordered 200 H20 chips.");
    put(writer, late, {make_fact(late, "nvidia-h20", 200)});
    REQUIRE(writer.commit());
    const Result<IndexReader> reader = IndexReader::open(writer);
    REQUIRE(reader);
    using Lists = std::vector<std::vector<std::string>>;
    CHECK(holders_of(*reader, "nvidia-h20") == Lists{{"a"}, {"b"}, {"b", "z"}});
    CHECK(holders_of(*reader, "nvidia-a100") == Lists{{"c"}});
    CHECK(holders_of(*reader, "none").empty());
    CHECK(shared_keys(*reader) == std::map<std::string, std::uint32_t>{{key_of("nvidia-h20"), 4}});
    const KeyHolders key = holders_of_key(*reader, "nvidia-h20");
    CHECK(key.values.front().articles == 2);
}

TEST_CASE("of what very many state a sample is named, the same in any layout") {
    const TemporaryFolder folder;
    IndexWriter whole = open_writer(folder.path("whole"));
    IndexWriter even = open_writer(folder.path("even"));
    IndexWriter odd = open_writer(folder.path("odd"));
    constexpr int kArticles = 1000;
    for (int i = 0; i < kArticles; ++i) {
        const Article article = make_article(fmt::format("n{}", i), "Acme ordered H20 chips.");
        const std::vector<Fact> facts = {make_fact(article, "nvidia-h20", i < 5 ? 7 : 8)};
        put(whole, article, facts);
        put(i % 2 == 0 ? even : odd, article, facts);
    }
    for (IndexWriter* writer : {&whole, &even, &odd}) {
        REQUIRE(writer->commit());
    }
    std::vector<std::vector<std::string>> seen;
    for (const std::vector<std::string>& places :
         {std::vector<std::string>{folder.path("whole")},
          std::vector<std::string>{folder.path("odd"), folder.path("even")}}) {
        const IndexReader reader = open_reader(places);
        const KeyHolders key = holders_of_key(reader, "nvidia-h20");
        CHECK(key.articles == kArticles);
        REQUIRE(key.values.size() == 2);
        CHECK(key.values[0].articles == kArticles - 5);
        CHECK(key.values[1].numbers.size() == 5);
        std::vector<std::string> ids = *reader.ids_of(key.values[0].numbers);
        std::ranges::sort(ids);
        CHECK(ids.size() > 3);
        CHECK(ids.size() < kArticles / 16);
        seen.push_back(ids);
    }
    CHECK(seen[0] == seen[1]);
}

TEST_CASE("words that several hold are walked and looked up") {
    IndexWriter writer = open_writer("");
    fill(writer);
    const Result<IndexReader> reader = IndexReader::open(writer);
    REQUIRE(reader);
    std::vector<std::uint32_t> counts;
    REQUIRE(reader->walk_stems(2, [&](const TermHolders& term) {
        CHECK(term.numbers.size() == term.articles);
        counts.push_back(term.articles);
    }));
    // "chip", "h20" and "order"; "acme" stands in three.
    CHECK(counts == std::vector<std::uint32_t>{2, 2, 2});
    const std::vector<std::string> words = {"acm", "none", "h20"};
    const auto held = reader->holders_of_stems(words);
    REQUIRE(held);
    REQUIRE(held->size() == 3);
    CHECK((*held)[0].size() == 3);
    CHECK((*held)[1].empty());
    CHECK((*held)[2].size() == 2);
    CHECK(*reader->article_frequencies(words) == std::vector<std::uint32_t>{3, 0, 2});
    const std::vector<std::string> stems = stems_of(make_article("x", "The boats and a boat."));
    CHECK(stems == std::vector<std::string>{"boat"});
}

TEST_CASE("an unchanged article is left alone, a changed one replaced") {
    const TemporaryFolder folder;
    const Article article = make_article("a", "Acme ordered 300 H20 chips.");
    const Article changed = make_article("a", "Acme ordered 400 A100 chips.");
    {
        IndexWriter writer = open_writer(folder.path("index"));
        CHECK_FALSE(writer.is_current(article));
        CHECK(put(writer, article, {make_fact(article, "nvidia-h20", 300)}) == PutOutcome::Added);
        CHECK(writer.is_current(article));
        CHECK(put(writer, article) == PutOutcome::Unchanged);
        REQUIRE(writer.commit());
    }
    IndexWriter writer = open_writer(folder.path("index"));
    CHECK(writer.is_current(article));
    CHECK_FALSE(writer.is_current(changed));
    CHECK(put(writer, article) == PutOutcome::Unchanged);
    CHECK(put(writer, changed, {make_fact(changed, "nvidia-a100", 400)}) == PutOutcome::Replaced);
    REQUIRE(writer.commit());
    const IndexReader reader = open_reader({folder.path("index")});
    CHECK(holders_of(reader, "nvidia-h20").empty());
    CHECK(holders_of(reader, "nvidia-a100").size() == 1);
    CHECK(reader.stats()->facts == 1);
}

TEST_CASE("other rules make every article stale, until it is put again") {
    const TemporaryFolder folder;
    const Article a = make_article("a", "Acme ordered chips.");
    const Article b = make_article("b", "Acme sold chips.");
    {
        IndexWriter writer = open_writer(folder.path("index"), "rules-1");
        put(writer, a);
        put(writer, b);
        REQUIRE(writer.commit());
    }
    {
        IndexWriter writer = open_writer(folder.path("index"), "rules-2");
        CHECK_FALSE(writer.is_current(a));
        CHECK(put(writer, a) == PutOutcome::Replaced);
        REQUIRE(writer.commit());
    }
    const IndexWriter writer = open_writer(folder.path("index"), "rules-2");
    CHECK(writer.is_current(a));
    CHECK_FALSE(writer.is_current(b));
}

TEST_CASE("a removed article is gone with its keys") {
    IndexWriter writer = open_writer("");
    fill(writer);
    CHECK(*writer.remove("c"));
    CHECK_FALSE(*writer.remove("c"));
    REQUIRE(writer.commit());
    const Result<IndexReader> reader = IndexReader::open(writer);
    REQUIRE(reader);
    CHECK(holders_of(*reader, "nvidia-a100").empty());
    const Result<Article> stored = reader->article("c");
    REQUIRE_FALSE(stored);
    CHECK(stored.error().message == "no article \"c\" in the index");
}

TEST_CASE("several indexes are read as one") {
    const TemporaryFolder folder;
    {
        IndexWriter one = open_writer(folder.path("one"));
        fill(one);
        IndexWriter two = open_writer(folder.path("two"));
        const Article d = make_article("d", "Acme ordered 100 H20 chips.");
        put(two, d, {make_fact(d, "nvidia-h20", 100)});
        REQUIRE(two.commit());
    }
    std::ofstream(folder.path("stub")) << "auto one\nauto two\n";
    for (const std::vector<std::string>& places :
         {std::vector<std::string>{folder.path("one"), folder.path("two")},
          std::vector<std::string>{folder.path("stub")}}) {
        const IndexReader reader = open_reader(places);
        CHECK(*reader.article_ids() == std::vector<std::string>{"a", "b", "c", "d"});
        CHECK(holders_of(reader, "nvidia-h20").size() == 4);
        CHECK(shared_keys(reader).size() == 1);
    }
}

TEST_CASE("search takes words, entities, rules, sources and dates") {
    IndexWriter writer = open_writer("");
    fill(writer);
    const Result<IndexReader> reader = IndexReader::open(writer);
    REQUIRE(reader);
    CHECK(hits_of(*reader, "chip") == "a b");
    CHECK(hits_of(*reader, "ordered on Monday") == "b");
    CHECK(hits_of(*reader, "nvidia-h20 fact:order") == "a b");
    CHECK(hits_of(*reader, "nvidia-a100") == "c");
    CHECK(hits_of(*reader, "entity:nvidia-a100 boats") == "c");
    CHECK(hits_of(*reader, "boats OR Monday") == "b c");
    CHECK(hits_of(*reader, "chips source:Other") == "b");
    CHECK(hits_of(*reader, "acme date:2025-08-01..2025-08-31") == "a b c");
    CHECK(hits_of(*reader, "acme date:2025-09-01..2025-09-30").empty());
    CHECK(hits_of(*reader, "fact:none").empty());
    CHECK(hits_of(*reader, "").empty());
    const std::vector<std::string> stems = {"chip", "none"};
    CHECK(*reader->article_frequencies(stems) == std::vector<std::uint32_t>{2, 0});
}

TEST_CASE("a reader stays usable while a writer commits") {
    const TemporaryFolder folder;
    IndexWriter writer = open_writer(folder.path("index"));
    fill(writer);
    const IndexReader reader = open_reader({folder.path("index")});
    // Xapian keeps the revision a reader opened for one more commit only.
    for (int i = 0; i < 30; ++i) {
        const Article article = make_article(fmt::format("n{}", i), "Acme ordered H20 chips.");
        put(writer, article, {make_fact(article, "nvidia-h20", i)});
        REQUIRE(writer.commit());
        CHECK(reader.article("a"));
        CHECK(holders_of_key(reader, "nvidia-h20").articles >= 3);
        CHECK(shared_keys(reader).size() == 1);
    }
    CHECK(holders_of_key(open_reader({folder.path("index")}), "nvidia-h20").articles == 33);
}

TEST_CASE("what is not committed is not read, and does no harm") {
    const TemporaryFolder folder;
    IndexWriter writer = open_writer(folder.path("index"));
    fill(writer);
    put(writer, make_article("d", "Acme came."));
    CHECK(open_reader({folder.path("index")}).article_ids()->size() == 3);
}

TEST_CASE("long article ids and ids with odd bytes are found again") {
    IndexWriter writer = open_writer("");
    Article article = make_article("x", "Acme came.");
    for (const std::string& id :
         {std::string(1000, 'x'), std::string("a\0b", 3), std::string("\u20AC|x")}) {
        article.id = id;
        CHECK(put(writer, article) == PutOutcome::Added);
        CHECK(put(writer, article) == PutOutcome::Unchanged);
    }
    const Result<IndexReader> reader = IndexReader::open(writer);
    REQUIRE(reader);
    CHECK(reader->article(std::string(1000, 'x'))->id.size() == 1000);
    CHECK(reader->article_ids()->size() == 3);
}

TEST_CASE("an index that cannot be used says why and what to do") {
    const TemporaryFolder folder;
    const std::string index = folder.path("index");
    SUBCASE("missing") {
        const auto reader = IndexReader::open({index});
        REQUIRE_FALSE(reader);
        CHECK(reader.error() == Error{ErrorCode::IndexMissing,
                                      "no index here",
                                      {index, std::nullopt},
                                      "build one with: atodds index PATH... --index DIR"});
    }
    SUBCASE("a second writer") {
        const IndexWriter first = open_writer(index);
        const auto second = IndexWriter::open(index, "rules-1");
        REQUIRE_FALSE(second);
        CHECK(second.error() == Error{ErrorCode::IndexLocked,
                                      "another process is writing to the index",
                                      {index, std::nullopt},
                                      "wait until it has finished; one writer at a time"});
    }
    SUBCASE("a folder of other files") {
        fs::create_directories(index);
        std::ofstream(index + "/letter.txt") << "x";
        const auto writer = IndexWriter::open(index, "rules-1");
        REQUIRE_FALSE(writer);
        CHECK(writer.error().code == ErrorCode::Unwritable);
        CHECK(writer.error().message == "folder holds other files and no index");
    }
    SUBCASE("damaged") {
        {
            IndexWriter writer = open_writer(index);
            fill(writer);
        }
        std::ofstream(index + "/iamglass", std::ios::binary) << "no index at all";
        const auto reader = IndexReader::open({index});
        REQUIRE_FALSE(reader);
        const auto writer = IndexWriter::open(index, "rules-1");
        REQUIRE_FALSE(writer);
        CHECK(reader.error().code == ErrorCode::IndexDamaged);
        CHECK(writer.error().code == ErrorCode::IndexDamaged);
        CHECK(reader.error().hint ==
              "delete it and rebuild with: atodds index PATH... --index DIR");
    }
    SUBCASE("a table is gone") {
        {
            IndexWriter writer = open_writer(index);
            fill(writer);
        }
        fs::remove(index + "/docdata.glass");
        fs::remove(index + "/postlist.glass");
        const auto reader = IndexReader::open({index});
        REQUIRE_FALSE(reader);
        CHECK(reader.error().code == ErrorCode::IndexDamaged);
        const auto writer = IndexWriter::open(index, "rules-1");
        REQUIRE_FALSE(writer);
        CHECK(writer.error().code == ErrorCode::IndexDamaged);
    }
    SUBCASE("a bad address") {
        const auto reader = IndexReader::open({"tcp://nowhere"});
        REQUIRE_FALSE(reader);
        CHECK(reader.error().message == "not an address of an index: \"tcp://nowhere\"");
    }
    SUBCASE("no place") {
        CHECK_FALSE(IndexReader::open(std::vector<std::string>{}));
    }
}
