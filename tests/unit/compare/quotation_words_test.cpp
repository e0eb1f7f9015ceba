#include "compare/quotation_words.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {
namespace {

/// The keys of a text; "|" where words may be missing, "." where a sentence begins.
std::string keys(const std::string& text) {
    std::string joined;
    for (const QuoteWord& word : quote_words(text, 0)) {
        joined += joined.empty() ? "" : " ";
        joined += word.breaks_before ? "|" : word.begins_sentence ? "." : "";
        joined += word.key;
    }
    return joined;
}

TEST_CASE("words are what a newspaper may not change") {
    struct Row {
        const char* name;
        const char* text;
        const char* expected;
    };

    const Row rows[] = {
        {"plain", "The deck, the beams", "|the deck the beams"},
        {"sentence", "Boats wait. Crews do not", "|boats wait .crews do not"},
        {"contraction", "We don't", "|we do not"},
        {"curly contraction", "We’ve won’t", "|we have will not"},
        {"possessive", "The town's boats", "|the town's boats"},
        {"it's", "It's late", "|it is late"},
        {"let's", "Let's go", "|let us go"},
        {"hyphen", "well-known", "|well known"},
        {"dash", "boats--and crews -- wait", "|boats and crews wait"},
        {"ellipsis", "Boats ... wait", "|boats |wait"},
        {"ellipsis character", "Boats… wait", "|boats |wait"},
        {"bracket", "The [port] crews", "|the |crews"},
        {"letter in a bracket", "[W]e wait", "|we wait"},
        {"long bracket never closed", "The [port crews", "|the port crews"},
        {"sic", "A knew [sic] deck", "|a knew |deck"},
        {"number", "1,200 boats", "|1200 boats"},
        {"decimal", "2.5 boats", "|2.5 boats"},
        {"number word", "Five boats", "|5 boats"},
        {"percent", "5% or 5 per cent", "|5 percent or 5 percent"},
        {"initials", "The U.S. and the US", "|the u.s. and the u.s."},
        {"end of a sentence", "So do I. Boats wait", "|so do i .boats wait"},
        {"title", "Sen. Falk", "|senator falk"},
        {"spelling", "Our harbour programme", "|our harbor program"},
        {"masked", "That d---- boat", "|that d---- boat"},
        {"nothing", " ... [port] ", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(keys(row.text) == row.expected);
        }
    }
}

TEST_CASE("each word knows its bytes, halves of a contraction those of the whole") {
    const std::string text = "“We don’t”";
    const std::vector<QuoteWord> words = quote_words(text, 100);
    REQUIRE(words.size() == 3);
    CHECK(words[0].span == ByteSpan{103, 105});
    CHECK(words[1].span == words[2].span);
    CHECK(slice(text, {words[1].span.begin - 100, words[1].span.end - 100}) == "don’t");
}

TEST_CASE("any bytes give words inside the text") {
    std::string text;
    for (int i = 0; i < 3000; ++i) {
        text += static_cast<char>((i * 37 + i / 7) % 256);
    }
    for (const char* const part : {"[", "(", "'", "...", "--", "**", "[a]", "’s", "&%"}) {
        text += part;
    }
    std::uint32_t end = 0;
    for (const QuoteWord& word : quote_words(text, 0)) {
        CHECK(word.span.begin <= word.span.end);
        CHECK(word.span.end <= text.size());
        CHECK(word.span.end >= end);
        end = word.span.end;
    }
}

TEST_CASE("a speech is compared by its first words") {
    std::string text;
    for (int i = 0; i < 2000; ++i) {
        text += "boats ";
    }
    CHECK(quote_words(text, 0).size() == kMostQuoteWords);
}

}  // namespace
}  // namespace atodds
