#include "index/article_codec.hpp"

#include "support/random_facts.hpp"

#include <doctest/doctest.h>

using namespace atodds;

namespace {

Article made_up(std::uint64_t seed) {
    Article article = RandomFacts(seed).article();
    article.content_hash.clear();  // is not stored
    return article;
}

}  // namespace

TEST_CASE("an article comes back as it went in") {
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        CAPTURE(seed);
        const Article article = made_up(seed);
        const std::optional<Article> back = decode_article(encode_article(article));
        REQUIRE(back);
        CHECK(*back == article);
    }
}

TEST_CASE("a record cut short or with bytes behind it is no record") {
    const std::string bytes = encode_article(made_up(7));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CAPTURE(size);
        CHECK_FALSE(decode_article(std::string_view(bytes).substr(0, size)));
    }
    CHECK_FALSE(decode_article(bytes + "x"));
}

TEST_CASE("a changed byte gives nothing or another record, never a crash") {
    std::size_t refused = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        std::string bytes = encode_article(made_up(seed));
        RandomFacts random(seed + 1000);
        for (int change = 0; change < 20; ++change) {
            const auto most = static_cast<std::uint32_t>(bytes.size() - 1);
            bytes[random.number(most)] = static_cast<char>(random.number(255));
            const std::optional<Article> back = decode_article(bytes);
            refused += back ? 0U : 1U;
            // What is accepted is a value like any other: it goes out and comes back the same.
            if (back) {
                const auto again = decode_article(encode_article(*back));
                REQUIRE(again);
                CHECK(*again == *back);
            }
        }
    }
    CHECK(refused > 0);
}

TEST_CASE("another version of the codec is refused") {
    std::string bytes = encode_article(made_up(3));
    bytes[0] = static_cast<char>(kCodecVersion + 1);
    CHECK_FALSE(decode_article(bytes));
}

TEST_CASE("a false count cannot reserve memory") {
    // Version, empty id, text, path, source, url and title, then a count of 2^63 authors.
    std::string bytes{static_cast<char>(kCodecVersion), '\0', '\0', '\0', '\0', '\0', '\0'};
    bytes += std::string(9, '\x80') + '\x01';
    CHECK_FALSE(decode_article(bytes));
}
