#include "index/fact_codec.hpp"

#include "support/random_facts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>

using namespace atodds;

namespace {

StoredArticle made_up(std::uint64_t seed) {
    RandomFacts random(seed);
    StoredArticle stored;
    stored.article = random.article();
    for (std::uint32_t i = random.number(6); i > 0; --i) {
        stored.facts.push_back(random.fact(stored.article));
    }
    return stored;
}

}  // namespace

TEST_CASE("an article with its facts comes back as it went in") {
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        CAPTURE(seed);
        const StoredArticle stored = made_up(seed);
        const std::string bytes = encode_stored(stored.article, stored.facts);
        const std::optional<StoredArticle> back = decode_stored(bytes);
        REQUIRE(back);
        CHECK(back->article == stored.article);
        CHECK(back->facts == stored.facts);
    }
}

TEST_CASE("the facts of a key are those that have it among their keys") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        const StoredArticle stored = made_up(seed);
        const std::string bytes = encode_stored(stored.article, stored.facts);
        for (const Fact& asked : stored.facts) {
            for (const std::string& key : key_terms(asked)) {
                std::vector<Fact> expected;
                std::ranges::copy_if(stored.facts, std::back_inserter(expected),
                                     [&key](const Fact& fact) {
                                         return std::ranges::count(key_terms(fact), key) > 0;
                                     });
                CHECK(decode_facts_of(bytes, key) == expected);
            }
        }
        CHECK(decode_facts_of(bytes, "no such key") == std::vector<Fact>{});
    }
}

TEST_CASE("quotes and surfaces are not stored twice") {
    Article article;
    article.id = "a";
    article.text = std::string(5000, 'x');
    article.reading = article.text;
    Fact fact;
    fact.rule = "r";
    fact.article = "a";
    fact.span = {10, 2000};
    fact.statement = {0, 5000};
    fact.id = "a#10-2000:r";
    fact.surface = slice(article.text, fact.span);
    fact.quote = slice(article.text, fact.statement);
    const std::vector<Fact> facts(20, fact);
    const std::string bytes = encode_stored(article, facts);
    CHECK(bytes.size() < 5000 + 20 * 100);
    const auto back = decode_facts_of(bytes, "r");
    REQUIRE(back);
    CHECK(*back == facts);
}

TEST_CASE("a record cut short or with bytes behind it is no record") {
    const StoredArticle stored = made_up(7);
    const std::string bytes = encode_stored(stored.article, stored.facts);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(decode_stored(std::string_view(bytes).substr(0, size)));
        CHECK_FALSE(decode_facts_of(std::string_view(bytes).substr(0, size), "r"));
    }
    CHECK_FALSE(decode_stored(bytes + "x"));
}

TEST_CASE("a changed byte gives nothing or another record, never a crash") {
    std::size_t refused = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        const StoredArticle stored = made_up(seed);
        std::string bytes = encode_stored(stored.article, stored.facts);
        RandomFacts random(seed + 1000);
        for (int change = 0; change < 20; ++change) {
            const auto most = static_cast<std::uint32_t>(bytes.size() - 1);
            bytes[random.number(most)] = static_cast<char>(random.number(255));
            const std::optional<StoredArticle> back = decode_stored(bytes);
            refused += back ? 0U : 1U;
            // What is accepted is a value like any other: it goes out and comes back the same.
            if (back) {
                const auto again = decode_stored(encode_stored(back->article, back->facts));
                REQUIRE(again);
                CHECK(again->article == back->article);
                CHECK(again->facts == back->facts);
            }
        }
    }
    CHECK(refused > 0);
}

TEST_CASE("another version of the codec is refused") {
    const StoredArticle stored = made_up(3);
    std::string bytes = encode_stored(stored.article, stored.facts);
    bytes[0] = static_cast<char>(kCodecVersion + 1);
    CHECK_FALSE(decode_stored(bytes));
    CHECK_FALSE(decode_facts_of(bytes, "r"));
}

TEST_CASE("a false count cannot reserve memory") {
    // Version, empty id, empty text, empty article, then a count of 2^63 facts.
    std::string bytes{static_cast<char>(kCodecVersion), '\0', '\0', '\0'};
    bytes += std::string(9, '\x80') + '\x01';
    CHECK_FALSE(decode_facts_of(bytes, "r"));
}
